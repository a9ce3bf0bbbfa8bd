/** Rows about returns that the database would refuse. */
import { aReturn } from '../../support/builders/inm.ts'
import type { Row } from '../../support/builders/row.ts'
import { type Case, known } from './cases.ts'

/** Each of a return of its own. */
function refused(constraint: string, what: string, answers: Row, column: string, reason: string): Case {
  const returned = aReturn(known.ACTA)
  const list = { 'FOLIO DE RETORNO': returned['FOLIO DE RETORNO'] ?? '', ...answers }
  const before: Case[2] = [['returns/executed-returns', () => returned]]
  return [constraint, what, before, ['returns/return-checklists', () => list], column, reason]
}

const NOT_AS_SAID = ['ESCOLTA ESPECIALIZADA', 'no concuerda'] as const

export const OF_RETURNS: Case[] = [
  refused(
    'escort_women_are_some',
    'women below 0',
    { 'MUJERES EN LA ESCOLTA': '-1' },
    'MUJERES EN LA ESCOLTA',
    'número',
  ),
  refused('escort_men_are_some', 'men beyond 99', { 'HOMBRES EN LA ESCOLTA': '100' }, 'HOMBRES EN LA ESCOLTA', 'entre'),
  refused(
    'escort_is_somebody',
    'an escort of nobody',
    { 'ESCOLTA ESPECIALIZADA': 'SÍ', 'MUJERES EN LA ESCOLTA': '0', 'HOMBRES EN LA ESCOLTA': '0' },
    ...NOT_AS_SAID,
  ),
  refused(
    'escort_is_somebody',
    'no escort, and one woman in it',
    { 'ESCOLTA ESPECIALIZADA': 'NO', 'MUJERES EN LA ESCOLTA': '1' },
    ...NOT_AS_SAID,
  ),
]
