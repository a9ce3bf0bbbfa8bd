/** The names in use of the 32 states, and INEGI's abbreviations. The registry has the official names, which are longer. */
import type { Language } from './words.ts'

const NAMES: Readonly<Record<string, readonly [name: string, short: string]>> = {
  '01': ['Aguascalientes', 'Ags.'],
  '02': ['Baja California', 'BC'],
  '03': ['Baja California Sur', 'BCS'],
  '04': ['Campeche', 'Camp.'],
  '05': ['Coahuila', 'Coah.'],
  '06': ['Colima', 'Col.'],
  '07': ['Chiapas', 'Chis.'],
  '08': ['Chihuahua', 'Chih.'],
  '09': ['Ciudad de México', 'CDMX'],
  '10': ['Durango', 'Dgo.'],
  '11': ['Guanajuato', 'Gto.'],
  '12': ['Guerrero', 'Gro.'],
  '13': ['Hidalgo', 'Hgo.'],
  '14': ['Jalisco', 'Jal.'],
  '15': ['Estado de México', 'Méx.'],
  '16': ['Michoacán', 'Mich.'],
  '17': ['Morelos', 'Mor.'],
  '18': ['Nayarit', 'Nay.'],
  '19': ['Nuevo León', 'NL'],
  '20': ['Oaxaca', 'Oax.'],
  '21': ['Puebla', 'Pue.'],
  '22': ['Querétaro', 'Qro.'],
  '23': ['Quintana Roo', 'Q. Roo'],
  '24': ['San Luis Potosí', 'SLP'],
  '25': ['Sinaloa', 'Sin.'],
  '26': ['Sonora', 'Son.'],
  '27': ['Tabasco', 'Tab.'],
  '28': ['Tamaulipas', 'Tamps.'],
  '29': ['Tlaxcala', 'Tlax.'],
  '30': ['Veracruz', 'Ver.'],
  '31': ['Yucatán', 'Yuc.'],
  '32': ['Zacatecas', 'Zac.'],
}

const IN_ENGLISH: Readonly<Record<string, string>> = { '09': 'Mexico City', '15': 'State of Mexico' }

export const STATE_CODES: readonly string[] = Object.keys(NAMES).toSorted()

/** The whole country, in the graph. */
export const NATION = '00'

export const isStateCode = (code: string) => code in NAMES

/** Of a state; of the nation, where something is of it and of no state. */
export function stateName(code: string, language: Language): string {
  if (code === NATION) return language === 'es' ? 'Federación' : 'Federation'
  const name = NAMES[code]?.[0]
  if (!name) throw new Error(`no state has the code ${code}`)
  return language === 'en' ? (IN_ENGLISH[code] ?? name) : name
}

export function stateAbbreviation(code: string): string {
  const short = NAMES[code]?.[1]
  if (!short) throw new Error(`no state has the code ${code}`)
  return short
}
