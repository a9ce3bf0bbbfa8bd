/**
 * Reads how far a determination is. What is not decided is none, whatever day and outcome stand beside it: taken in, it would end the wait for
 * one, and a return would be permitted by what nobody has determined.
 */
import { code } from '@vigia/kit/intake/cells/codes'
import { type CellReader, unfit } from '@vigia/kit/intake/cells/reading'
import { type Step, whereFilled } from '@vigia/kit/intake/step'
import { codeOf } from '@vigia/law/code-list'
import { DETERMINATION_STATUSES, isDecided, UNDECIDED_STATUSES } from '@vigia/law/determinations'

/** SQL: whether a row of which `status` is the status is no determination by it. */
export const isUndecided = (status: string): string => `(${status} = any ('{${UNDECIDED_STATUSES.join(',')}}')) is true`

const IS_NONE = 'lo que no se ha decidido no es una determinación.'

/** Of a row that has waited for its file since before such rows were refused. */
export const UNDECIDED_SINCE_BEFORE: Step = whereFilled(
  'status',
  `insert into refusal select line, 'ESTADO DE LA BID', status, 'Dice no haberse decidido: ${IS_NONE}' from staged where ${isUndecided('status')}`,
)

const status = code(DETERMINATION_STATUSES, 'estados de la determinación')

export const decidedStatus: CellReader = (text, now) => {
  const known = codeOf(DETERMINATION_STATUSES, text)
  if (known === null || isDecided(known)) return status(text, now)
  return unfit(
    `«${DETERMINATION_STATUSES[known].es}»: ${IS_NONE} Envíela cuando se haya decidido; si ya constaba como decidida, retire el archivo que la trajo.`,
  )
}
