/** INM's premises as it lists them: 17 stations with 4,786 places and 37 provisional stays, 33 of them suspended on 29 April 2023 (domain.md 4.6). */
import type { FacilityType } from '@vigia/law/facilities'
import { STATES, type StateCode } from '@vigia/law/states'
import { minuteOf } from '../calendar.ts'
import type { Place } from './facility.ts'
import { townOf } from './towns.ts'

type Row = readonly [state: StateCode, name: string, capacity: number]

/** Tapachula, Acayucan, Villahermosa and Iztapalapa are published; the other 1,956 places are spread by us. */
// biome-ignore format: one line a place
const STATIONS: readonly Row[] = [
  ['07', 'Tapachula', 960], ['30', 'Acayucan', 836], ['27', 'Villahermosa', 532], ['09', 'Iztapalapa', 502],
  ['07', 'Tuxtla Gutiérrez', 280], ['07', 'Palenque', 200], ['08', 'Janos', 130], ['26', 'Hermosillo', 160],
  ['20', 'Oaxaca', 170], ['24', 'San Luis Potosí', 180], ['21', 'Puebla', 150], ['23', 'Cancún', 120],
  ['02', 'Tijuana', 140], ['31', 'Mérida', 106], ['16', 'Morelia', 100], ['22', 'Querétaro', 110], ['04', 'Escárcega', 110],
]

// biome-ignore format: one line a place
const STAYS_A: readonly Row[] = [
  ['04', 'Campeche', 24], ['06', 'Colima', 24], ['05', 'Piedras Negras', 24], ['20', 'San Pedro Tapanatepec', 24],
  ['20', 'Huatulco', 24], ['05', 'Ciudad Acuña', 24], ['26', 'Nogales', 24], ['26', 'Agua Prieta', 24], ['08', 'Ojinaga', 24],
  ['18', 'Tepic', 24], ['12', 'Chilpancingo', 24], ['13', 'Pachuca', 24], ['17', 'Cuernavaca', 24], ['15', 'Toluca', 24],
]

// biome-ignore format: one line a place
const STAYS_B: readonly Row[] = [
  ['02', 'Mexicali', 51], ['03', 'Los Cabos', 51], ['05', 'Saltillo', 51], ['08', 'Ciudad Juárez', 51], ['08', 'Chihuahua', 51],
  ['10', 'Durango', 51], ['11', 'León', 51], ['14', 'Guadalajara', 51], ['28', 'Reynosa', 51], ['28', 'Nuevo Laredo', 51],
  ['28', 'Matamoros', 51], ['28', 'Tampico', 51], ['25', 'Mazatlán', 51], ['23', 'Chetumal', 51], ['32', 'Zacatecas', 51],
  ['01', 'Aguascalientes', 51], ['29', 'Tlaxcala', 51], ['07', 'Comitán', 51], ['30', 'Veracruz', 52],
]

/** Not suspended. */
const STAYS_LEFT: readonly (readonly [FacilityType, ...Row])[] = [
  ['EPB', '19', 'Monterrey', 90],
  ['EPA', '20', 'La Ventosa', 40],
  ['EPA', '04', 'Ciudad del Carmen', 30],
  ['EPA', '12', 'Acapulco', 30],
]

// biome-ignore format: one line a place
const CHECKPOINTS: readonly (readonly [StateCode, string])[] = [
  ['07', 'Garita El Hueyate'], ['07', 'Garita Viva México'], ['07', 'Punto de revisión Echegaray'], ['20', 'Punto de revisión La Ventosa'],
  ['30', 'Punto de revisión Cosoleacaque'], ['27', 'Punto de revisión Macuspana'], ['02', 'Garita San Ysidro'],
  ['05', 'Puente Internacional Piedras Negras'], ['08', 'Punto de revisión Samalayuca'], ['26', 'Punto de revisión Benjamín Hill'],
  ['19', 'Aeropuerto Internacional de Monterrey'], ['28', 'Puente Internacional Reynosa'], ['23', 'Aeropuerto Internacional de Cancún'],
  ['09', 'Aeropuerto Internacional de la Ciudad de México'],
]

/** Places set up as a station, by INM's own word. */
const SET_UP: readonly Row[] = [
  ['07', 'Puente Suchiate', 60],
  ['27', 'Tenosique', 40],
  ['08', 'Ciudad Juárez Norte', 40],
  ['30', 'Coatzacoalcos', 30],
  ['05', 'Piedras Negras Sur', 30],
]

const SUSPENDED_ON = minuteOf(2023, 4, 29)

export function inmPlaces(): Place[] {
  return [
    ...STATIONS.map((row, at) => premises('EM', 'Estación Migratoria', row, at)),
    ...STAYS_A.map((row, at) => premises('EPA', 'Estancia Provisional', row, at, SUSPENDED_ON)),
    ...STAYS_B.map((row, at) => premises('EPB', 'Estancia Provisional', row, at, SUSPENDED_ON)),
    ...STAYS_LEFT.map(([type, ...row], at) => premises(type, 'Estancia Provisional', row, at + 40)),
    ...SET_UP.map((row, at) => premises('LH', 'Lugar habilitado', row, at)),
    ...CHECKPOINTS.map(([state, name], at) => ({ ...premises('PTO', '', [state, name, 0], at), capacity: null })),
    ...STATES.map(({ code, shortName }, at) => ({
      ...premises('OR', 'Oficina de Representación en', [code, shortName, 0], at),
      capacity: null,
    })),
  ]
}

function premises(
  type: FacilityType,
  kind: string,
  [state, town, capacity]: Row,
  at: number,
  closedOn: number | null = null,
): Place {
  const name = `${kind} ${town}`.trim()
  return {
    key: `INM-${type}-${state}-${String(at + 1).padStart(2, '0')}`,
    name,
    type,
    state,
    town: townOf(state, name),
    operator: 'Instituto Nacional de Migración',
    capacity,
    registry: 'UNKNOWN',
    lifecycle: closedOn === null ? 'ACKNOWLEDGED' : 'CLOSED',
    openedOn: null,
    closedOn,
    listedBy: 'INM',
  }
}
