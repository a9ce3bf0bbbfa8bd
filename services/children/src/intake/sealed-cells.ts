/** Which cells of the files of children go into the database sealed, and when their keys are kept. */
import { NO_GIVEN_NAMES } from '@vigia/kit/intake/cells/texts'
import { isPlaced } from '@vigia/kit/intake/sql'
import type { Step } from '@vigia/kit/intake/step'
import { markOf } from '@vigia/kit/seal/blind-index'
import type { SealedCells } from '@vigia/kit/seal/row-sealer'
import { needIn } from '@vigia/law/detection-evidence'
import type { FamilyPlace } from '@vigia/law/family-ties'
import { keepKeys } from './keep-keys.ts'
import { whereaboutsIn } from './place-of-relative.ts'
import { IS_SAME_RELATIVE } from './same-relative.ts'

const numberOf = (column: string): SealedCells => ({ name: column, place: 'children.identifier', of: [column] })

export const CURP = numberOf('curp')

const NAMES = ['given_names', 'first_surname', 'second_surname'] as const

/** Nobody is known by a surname alone, unless the row says that the name is not known; nor by that. */
const NAME: SealedCells = {
  name: 'name',
  place: 'children.person_name',
  of: NAMES,
  isMarked: true,
  holds(cell) {
    const [given, first, second] = NAMES.map(cell)
    if (!given || (given === NO_GIVEN_NAMES && !first && !second)) return null
    return withoutNulls({
      given_names: given,
      first_surname: first ?? null,
      second_surname: second ?? null,
    })
  },
  known: {
    isOf: `f.child_id = p.child_id and ${isPlaced('f.child_id', 'child_id', 'not is_new_child')}`,
    key: 'child_id',
    mark: markOf('s.name_mark'),
    // Another given name is of another name, of which no surname is known by the one before.
    while: ['given_names'],
    saysNothing: NO_GIVEN_NAMES,
  },
}

const RISK: SealedCells = {
  name: 'risk',
  place: 'children.detection',
  of: ['causes', 'transit_conditions', 'risk_factors', 'days_in_transit'],
  isMarked: true,
  known: { isOf: `f.id = p.detection_id and ${isPlaced('f.id', 'detection_id')}`, mark: markOf('s.risk_mark') },
}

const EVIDENCE: SealedCells = {
  name: 'evidence',
  place: 'children.detection_evidence',
  of: ['protection_need', 'evaluation_result'],
  isMarked: true,
  tells: ['need', ({ protection_need: signs, evaluation_result: result }) => needIn(signs ?? null, result ?? null)],
  known: {
    isOf: `f.detection_id = p.detection_id and ${isPlaced('f.detection_id', 'detection_id')}`,
    mark: markOf('s.evidence_mark'),
  },
}

const NO_PLACE: FamilyPlace = 'UNKNOWN'

/** A relative of whom a file tells more than an acta. */
const RELATIVE: SealedCells = {
  name: 'relative',
  place: 'children.relative',
  of: ['relative_place', 'relative_state', 'relative_contact', 'tie_verified'],
  isMarked: true,
  alsoMarked: ['relative_place_mark', ['place'], NO_PLACE],
  known: {
    isOf: IS_SAME_RELATIVE,
    mark: markOf('s.relative_mark'),
    saysNothing: NO_PLACE,
  },
  holds(cell) {
    const { place, state } = whereaboutsIn(cell)
    const [contact, verified] = [cell('relative_contact'), cell('tie_verified')]
    if ((place ?? contact ?? verified) === null) return null
    const otherwise = cell('relative_acta') === null ? NO_PLACE : 'MEXICO'
    return withoutNulls({ place: place ?? otherwise, contact, verified, state })
  },
}

export const SEALED_OF_DETECTIONS: readonly SealedCells[] = [CURP, NAME, RISK]
export const SEALED_OF_EVIDENCE: readonly SealedCells[] = [
  ...['passport', 'shelter_folio', 'progres', 'cpims'].map(numberOf),
  EVIDENCE,
  RELATIVE,
]

function withoutNulls(cells: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(cells).filter((cell): cell is [string, string] => cell[1] !== null))
}

const SEALED = [...SEALED_OF_DETECTIONS, ...SEALED_OF_EVIDENCE].flatMap(({ of }) => of)
const KEEP = keepKeys(['detection', 'identifier', 'person_name', 'detection_evidence', 'relative'])

export const KEEP_KEYS: Step = ({ fills }) => (SEALED.some(fills) ? KEEP : null)
