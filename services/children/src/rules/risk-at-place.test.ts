import { expect, test } from 'vitest'
import { type RiskAtPlace, riskIn, wordOf } from './risk-at-place.ts'

test.each<[string, RiskAtPlace]>([
  ['THREAT_TO_LIFE@ORIGIN', { factor: 'THREAT_TO_LIFE', place: 'ORIGIN' }],
  ['CRIME_VICTIM@TRANSIT', { factor: 'CRIME_VICTIM', place: 'TRANSIT' }],
  ['STREET@DESTINATION', { factor: 'STREET', place: 'DESTINATION' }],
  ['ILLNESS', { factor: 'ILLNESS', place: null }],
])('%s is read as it was written', (word, risk) => {
  expect(riskIn(word)).toEqual(risk)
  expect(wordOf(risk)).toBe(word)
})

test.each(['', 'GHOSTS', 'ILLNESS@MOON', '@ORIGIN', 'ILLNESS@', 'ILLNESS@ORIGIN@TRANSIT', 'toString'])(
  'what no intake writes is no risk: "%s"',
  (word) => {
    expect(() => riskIn(word)).toThrow('No risk is written so')
  },
)
