/**
 * What ombudspersons are written of a use of emergency access: that there was one, by which office, and never of whom or by whom.
 *
 * Policy  Security.md 3.7: the competent ombudsperson is told at once. The federal one is of every use; one of a state of those by offices
 *         of that state, and of those of children found there. No choice of letters and no silence holds it back: it is about no alert.
 */
import { localDateTimeOf } from '@vigia/law/mexican-time'
import { type Language, officeNamed } from './named-in-letters.ts'
import type { Letter } from './told-by-mail.ts'

export interface EmergencyUse {
  readonly kind: 'EMERGENCY' | 'UNSIGNED'
  readonly at: Date
  /** Of who used it: its role, and the states to which it is bound; null for the whole country. */
  readonly role: string
  readonly states: readonly string[] | null
  /** Where the child was found first; null where there is no such child. */
  readonly found: string | null
}

const WHAT = {
  EMERGENCY: { es: 'Se usó un acceso de emergencia', en: 'Emergency access was used' },
  UNSIGNED: {
    es: 'Nadie ha firmado en 72 horas por un acceso de emergencia',
    en: 'Nobody has signed within 72 hours for a use of emergency access',
  },
} as const

/** Whose hour it is: who reads the letter lives by it. */
const CLOCK = { es: 'hora de la Ciudad de México', en: 'Mexico City time' } as const

/** As offices are named in the addresses of the settings. */
export function ombudspersonsTold({ states, found }: Pick<EmergencyUse, 'states' | 'found'>): string[] {
  const of = [...new Set([...(states ?? []), ...(found === null ? [] : [found])])].sort()
  return ['ombudsperson-federal', ...of.map((state) => `ombudsperson-state:${state}`)]
}

/** The same to each; the address is that of the registry, for links. */
export function emergencyLetter(use: EmergencyUse, recipient: string, address: string): Letter {
  const { kind, at, role, states } = use
  const line = (language: Language, by: string) =>
    `${WHAT[kind][language]} (${by}: ${officeNamed(role, states, language)}), ${localDateTimeOf(at)} (${CLOCK[language]}).`
  const body = [
    line('es', 'oficina'),
    'Quién, por qué y qué expediente se ven con su cuenta:',
    `${address}/cuenta`,
    '',
    line('en', 'office'),
    'Who, why and of which record is to be seen with your account:',
    `${address}/cuenta`,
    '',
  ].join('\n')
  return { recipient, state: null, subject: `Vigía: ${WHAT[kind].es.toLowerCase()}`, body, told: [], isDigest: false }
}
