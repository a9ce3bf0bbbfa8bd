/**
 * Reads how far a determination is. What is not decided is none, whatever day and outcome stand beside it: taken in, it would end the wait for
 * one, and a return would be permitted by what nobody has determined.
 */
import { code } from '@vigia/kit/intake/cells/codes'
import { type CellReader, unfit } from '@vigia/kit/intake/cells/reading'
import { codeOf } from '@vigia/law/code-list'
import { DETERMINATION_STATUSES, isDecided } from '@vigia/law/determinations'

const status = code(DETERMINATION_STATUSES, 'estados de la determinación')

export const decidedStatus: CellReader = (text, now) => {
  const known = codeOf(DETERMINATION_STATUSES, text)
  if (known === null || isDecided(known)) return status(text, now)
  return unfit(
    `«${DETERMINATION_STATUSES[known].es}»: lo que no se ha decidido no es una determinación. Envíela cuando se haya decidido; si ya constaba como decidida, retire el archivo que la trajo.`,
  )
}
