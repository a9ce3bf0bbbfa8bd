import { expect, test } from 'vitest'
import * as migration from './articles.ts'
import * as amparo from './articles-of-amparo.ts'
import * as asylum from './articles-of-asylum.ts'
import * as centres from './articles-of-centres.ts'
import * as children from './articles-of-children.ts'
import * as complaints from './articles-of-complaints.ts'
import * as data from './articles-of-data.ts'
import * as criteria from './criteria.ts'
import * as criteriaOfAlerts from './criteria-of-alerts.ts'
import { type Basis, citationOf } from './legal-basis.ts'

const statutes: [string, Basis][] = [migration, children, centres, asylum, data, amparo, complaints].flatMap((law) =>
  Object.entries<Basis>(law),
)
const others: [string, Basis][] = [criteria, criteriaOfAlerts].flatMap((file) => Object.entries<Basis>(file))

/** A quotation is short, and yet says what the article says. */
const MOST_WORDS = 26

test.each(statutes)(
  '%s is an article of a statute, with its words, their date and where they are published',
  (_name, basis) => {
    expect(basis.kind).toBe('LAW')
    expect(basis.article).toMatch(/^\d+( |$)/)
    expect(basis.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(basis.wordingSince?.localeCompare(basis.asOf)).toBeLessThanOrEqual(0)
    expect(basis.source).toMatch(/^https:\/\/www\.diputados\.gob\.mx\//)
    expect(basis.quote?.split(' ').length).toBeLessThanOrEqual(MOST_WORDS)
  },
)

test.each(others)('%s is no statute, quotes none, and says in both languages what it is', (_name, basis) => {
  expect(basis.kind).not.toBe('LAW')
  expect(basis.quote).toBeNull()
  expect(basis.saysInSpanish).toMatch(/^[A-ZÁÉÍÓÚÑ].*\.$/)
  // Of a term each language has the same numbers.
  const numbersIn = (text: string | null) => (text?.match(/\d+/g) ?? []).map(Number).sort((one, other) => one - other)
  expect(numbersIn(basis.saysInSpanish)).toEqual(numbersIn(basis.says))
})

// Whoever reads a letter reads these words alone: cut off before them an article says the contrary, or more than it does.
test.each([
  [asylum.NO_DETENTION_OF_ASYLUM_SEEKING_CHILDREN, 'En ningún momento'],
  [migration.NO_DETENTION_OF_CHILDREN, 'en estaciones migratorias ni en lugares habilitados'],
  [migration.PLAN_BINDS_INM, 'salvo que'],
  [migration.NO_RETURN_BEFORE_DETERMINATION, 'En ningún caso'],
  [migration.NOTICE_AFTER_A_CHECK, 'previo a dicha notificación'],
  [migration.NO_CONSULATE_WHEN_PROTECTION_IS_NEEDED, 'en cuyo caso'],
  [children.DATA_AT_THE_MOMENT, 'Los Sistemas de las Entidades'],
  [children.INM_AND_COMAR_PROVIDE_DATA, 'El Instituto Nacional de Migración'],
  [children.NON_REFOULEMENT, 'cuando su vida, seguridad y/o libertad estén en peligro'],
])('$article is quoted with what it turns on: %s', (basis, words) => {
  expect(basis.quote).toContain(words)
})

test('no article stands twice', () => {
  const citations = statutes.map(([, basis]) => citationOf(basis))
  expect(new Set(citations).size).toBe(citations.length)
})

test('a basis is cited as lawyers do', () => {
  expect(citationOf(migration.NO_DETENTION_OF_CHILDREN)).toBe('LM art. 99 ¶3')
  expect(citationOf(children.RETURN_ONLY_BY_BEST_INTERESTS)).toBe('LGDNNA art. 97')
  expect(citationOf(criteria.NOBODY_HELD_OVER_36_HOURS)).toBe('SCJN AR 388/2022')
  expect(citationOf(criteria.BACKLOG_STEPS)).toBe('Vigía A06')
})
