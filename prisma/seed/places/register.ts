/** What the national DIF's list tells of the centres that it registers, beside name and kind (LGDNNA art. 112). All invented. */
import type { LegalFigure, Regime } from '@vigia/law/facility-registry'
import { namesOf } from '../people.ts'
import type { Random } from '../random.ts'
import type { FacilityRecord } from '../scenario/fuller-facts.ts'
import { drawer } from '../shares.ts'
import type { Place } from './facility.ts'

const FIGURES: Readonly<Record<string, LegalFigure>> = {
  CASF: 'FEDERAL_BODY',
  CASE: 'STATE_BODY',
  CASM: 'MUNICIPAL_BODY',
  CASP: 'CIVIL_ASSOCIATION',
  EAH: 'FEDERAL_BODY',
}

const regime = drawer<Regime>({ OPEN: 22, SEMI_OPEN: 46, CLOSED: 32 })
const FUNDS = ['Ramo 12, FAM Asistencia Social', 'Subsidio del Sistema Nacional DIF', 'Presupuesto estatal']
const STREETS = ['Av. Central', 'Calle Juárez', 'Calle Hidalgo', 'Carretera Panamericana', 'Av. Reforma']

/** Null for places that stand in no register: families, shelters, hospitals, INM's. */
export function recordOf(chance: Random, place: Place, carers: number | null): FacilityRecord | null {
  const figure = FIGURES[place.type]
  if (figure === undefined || place.listedBy !== 'SNDIF') return null
  const director = namesOf(chance, 'MEX', chance.chance(0.7) ? 'FEMALE' : 'MALE')
  const isPrivate = figure === 'CIVIL_ASSOCIATION'
  return {
    number: place.registry === 'UNKNOWN' ? null : `RNCAS-${place.state}-${String(chance.between(100, 999))}`,
    address: `${chance.pick(STREETS)} ${chance.between(1, 900)}, ${place.town}`,
    figure,
    regime: chance.chance(0.8) ? regime(chance) : null,
    director: chance.chance(0.75) ? [director.given, director.first, director.second].join(' ').trim() : null,
    contact: `${place.key?.toLowerCase() ?? 'centro'}@dif.example`,
    funding: isPrivate ? 'Donativos' : chance.chance(0.7) ? chance.pick(FUNDS) : null,
    gazettedOn: place.type === 'EAH' ? place.openedOn : null,
    carers,
    places: place.capacity === null || !chance.chance(0.6) ? null : shared(place.capacity),
  }
}

/** Half of them for adolescents, more of those for boys; the sum is the capacity. */
function shared(capacity: number): [number, number, number, number] {
  const [girls, boys, older] = [0.24, 0.24, 0.2].map((share) => Math.floor(capacity * share)) as [
    number,
    number,
    number,
  ]
  return [girls, boys, older, capacity - girls - boys - older]
}
