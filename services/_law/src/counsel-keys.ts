/**
 * By what independent counsel is known: the number under which a lawyer, or an organisation, is registered, and never a name, which two may
 * share.
 *
 * Law     None asks an authority to tell this registry which number counsel has.
 * Policy  A cédula profesional (Dirección General de Profesiones) for a lawyer; a CLUNI (federal register of civil society organisations) for
 *         an organisation. Which digits are given out, and how a CLUNI is put together, no source at hand says: held to length and letters alone.
 */
import { fold } from './code-list.ts'

/** How many numbers one account may answer to: an organisation's own, and those of its lawyers. A default of Vigía. */
export const MOST_COUNSEL_KEYS = 50

const CEDULA = /^0*([1-9]\d{4,7})$/
const CLUNI = /^[A-Z][A-Z\d]{13}$/

/** The number as Vigía keeps and compares it, whatever blanks and case it is written in; null for what is no such number. SQL: representation_counsel_key_is_known. */
export function counselKeyOf(text: string): string | null {
  const key = fold(text).replace(/\s/gu, '')
  return CEDULA.exec(key)?.[1] ?? (CLUNI.test(key) ? key : null)
}
