/** Reads where a relative is, with the state of one who lives in Mexico: in a column of its own, or in one cell, "México (Chiapas)". */
import { code, state } from '@vigia/kit/intake/cells/codes'
import { type CellReader, isUnfit } from '@vigia/kit/intake/cells/reading'
import type { DerivedOfRow, WrongRow } from '@vigia/kit/intake/feed'
import { FAMILY_PLACES, type FamilyPlace } from '@vigia/law/family-ties'
import { stateCodeOf } from '@vigia/law/states'

type Cell = (name: string) => string | null

const placeIn = code(FAMILY_PLACES, 'lugares')
const MEXICO: FamilyPlace = 'MEXICO'
/** What stands between the country and the state, and behind it; the first of them counts. */
const BETWEEN = /[-–—:(,]/u

/** A place of the list, or MEXICO@07. */
export const placeOfRelative: CellReader = (text, now) => {
  const whole = placeIn(text, now)
  const at = text.search(BETWEEN)
  if (!isUnfit(whole) || at < 0) return whole
  if (placeIn(text.slice(0, at).trim(), now) !== MEXICO) return whole
  const within = text
    .slice(at + 1)
    .replace(/\)$/, '')
    .trim()
  const found = within === '' ? null : state(within, now)
  return isUnfit(found) ? found : found === null ? MEXICO : `${MEXICO}@${found}`
}

/** What a row tells of it. Whoever was detected, and whoever lives in a state, is in Mexico, unless the row says otherwise. */
export function whereaboutsIn(cell: Cell): { place: string | null; state: string | null } {
  const [place = null, within = null] = cell('relative_place')?.split('@') ?? []
  const state = cell('relative_state') ?? within
  return { place: place ?? (state === null ? null : MEXICO), state }
}

/** Two cells that do not fit one another. */
function elsewhere(cell: Cell): WrongRow | null {
  const [place = null, within = null] = cell('relative_place')?.split('@') ?? []
  const said = cell('relative_state')
  const code = said === null ? null : stateCodeOf(said)
  if (code === null) return null
  const wrong = { column: 'ENTIDAD DEL FAMILIAR' }
  if (place !== null && place !== MEXICO)
    return { ...wrong, reason: 'Se dice la entidad donde vive el familiar, y que no vive en México.' }
  if (within === null || within === code) return null
  return { ...wrong, reason: 'No es la entidad que se dice en el lugar del familiar.' }
}

/** The columns that follow from a row of which both cells fit. */
export function unlessElsewhere({ columns, read }: DerivedOfRow): DerivedOfRow {
  return { columns, read: (cell) => elsewhere(cell) ?? read(cell) }
}
