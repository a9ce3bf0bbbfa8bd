import i18next from 'i18next'
import { expect, test } from 'vitest'
import { definitions as englishDefinitions } from './en/definitions.ts'
import { en } from './en/en.ts'
import { partners as englishPartners } from './en/partners.ts'
import { definitions as spanishDefinitions } from './es/definitions.ts'
import { es } from './es/es.ts'
import { partners as spanishPartners } from './es/partners.ts'

/** Every sentence with its path, and the figures that it has room for. */
function sentencesOf(words: object, path = ''): [path: string, sentence: string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : sentencesOf(value, `${path}${key}.`),
  )
}

const placesIn = (sentence: string) => [...new Set(sentence.match(/\{\{\w+\}\}/g))].toSorted()
const shapeOf = (words: object) => sentencesOf(words).map(([path, sentence]) => [path, placesIn(sentence)])

test('English has every sentence of Spanish, with room for the same figures', () => {
  expect(shapeOf(en)).toEqual(shapeOf(es))
  expect(shapeOf(englishDefinitions)).toEqual(shapeOf(spanishDefinitions))
  expect(shapeOf(englishPartners)).toEqual(shapeOf(spanishPartners))
})

test('none is empty', () => {
  const all = [en, es, englishDefinitions, spanishDefinitions, englishPartners, spanishPartners].flatMap((words) =>
    sentencesOf(words),
  )

  expect(all.filter(([, sentence]) => sentence.trim() === '')).toEqual([])
})

test('a child is never called a minor, nor illegal', () => {
  const all = [en, es, englishDefinitions, spanishDefinitions, englishPartners, spanishPartners].flatMap((words) =>
    sentencesOf(words),
  )

  expect(all.filter(([, sentence]) => /\bminors?\b|menores de edad|\bilegal|\billegal/i.test(sentence))).toEqual([])
})

test.each([
  ['Spanish', es],
  ['English', en],
] as const)(
  'in %s, what a button is called for those who listen holds what is written on it',
  (_, { exports, alerts }) => {
    expect(exports.figuresOf).toContain(exports.figures)
    // As they stand on it: how many, of which severity.
    expect(alerts.only).toContain('{{n}} {{severity}}')
  },
)

test.each([
  ['es', 'a la hora', 'a las 3 horas', 'desde el primer momento'],
  ['en', 'at one hour', 'at 3 hours', 'from the first moment'],
])('in %s, one hour is no hours', async (lng, one, three, atOnce) => {
  const words = i18next.createInstance()
  const t = await words.init({ lng, resources: { es: { translation: es }, en: { translation: en } } })

  expect(t('alerts.terms.HOURS', { count: 1, n: '1' })).toBe(one)
  expect(t('alerts.terms.HOURS', { count: 3, n: '3' })).toBe(three)
  expect(t('alerts.terms.AT_ONCE', { count: 0, n: '0' })).toBe(atOnce)
})

/** Names of laws' parts and of rulings, which say themselves what they are beside their number. */
const NO_LETTERS = ['AR', 'II', 'III', 'IV', 'VI', 'CSV', 'INEGI']

test.each([
  ['Spanish', es],
  ['English', en],
] as const)('in %s, the foot of the page says what each abbreviation of the board stands for', (_, words) => {
  const { figures, cohort, filters, where, trend, state, comparison } = words
  const told = sentencesOf({
    figures,
    cohort,
    filters,
    where,
    trend,
    state: { ...state, facilities: {} },
    comparison,
  })
  const used = new Set(told.flatMap(([, sentence]) => sentence.match(/\b[A-ZÑ]{2,}\b/g) ?? []))

  expect([...used].filter((each) => !NO_LETTERS.includes(each) && !words.frame.footer.letters.includes(each))).toEqual(
    [],
  )
})

test('what a reader may not know is not said to be reserved for him', () => {
  expect(es.alerts.unnamed).toBe('Su cargo no lo ve, o su hallazgo se retiró')
})
