/**
 * Where children are cared for: the 41 social assistance centres of 2021 with 2,611 places, none in Mexico City,
 * Colima, Jalisco, Nayarit and Tamaulipas (domain.md 4.6), what has come since, shelters, modules and families.
 * The count of centres and places is published; which state has which is ours, and so are most names.
 */
import type { FacilityType } from '@vigia/law/facilities'
import { STATES, type StateCode, stateOf } from '@vigia/law/states'
import { minuteOf } from '../calendar.ts'
import type { Place } from './facility.ts'
import { townOf, townsIn } from './towns.ts'

export const CAS_2021 = { centres: 41, places: 2_611, noneIn: ['09', '06', '14', '18', '28'] as readonly StateCode[] }

/** Places by centre. The first of a state is the State system's, the second a municipality's, the others private or federal. */
const CENTRES: Readonly<Partial<Record<StateCode, readonly number[]>>> = {
  ...{ '07': [200, 120, 80, 150, 100], '27': [120, 80, 60], '30': [100, 80, 60], '02': [60, 50], '05': [60, 51] },
  ...{ '08': [80, 60], '19': [90, 40], '26': [70, 60], '20': [70, 50], '24': [40], '21': [40], '10': [40], '11': [40] },
  ...{ '12': [40], '13': [40], '15': [40], '16': [40], '17': [40], '22': [40], '23': [40], '25': [40], '29': [40] },
  ...{ '31': [40], '32': [40], '01': [40], '03': [40], '04': [40] },
}

const KINDS: readonly FacilityType[] = ['CASE', 'CASM', 'CASP', 'CASF', 'CASE']

const OPERATORS: Partial<Record<FacilityType, string>> = {
  CASE: 'Sistema DIF estatal',
  CASM: 'Sistema DIF municipal',
  CASP: 'Asociación civil',
  CASF: 'Sistema Nacional DIF',
}

/** Opened since 2021: Berriozábal, and the establishment of Huixtla with its dates in the DOF. */
const SINCE: readonly Place[] = [
  place('CASF', '07', 'CAS para Niñas, Niños y Familias Migrantes Berriozábal', 300, {
    key: 'CAS-07-006',
    town: 'Berriozábal',
    operator: 'Sistema Nacional DIF',
    registry: 'REGISTERED',
    openedOn: minuteOf(2023, 3, 1),
  }),
  place('EAH', '07', 'Establecimiento asistencial Huixtla', 120, {
    key: 'EAH-07-001',
    town: 'Huixtla',
    operator: 'Sistema Nacional DIF',
    openedOn: minuteOf(2022, 5, 18),
    closedOn: minuteOf(2025, 12, 31),
    lifecycle: 'CLOSED',
  }),
]

/** Transit modules of the border, and DIF's establishments where no centre is. */
// biome-ignore format: one line a place
const OTHERS: readonly (readonly [FacilityType, StateCode, string, number])[] = [
  ['MOD', '28', 'CAMEF Reynosa', 60], ['MOD', '28', 'CAMEF Nuevo Laredo', 40], ['MOD', '28', 'CAMEF Matamoros', 40],
  ['MOD', '02', 'Módulo DIF Tijuana', 40], ['MOD', '08', 'Módulo México Mi Hogar', 60], ['MOD', '26', 'Módulo Camino a Casa Nogales', 40],
  ['MOD', '05', 'Módulo Camino a Casa Piedras Negras', 40], ['EAH', '09', 'Albergue DIF Coyoacán', 50], ['EAH', '14', 'Albergue DIF Guadalajara', 30],
  ['EAH', '06', 'Albergue DIF Colima', 12], ['EAH', '18', 'Albergue DIF Tepic', 16], ['CIM', '02', 'Centro Integrador Tijuana', 500],
  ['CIM', '08', 'Centro Integrador Leona Vicario', 400], ['CIM', '28', 'Centro Integrador Matamoros', 300],
  ['CAIFT', '07', 'CAITF Huixtla', 0], ['CAIFT', '07', 'CAITF Catazajá', 0], ['HOSP', '07', 'Hospital General de Tapachula', 0],
  ['HOSP', '27', 'Hospital del Niño Villahermosa', 0], ['HOSP', '30', 'Hospital Regional Acayucan', 0],
]

const SHELTERS = [
  'Casa del Caminante',
  'Nuevo Horizonte',
  'Puerta Abierta',
  'La Esperanza',
  'San Cristóbal',
  'El Sendero',
]

export function carePlaces(): Place[] {
  const centres = Object.entries(CENTRES).flatMap(([state, places]) =>
    places.map((capacity, at) => centre(state as StateCode, capacity, at)),
  )
  const others = OTHERS.map(([type, state, name, capacity], at) =>
    place(type, state, name, capacity || null, {
      key: `${type}-${state}-${String(at + 101)}`,
      // The small ones are houses of the Procuraduría, which in most states is a part of DIF.
      ...(type === 'EAH' && capacity < 20 ? { operator: 'Procuraduría de Protección de NNA' } : {}),
    }),
  )
  return [...centres, ...SINCE, ...others, ...STATES.flatMap(({ code }) => homes(code))]
}

function centre(state: StateCode, capacity: number, at: number): Place {
  const type = KINDS[at] ?? 'CASE'
  const town = townsIn(state)[at] ?? townsIn(state)[0] ?? ''
  return place(type, state, `CAS ${town}${at > 2 ? ' II' : ''}`, capacity, {
    key: `CAS-${state}-${String(at + 1).padStart(3, '0')}`,
    town,
    operator: OPERATORS[type] ?? null,
    registry: at === 0 ? 'CERTIFIED' : at === 2 ? 'EXPIRED' : 'REGISTERED',
    openedOn: minuteOf(2015 + ((Number(state) + at) % 6), 1 + ((Number(state) * 5 + at) % 12), 1),
  })
}

/** Each state's shelter of civil society (Chiapas has four), its extended families and its foster families, each as one place. */
function homes(state: StateCode): Place[] {
  const count = state === '07' ? 4 : 1
  const shelters = Array.from({ length: count }, (_, at) =>
    place('ALB', state, `Albergue ${SHELTERS[(Number(state) + at) % SHELTERS.length]}`, 60, {
      key: `ALB-${state}-${at + 1}`,
      town: townsIn(state)[at] ?? '',
    }),
  )
  const { shortName } = stateOf(state)
  const families = (['FAM_E', 'FAM_A'] as const).map((type) =>
    place(type, state, `${type === 'FAM_E' ? 'Familia extensa' : 'Familia de acogida'} (${shortName})`, null, {
      key: `${type.replace('_', '-')}-${state}`,
    }),
  )
  return [...shelters, ...families]
}

function place(
  type: FacilityType,
  state: StateCode,
  name: string,
  capacity: number | null,
  rest: Partial<Place>,
): Place {
  return {
    ...{ key: null, name, type, state, town: townOf(state, name), operator: null, capacity, registry: 'UNKNOWN' },
    ...{ lifecycle: 'ACKNOWLEDGED', openedOn: null, closedOn: null, listedBy: 'SNDIF' },
    ...rest,
  }
}
