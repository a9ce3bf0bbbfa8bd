import { describe, expect, test } from 'vitest'
import { isStateCode, NATION, STATE_CODES, STATES, stateCodeOf, stateOf, territoryCodeOf } from './states.ts'

describe('the 32 states', () => {
  test('stand in INEGI order with the population of the census of 2020', () => {
    expect(STATES.map(({ code }) => code)).toEqual(STATE_CODES)
    expect(STATES).toHaveLength(32)
    expect(NATION.population).toBe(126_014_024)
  })

  test.each([
    ['07', 'MX-CHP', 'Chiapas', 'Chis.'],
    ['05', 'MX-COA', 'Coahuila de Zaragoza', 'Coah.'],
    ['08', 'MX-CHH', 'Chihuahua', 'Chih.'],
    ['09', 'MX-CMX', 'Ciudad de México', 'CDMX'],
    ['15', 'MX-MEX', 'México', 'Méx.'],
    ['32', 'MX-ZAC', 'Zacatecas', 'Zac.'],
  ] as const)('%s is %s, %s', (code, iso, name, abbreviation) => {
    expect(stateOf(code)).toMatchObject({ iso, name, abbreviation })
  })
})

const SPELLINGS = [
  ['Estado de México', '15'],
  ['ESTADO DE MEXICO', '15'],
  ['Edomex', '15'],
  ['Edo. Méx.', '15'],
  ['México', '15'],
  ['MEX', '15'],
  ['Ciudad de México', '09'],
  ['CDMX', '09'],
  ['DF', '09'],
  ['D.F.', '09'],
  ['Distrito Federal', '09'],
  ['MX-DIF', '09'],
  ['MX-CMX', '09'],
  ['mx-chp', '07'],
  ['chiapas ', '07'],
  ['7', '07'],
  ['07', '07'],
  ['Coahuila', '05'],
  ['Coahuila de Zaragoza', '05'],
  ['Michoacán', '16'],
  ['MICHOACAN DE OCAMPO', '16'],
  ['Veracruz', '30'],
  ['QUERETARO', '22'],
  ['QUERÉTARO', '22'],
  ['Querétaro', '22'],
  ['Quintana Roo', '23'],
  ['Q. Roo', '23'],
  ['B.C.', '02'],
  ['Baja California', '02'],
  ['Baja California Sur', '03'],
  ['N.L.', '19'],
  ['SLP', '24'],
] as const

describe('a state is read from', () => {
  test.each(SPELLINGS)('"%s": %s', (text, code) => {
    expect(stateCodeOf(text)).toBe(code)
    expect(territoryCodeOf(text)).toBe(code)
  })

  test.each(['', 'Nacional', '00', '33', 'Guatemala', 'California'])('"%s": none', (text) => {
    expect(stateCodeOf(text)).toBeNull()
  })

  test('the nation is a territory and no state', () => {
    expect(territoryCodeOf('Estados Unidos Mexicanos')).toBe('00')
    expect(territoryCodeOf('nacional')).toBe('00')
    expect(isStateCode('00')).toBe(false)
    expect(isStateCode('7')).toBe(false)
    expect(isStateCode('07')).toBe(true)
  })
})
