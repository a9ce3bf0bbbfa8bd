/** Reads in which states a document is valid, separated by `|`; and what follows from it for its geographic restriction. */
import { state } from '@vigia/kit/intake/cells/codes'
import { type CellReader, listOf } from '@vigia/kit/intake/cells/reading'
import { type Step, whereFilled } from '@vigia/kit/intake/step'
import { NATION, STATES, territoryCodeOf } from '@vigia/law/states'

const statesIn = listOf(state)
const ALL = `{${STATES.map(({ code }) => code).join(',')}}`

/** In INEGI's order, however the sender has them; the whole country is all of its states. */
export const territory: CellReader = (text, now) => {
  if (territoryCodeOf(text) === NATION.code) return ALL
  const states = statesIn(text, now)
  if (typeof states !== 'string' || states === '{}') return typeof states === 'string' ? null : states
  return `{${states.slice(1, -1).split(',').sort().join(',')}}`
}

const IN_PART = `cardinality(s.valid_in) < ${STATES.length}`

/** SQL: whoever names the states of a document has said whether it binds the child to a part of the country. */
export const IS_BOUND = `coalesce(s.geographic_restriction, ${IN_PART})`

/** SQL: a later file that names no state takes none back, unless it says that the document binds no more, or does now. */
export const VALID_IN_AFTER = `coalesce(s.valid_in, case when s.geographic_restriction is distinct from not f.geographic_restriction
  then f.valid_in else '{}' end)`

/** SQL: as long as the states are known, so is the restriction. */
export const IS_BOUND_AFTER = `coalesce(${IS_BOUND}, case when f.valid_in <> '{}' then f.geographic_restriction end)`

export const BOUND_ELSEWHERE: Step = whereFilled(
  'valid_in',
  `
  insert into refusal
  select s.line, 'TERRITORIO', array_to_string(s.valid_in, ', '), case when s.geographic_restriction
    then 'Se dice que hay restricción geográfica, y que el documento vale en todo el país.'
    else 'Se dice que no hay restricción geográfica, y que el documento vale solo en una parte del país.' end
  from staged s where s.geographic_restriction <> (${IN_PART})`,
)
