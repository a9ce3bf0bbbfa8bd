/** Why somebody at the machine destroys or takes back: written down in the audit, which keeps it longer than what it is about. */
import { AskedWrongly } from '@vigia/db/asked'
import { LONGEST_WORDS, ruleBrokenBy, SHORTEST_REASON, type WordsFault } from '@vigia/law/written-words'

const SAYS = 'diga por qué, con al menos tres palabras distintas.'
const FAULTS: Readonly<Record<WordsFault, string>> = {
  TOO_SHORT: `es demasiado corto: ${SAYS}`,
  TOO_LONG: `cabe en ${LONGEST_WORDS} signos.`,
  CHARACTERS: 'tiene signos que no se ven, o un segundo renglón: escríbalo como texto simple.',
  NAMES_SOMEBODY: 'se queda en la auditoría: escríbalo sin CURP, teléfono ni correo de nadie.',
  SAYS_NOTHING: `no dice nada: ${SAYS}`,
}

/** The reason as it is written down. Throws AskedWrongly, `missing` where there is none. */
export function reasonGiven(text: string | undefined, missing: string): string {
  const reason = (text ?? '').trim()
  if (reason === '') throw new AskedWrongly(missing)
  const fault = ruleBrokenBy(reason, SHORTEST_REASON)
  if (fault) throw new AskedWrongly(`El motivo (--reason) ${FAULTS[fault]}`)
  return reason
}
