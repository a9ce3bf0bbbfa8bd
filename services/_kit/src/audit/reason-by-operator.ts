/** Why somebody at the machine destroys or takes back: written down in the audit, which keeps it longer than what it is about. */
import { AskedWrongly } from '@vigia/db/asked'
import { LONGEST_WORDS, namesSomebody } from '@vigia/law/written-words'

/** The reason as it is written down. Throws AskedWrongly, `missing` where there is none. */
export function reasonGiven(text: string | undefined, missing: string): string {
  const reason = (text ?? '').trim()
  if (reason === '') throw new AskedWrongly(missing)
  if (reason.length > LONGEST_WORDS) throw new AskedWrongly(`El motivo (--reason) cabe en ${LONGEST_WORDS} signos.`)
  if (namesSomebody(reason))
    throw new AskedWrongly(
      'El motivo (--reason) se queda en la auditoría: escríbalo sin CURP, teléfono ni correo de nadie.',
    )
  return reason
}
