/** How old a child was when it was found, by what the row says of it; a row about an adult is refused. */
import { NO_CHILD } from '@vigia/kit/intake/cells/numbers'
import type { DerivedOfRow, WrongRow } from '@vigia/kit/intake/feed'
import { ageGroupOn, isChildOn, knownAgeOn } from '@vigia/law/age'
import { localDateOf } from '@vigia/law/mexican-time'

const ADULT = 18

/** Age in whole years, where it is known and a child's; and the age group, in which whoever may be a child is one. */
export const AGE_OF_ROW: DerivedOfRow = {
  columns: [
    { name: 'age', type: 'smallint' },
    { name: 'age_group', type: 'text not null' },
  ],
  read(cell) {
    const bornOn = cell('born_on')
    const detectedAt = cell('detected_at') ?? ''
    // Either local time, which begins with the day, or an instant with its zone.
    const day = detectedAt.includes('T') ? localDateOf(new Date(detectedAt)) : detectedAt.slice(0, 10)
    const said = cell('said_age')
    const known = { bornOn, age: said === null ? null : Number(said), isEstimated: cell('is_birth_estimated') === 't' }
    if (bornOn !== null && bornOn > day) return wrong('La fecha de nacimiento es posterior a la detección.')
    if (bornOn !== null && !isChildOn(known, day)) return wrong(OF_AGE)
    const years = knownAgeOn(known, day)
    return [years === null || years >= ADULT ? null : String(years), ageGroupOn(known, day) ?? 'UNKNOWN']
  },
}

const OF_AGE = `Tenía 18 años cumplidos el día de la detección: ${NO_CHILD}`

const wrong = (reason: string): WrongRow => ({ column: 'FECHA DE NACIMIENTO', reason })
