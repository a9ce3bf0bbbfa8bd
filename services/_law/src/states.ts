/** The 32 federal entities in INEGI order, the nation, and a reader of every way in which authorities write them. */
import { makeReader } from './code-list.ts'

export interface State {
  /** INEGI's two digits, '01' to '32'; '00' for the nation. */
  readonly code: StateCode | NationCode
  /** ISO 3166-2; null for the nation. */
  readonly iso: string | null
  /** The official name. */
  readonly name: string
  readonly shortName: string
  /** As on the map. */
  readonly abbreviation: string
  /** INEGI, Censo de Población y Vivienda 2020. */
  readonly population: number
  readonly aliases: readonly string[]
}

export const STATE_CODES = [
  ...(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16'] as const),
  ...(['17', '18', '19', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '30', '31', '32'] as const),
] as const

export type StateCode = (typeof STATE_CODES)[number]
export type NationCode = '00'

/** Where a time of day in Mexico is meant, when nothing else is said. */
export const MEXICO_TIME_ZONE = 'America/Mexico_City'

type Row = readonly [
  iso: string,
  abbreviation: string,
  population: number,
  name: string,
  short?: string,
  ...aliases: string[],
]

const ROWS: readonly Row[] = [
  ['AGU', 'Ags.', 1_425_607, 'Aguascalientes'],
  ['BCN', 'BC', 3_769_020, 'Baja California', 'Baja California', 'B.C.', 'Baja California Norte', 'BCN'],
  ['BCS', 'BCS', 798_447, 'Baja California Sur', 'Baja California Sur', 'B.C.S.'],
  ['CAM', 'Camp.', 928_363, 'Campeche'],
  ['COA', 'Coah.', 3_146_771, 'Coahuila de Zaragoza', 'Coahuila'],
  ['COL', 'Col.', 731_391, 'Colima'],
  ['CHP', 'Chis.', 5_543_828, 'Chiapas'],
  ['CHH', 'Chih.', 3_741_869, 'Chihuahua'],
  [
    'CMX',
    'CDMX',
    9_209_944,
    'Ciudad de México',
    'Ciudad de México',
    'Distrito Federal',
    'DF',
    'D.F.',
    'MX-DIF',
    'Cd. de México',
    'Cd. México',
    'México DF',
    'México, D.F.',
  ],
  ['DUR', 'Dgo.', 1_832_650, 'Durango'],
  ['GUA', 'Gto.', 6_166_934, 'Guanajuato'],
  ['GRO', 'Gro.', 3_540_685, 'Guerrero'],
  ['HID', 'Hgo.', 3_082_841, 'Hidalgo'],
  ['JAL', 'Jal.', 8_348_151, 'Jalisco'],
  [
    'MEX',
    'Méx.',
    16_992_418,
    'México',
    'Estado de México',
    'Edomex',
    'Edo. Méx.',
    'Edo. de México',
    'Edo. de Méx.',
    'Edo México',
  ],
  ['MIC', 'Mich.', 4_748_846, 'Michoacán de Ocampo', 'Michoacán'],
  ['MOR', 'Mor.', 1_971_520, 'Morelos'],
  ['NAY', 'Nay.', 1_235_456, 'Nayarit'],
  ['NLE', 'NL', 5_784_442, 'Nuevo León', 'Nuevo León', 'N.L.'],
  ['OAX', 'Oax.', 4_132_148, 'Oaxaca', 'Oaxaca', 'Oaxaca de Juárez'],
  ['PUE', 'Pue.', 6_583_278, 'Puebla'],
  ['QUE', 'Qro.', 2_368_467, 'Querétaro', 'Querétaro', 'Querétaro de Arteaga', 'Querétaro Arteaga'],
  ['ROO', 'Q. Roo', 1_857_985, 'Quintana Roo', 'Quintana Roo', 'QRoo', 'QR'],
  ['SLP', 'SLP', 2_822_255, 'San Luis Potosí', 'San Luis Potosí', 'S.L.P.'],
  ['SIN', 'Sin.', 3_026_943, 'Sinaloa'],
  ['SON', 'Son.', 2_944_840, 'Sonora'],
  ['TAB', 'Tab.', 2_402_598, 'Tabasco'],
  ['TAM', 'Tamps.', 3_527_735, 'Tamaulipas'],
  ['TLA', 'Tlax.', 1_342_977, 'Tlaxcala'],
  ['VER', 'Ver.', 8_062_579, 'Veracruz de Ignacio de la Llave', 'Veracruz', 'Veracruz-Llave', 'Veracruz Llave'],
  ['YUC', 'Yuc.', 2_320_898, 'Yucatán'],
  ['ZAC', 'Zac.', 1_622_138, 'Zacatecas'],
]

/** The 32, in INEGI order. */
export const STATES: readonly (State & { readonly code: StateCode; readonly iso: string })[] = ROWS.map(
  ([iso, abbreviation, population, name, shortName = name, ...aliases], index) => {
    const code = STATE_CODES[index]
    if (!code) throw new Error(`No INEGI code for ${name}`)
    return { code, iso: `MX-${iso}`, name, shortName, abbreviation, population, aliases }
  },
)

/** Its population is the census figure for the nation, which is the sum of the states. */
export const NATION = {
  code: '00',
  iso: null,
  name: 'Estados Unidos Mexicanos',
  shortName: 'Nacional',
  abbreviation: 'Nal.',
  population: STATES.reduce((sum, { population }) => sum + population, 0),
  aliases: [
    ...['0', 'MX', 'República Mexicana', 'nación', 'nacional', 'total nacional', 'territorio nacional', 'todo el país'],
  ],
} as const satisfies State

const byCode = new Map<string, State>([NATION, ...STATES].map((state) => [state.code, state]))

/** A state, or the nation for '00'. */
export function stateOf(code: StateCode | NationCode): State {
  const state = byCode.get(code)
  if (!state) throw new RangeError(`No state has the code "${code}"`)
  return state
}

export function isStateCode(code: string): code is StateCode {
  return code !== NATION.code && byCode.has(code)
}

const readState = makeReader<StateCode>(
  STATES.flatMap((state) => spellingsOf(state).map((text) => [text, state.code] as const)),
)
const readTerritory = makeReader<StateCode | NationCode>([
  ...spellingsOf(NATION).map((text) => [text, NATION.code] as const),
  ...STATES.flatMap((state) => spellingsOf(state).map((text) => [text, state.code] as const)),
])

/** "Estado de Tabasco", "O.R. Chiapas": of what of the state it is, which no name of one begins with but that of México. */
const OF_STATE =
  /^(?:estado de|edo\. de|(?:o\.? ?r\.?|of(?:icin|n)a\.? de representaci[oó]n)(?: en(?: el estado de)?| de(?:l estado de)?)?) /iu

/** The state that the text means: a name in any spelling, an abbreviation, INEGI's code with or without zero, ISO's code. */
export function stateCodeOf(text: string): StateCode | null {
  return readState(text) ?? (OF_STATE.test(text) ? readState(text.replace(OF_STATE, '')) : null)
}

const byIso = new Map(STATES.map((state) => [state.iso, state]))

/** A state or the nation by INEGI's code or ISO's, as the graph takes them; null for any other text. */
export function stateByCode(code: string): State | null {
  if (code === NATION.code) return NATION
  return isStateCode(code) ? stateOf(code) : (byIso.get(code) ?? null)
}

/** As stateCodeOf, and '00' for the nation. */
export function territoryCodeOf(text: string): StateCode | NationCode | null {
  return readTerritory(text)
}

const MUNICIPALITY_KEY = /^\d{4,5}$/

/**
 * INEGI's key of a municipality (catalogue AGEM): the state's two digits and three of its own. Spreadsheets lose a zero before it.
 * Null where the text is none; whether that state has such a municipality is not looked up.
 */
export function municipalityKeyOf(text: string): string | null {
  const key = MUNICIPALITY_KEY.test(text) ? text.padStart(5, '0') : ''
  return isStateCode(key.slice(0, 2)) && !key.endsWith('000') ? key : null
}

function spellingsOf({ code, iso, name, shortName, abbreviation, aliases }: State): string[] {
  const codes = [code, String(Number(code)), ...(iso === null ? [] : [iso, iso.slice(3)])]
  return [...codes, name, shortName, abbreviation, ...aliases]
}
