import { CAUSES } from '@vigia/law/causes'
import { EXIT_TYPES } from '@vigia/law/closures'
import type { CodeList } from '@vigia/law/code-list'
import { DETECTING_AUTHORITIES } from '@vigia/law/detecting-authorities'
import { FACILITY_TYPES } from '@vigia/law/facilities'
import { ACCOMPANIMENTS, SEXES } from '@vigia/law/people'
import { RETURN_TYPES } from '@vigia/law/return-types'
import { expect, test } from 'vitest'
import { answer, code, country, municipality, state, yesOrNo } from './codes.ts'
import { listOf } from './reading.ts'

const NOW = '2026-11-25 12:30:59'

test.each([
  ['Chiapas', '07'],
  ['CHIAPAS', '07'],
  ['MICHOACAN DE OCAMPO', '16'],
  ['Edo. Méx.', '15'],
  ['Distrito Federal', '09'],
  ['CDMX', '09'],
  ['Querétaro', '22'],
  ['7', '07'],
  ['Estado de Tabasco', '27'],
  ['Edo. de Tabasco', '27'],
  ['Estado de México', '15'],
  ['O.R. Chiapas', '07'],
  ['OR CHIS.', '07'],
  ['Oficina de Representación en Tabasco', '27'],
  ['Oficina de Representación en el Estado de Chiapas', '07'],
])('the state %s is %s', (text, inegi) => {
  expect(state(text, NOW)).toBe(inegi)
})

test.each(['N.A.', 'n.a', 'N A'])(
  '%s may say that nothing applies, or that nobody came along: it is asked for',
  (text) => {
    expect(code(ACCOMPANIMENTS, 'acompañamiento')(text, NOW)).toEqual({
      unfit: expect.stringContaining('la palabra entera'),
    })
  },
)

test.each([
  ['NA', 'UNACCOMPANIED'],
  ['N/A', null],
  ['S/D', null],
])('of whom a child came with, %s is %s', (text, meant) => {
  expect(code(ACCOMPANIMENTS, 'acompañamiento')(text, NOW)).toBe(meant)
})

test('a state that does not exist is named and refused', () => {
  expect(state('Nueva Granada', NOW)).toEqual({ unfit: '«Nueva Granada» no es una entidad federativa.' })
})

test.each([
  ['07089', '07089'],
  ['7089', '07089'],
  ['32056', '32056'],
  ['07999', null],
  ['n.e.', null],
])('the key of a municipality %s is %s', (text, key) => {
  expect(municipality(text, NOW)).toBe(key)
})

test.each(['089', '33001', '00089', '07000', '070890', '07O89', 'Tapachula'])(
  '%s is no key of a municipality',
  (text) => {
    expect(municipality(text, NOW)).toEqual({
      unfit: `«${text}» no es una clave de municipio: son cinco dígitos, dos de la entidad y tres suyos (07089).`,
    })
  },
)

test.each([
  ['Honduras', 'HND'],
  ['REPUBLICA BOLIVARIANA DE VENEZUELA', 'VEN'],
  ['Estado Plurinacional de Bolivia', 'BOL'],
  ['Haití', 'HTI'],
  ['n.e.', 'ZZZ'],
  ['Hondureña(o)', 'HND'],
  ['GUATEMALTECO/A', 'GTM'],
  ['Hond.', 'HND'],
  ['El Salvador, C.A.', 'SLV'],
  ['R.D. Congo', 'COD'],
])('the country %s is %s', (text, alpha3) => {
  expect(country(text, NOW)).toBe(alpha3)
})

test.each([
  ['NE', 'Níger'],
  ['NA', 'Namibia'],
  ['sd', 'Sudán'],
])('%s may say that nobody wrote a country, or be the key of %s: it is asked for', (text, name) => {
  expect(country(text, NOW)).toEqual({
    unfit: `«${text}» puede decir que no se especifica, o ser la clave de ${name}: escriba la palabra entera.`,
  })
})

test.each(['NO', 'Sí', 'si'])('%s in the column of a country is no key of one: it is asked for', (text) => {
  expect(country(text, NOW)).toEqual({ unfit: expect.stringContaining('escriba el nombre del país') })
})

test('two nationalities in one cell are not one of them', () => {
  expect(country('Chilena/Haitiana', NOW)).toHaveProperty('unfit')
  expect(country('Congoleña', NOW)).toHaveProperty('unfit')
})

test.each([
  ['Masc.', SEXES, 'MALE'],
  ['ACOMPAÑADA(O)', ACCOMPANIMENTS, 'ACCOMPANIED'],
  ['Viaja sola', ACCOMPANIMENTS, 'UNACCOMPANIED'],
  ['O.P.I.', DETECTING_AUTHORITIES, 'INM_OPI'],
  ['D.I.F.', DETECTING_AUTHORITIES, 'DIF'],
  ['C. A. S.', FACILITY_TYPES, 'CASE'],
  ['R.A.', RETURN_TYPES, 'ASSISTED_RETURN'],
  ['Defunción', EXIT_TYPES, 'DEATH'],
])('%s is read as it is meant', (text, list, meant) => {
  expect(code(list as CodeList, 'palabras')(text, NOW)).toBe(meant)
})

test('a country that does not exist is refused', () => {
  expect(country('Atlántida', NOW)).toHaveProperty('unfit')
})

test.each([
  ['SÍ', 'YES', 't'],
  ['si', 'YES', 't'],
  ['NO', 'NO', 'f'],
  ['SE DESCONOCE', 'UNKNOWN', null],
  ['Se ignora', 'UNKNOWN', null],
  ['n.e.', null, null],
  ['S/D', null, null],
  ['\\N', null, null],
])('%s is %s, and as a boolean %s', (text, said, truth) => {
  expect(answer(text, NOW)).toBe(said)
  expect(yesOrNo(text, NOW)).toBe(truth)
})

test('what is no answer is refused, and is no boolean that is not known', () => {
  expect(answer('quizá', NOW)).toHaveProperty('unfit')
  expect(yesOrNo('quizá', NOW)).toHaveProperty('unfit')
})

test('a cell that says that nothing is known names no state and no code', () => {
  expect(state('n.e.', NOW)).toBeNull()
  expect(code(CAUSES, 'causas')('S/D', NOW)).toBeNull()
})

test('a code is read by its label in any spelling; of another word it is said which there are', () => {
  const sex = code(SEXES, 'sexos')

  expect(sex('MUJER', NOW)).toBe('FEMALE')
  const { unfit } = sex('Q', NOW) as { unfit: string }
  expect(unfit).toMatch(/^«Q» no está en el catálogo de sexos: [^.]+\.$/)
  const said = unfit.slice(unfit.indexOf(': ') + 2, -1).split('; ')
  expect(said.map((word) => sex(word, NOW))).toEqual(Object.keys(SEXES))
})

test('of a long list too, those first that are like the cell', () => {
  const exit = code(EXIT_TYPES, 'tipos de egreso')
  const wordsFor = (text: string) => {
    const { unfit } = exit(text, NOW) as { unfit: string }
    return unfit.slice(unfit.indexOf(': ') + 2, -1).split('; ')
  }

  expect(wordsFor('Fuga').map((word) => exit(word, NOW))).toEqual(Object.keys(EXIT_TYPES))
  expect(wordsFor('Retiro por la abuela')[0]).toBe('Retiro por familiar o tercero')
  expect(wordsFor('Retiro por la abuela').sort()).toEqual(wordsFor('Fuga').sort())
})

test('a list is read item by item, each once; one unknown item refuses it', () => {
  const causes = listOf(code(CAUSES, 'causas'))

  expect(causes('Pobreza | Búsqueda de empleo|pobreza|', NOW)).toBe('{POVERTY,WORK}')
  expect(causes('', NOW)).toBe('{}')
  expect(causes('Pobreza|Aventura', NOW)).toEqual({
    unfit: expect.stringMatching(/^«Aventura» no está en el catálogo de causas: /),
  })
})

test('a list with other separators says which it wants', () => {
  const causes = listOf(code(CAUSES, 'causas'))

  expect(causes('Pobreza; Búsqueda de empleo', NOW)).toEqual({ unfit: expect.stringContaining('sepárelos con «|»') })
})

test('items that are no codes are quoted for PostgreSQL', () => {
  const free = listOf((text) => text)

  expect(free('dice "no"|a\\b|NULL|con, coma', NOW)).toBe('{"dice \\"no\\"","a\\\\b","NULL","con, coma"}')
})
