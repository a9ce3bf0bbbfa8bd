/** What a case is: a row that the database would refuse, and the sentence that answers first. */
import type { TakeInOptions } from '@vigia/kit/intake/take-in'
import { aDetection } from '../../support/builders/inm.ts'
import { aCase } from '../../support/builders/ppnna.ts'
import type { Row } from '../../support/builders/row.ts'

/** A child whose birth date is known, and the child's file. */
export const known = aDetection({
  ...{ NUE: 'N910000001', 'FECHA Y HORA': '10/03/2024 10:00', 'FECHA DE NACIMIENTO': '05/03/2024', EDAD: '' },
})
export const opened = aCase(known.ACTA)

export const CHIAPAS = { state: '07' }

type Sent = [feed: string, row: () => Row, options?: Partial<TakeInOptions>]
export type Case = [constraint: string, what: string, before: Sent[], sent: Sent, column: string, reason: string]
