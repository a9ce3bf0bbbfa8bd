/**
 * Referral centres: in no law, in no list of INM (domain.md part 0, 3). Four are on a list of CNDH; the others
 * come to light only in rows of stays. The names are invented: how many there are, nobody knows.
 */
import type { StateCode } from '@vigia/law/states'
import type { Place } from './facility.ts'
import { townOf } from './towns.ts'

const SEEN_BY_CNDH: readonly (readonly [StateCode, string])[] = [
  ['07', 'Centro de canalización Tapachula'],
  ['27', 'Centro de canalización Villahermosa'],
  ['30', 'Centro de canalización Acayucan'],
  ['09', 'Centro de canalización Iztapalapa'],
]

// biome-ignore format: one line a place
const UNLISTED: readonly (readonly [StateCode, string])[] = [
  ['07', 'Centro de canalización La Cigüeña'], ['07', 'Centro de canalización Suchiate'], ['07', 'Centro de canalización Palenque Sur'],
  ['07', 'Centro de canalización Tuxtla Oriente'], ['07', 'Centro de canalización Comalapa'], ['07', 'Centro de canalización Arriaga'],
  ['27', 'Centro de canalización Tenosique'], ['27', 'Centro de canalización El Ceibo'], ['27', 'Centro de canalización Huimanguillo'],
  ['30', 'Centro de canalización Coatzacoalcos'], ['30', 'Centro de canalización Puerto'], ['20', 'Centro de canalización Juchitán'],
  ['20', 'Centro de canalización Tapanatepec'], ['02', 'Centro de canalización Tijuana Este'], ['05', 'Centro de canalización Acuña'],
  ['08', 'Centro de canalización Juárez'], ['19', 'Centro de canalización Monterrey'], ['26', 'Centro de canalización Hermosillo'],
  ['28', 'Centro de canalización Reynosa'], ['24', 'Centro de canalización Matehuala'], ['21', 'Centro de canalización Texmelucan'],
  ['23', 'Centro de canalización Cancún'],
]

export function referralCentres(): Place[] {
  return [
    ...SEEN_BY_CNDH.map(([state, name], at) => centre(state, name, `CNDH-CC-${String(at + 1).padStart(2, '0')}`)),
    ...UNLISTED.map(([state, name]) => centre(state, name, null)),
  ]
}

function centre(state: StateCode, name: string, key: string | null): Place {
  return {
    ...{ key, name, type: 'CCAN', state, town: townOf(state, name), operator: 'Instituto Nacional de Migración' },
    ...{ capacity: null, registry: 'UNREGISTERED', openedOn: null, closedOn: null },
    lifecycle: key === null ? 'SIGHTED' : 'CORROBORATED',
    listedBy: key === null ? null : 'CNDH',
  }
}
