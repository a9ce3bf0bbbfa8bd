/** Municipalities where children are found, by state, most frequent first, each with its key of INEGI: the twin's own choice of real places. */
import { STATE_CODES, type StateCode } from '@vigia/law/states'

// biome-ignore format: one line a state
const TOWNS: Readonly<Record<StateCode, string>> = {
  '01': 'Aguascalientes 001', '02': 'Tijuana 004|Mexicali 002|Tecate 003', '03': 'La Paz 003|Los Cabos 008', '04': 'Escárcega 009|Carmen 003|Campeche 002',
  '05': 'Piedras Negras 025|Acuña 002|Saltillo 030|Torreón 035', '06': 'Manzanillo 007|Colima 002',
  '07': 'Tapachula 089|Suchiate 087|Huixtla 040|Tuxtla Gutiérrez 101|Palenque 065|Frontera Comalapa 034|Comitán de Domínguez 019|Arriaga 009|Pijijiapan 069',
  '08': 'Juárez 037|Janos 035|Chihuahua 019|Ojinaga 052', '09': 'Iztapalapa 007|Venustiano Carranza 017|Tláhuac 011|Cuauhtémoc 015', '10': 'Gómez Palacio 007|Durango 005',
  '11': 'Celaya 007|Irapuato 017|León 020', '12': 'Acapulco de Juárez 001|Chilpancingo de los Bravo 029', '13': 'Huichapan 029|Pachuca de Soto 048|Tula de Allende 076',
  '14': 'Guadalajara 039|Lagos de Moreno 053|El Salto 070', '15': 'Huehuetoca 035|Tultitlán 109|Ecatepec de Morelos 033', '16': 'Lázaro Cárdenas 052|Morelia 053',
  '17': 'Cuernavaca 007|Cuautla 006', '18': 'Tepic 017|Acaponeta 001', '19': 'Monterrey 039|Apodaca 006|China 013|Escobedo 021',
  '20': 'San Pedro Tapanatepec 327|Juchitán de Zaragoza 043|Oaxaca de Juárez 067|Salina Cruz 079', '21': 'Puebla 114|Tehuacán 156|San Martín Texmelucan 132',
  '22': 'San Juan del Río 016|Querétaro 014', '23': 'Benito Juárez 005|Othón P. Blanco 004|Solidaridad 008', '24': 'Matehuala 020|San Luis Potosí 028|Ciudad Valles 013',
  '25': 'Mazatlán 012|Culiacán 006|Ahome 001', '26': 'Hermosillo 030|Nogales 043|Caborca 017|Benjamín Hill 016', '27': 'Tenosique 017|Centro 004|Huimanguillo 008|Macuspana 012|Cárdenas 002',
  '28': 'Reynosa 032|Nuevo Laredo 027|Matamoros 022|Tampico 038', '29': 'Apizaco 005|Tlaxcala 033', '30': 'Acayucan 003|Coatzacoalcos 039|Veracruz 193|Xalapa 087|Cosoleacaque 048',
  '31': 'Mérida 050|Progreso 059', '32': 'Zacatecas 056|Fresnillo 010|Concepción del Oro 007',
}

/** Seats of places, in which no child of the twin is found. */
const OTHERS: Readonly<Partial<Record<StateCode, string>>> = {
  '07': 'Berriozábal 012|Catazajá 017',
  '09': 'Coyoacán 003',
  '15': 'Toluca 106',
  '20': 'Santa María Huatulco 413',
  '26': 'Agua Prieta 002',
}

/** What a place is called by, and the municipality in which that lies, where they are not called alike. */
// biome-ignore format: one line a state
const SEATS: Readonly<Partial<Record<StateCode, Readonly<Record<string, string>>>>> = {
  '02': { 'San Ysidro': 'Tijuana' },
  '07': { Comitán: 'Comitán de Domínguez', Comalapa: 'Frontera Comalapa', Tuxtla: 'Tuxtla Gutiérrez', Hueyate: 'Huixtla', Echegaray: 'Pijijiapan' },
  '08': { Samalayuca: 'Juárez' }, '09': { Aeropuerto: 'Venustiano Carranza' },
  '12': { Acapulco: 'Acapulco de Juárez', Chilpancingo: 'Chilpancingo de los Bravo' }, '13': { Pachuca: 'Pachuca de Soto' }, '19': { Aeropuerto: 'Apodaca' },
  '20': { Ventosa: 'Juchitán de Zaragoza', Juchitán: 'Juchitán de Zaragoza', Tapanatepec: 'San Pedro Tapanatepec', Huatulco: 'Santa María Huatulco', Oaxaca: 'Oaxaca de Juárez' },
  '21': { Texmelucan: 'San Martín Texmelucan' }, '23': { Cancún: 'Benito Juárez', Chetumal: 'Othón P. Blanco' },
  '27': { Villahermosa: 'Centro', Ceibo: 'Tenosique' }, '30': { Puerto: 'Veracruz' },
}

/** Key by name, most frequent first. */
function keysOf(rows: string, state: StateCode): ReadonlyMap<string, string> {
  return new Map(
    rows
      .split('|')
      .filter(Boolean)
      .map((row) => [row.slice(0, -4), `${state}${row.slice(-3)}`]),
  )
}

const FOUND_IN = new Map(STATE_CODES.map((state) => [state, keysOf(TOWNS[state], state)]))
const NAMES = new Map(STATE_CODES.map((state) => [state, [...(FOUND_IN.get(state)?.keys() ?? [])]]))

/** The towns of a state, most frequent first. */
export function townsIn(state: StateCode): readonly string[] {
  return NAMES.get(state) ?? []
}

/** The municipality of a place, by its name; that of most children where the name says none. */
export function townOf(state: StateCode, name: string): string {
  const seat = Object.entries(SEATS[state] ?? {}).find(([word]) => name.includes(word))
  if (seat) return seat[1]
  const towns = [...townsIn(state), ...keysOf(OTHERS[state] ?? '', state).keys()]
  const named = towns.filter((town) => name.includes(town)).sort((one, other) => other.length - one.length)
  return named[0] ?? towns[0] ?? ''
}

/** INEGI's key of a municipality (catalogue AGEM); blank of one that is not among the twin's. */
export function keyOfTown(state: StateCode, town: string): string {
  const others = OTHERS[state]
  return FOUND_IN.get(state)?.get(town) ?? (others && keysOf(others, state).get(town)) ?? ''
}
