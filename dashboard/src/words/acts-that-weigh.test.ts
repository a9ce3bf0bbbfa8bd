/** Of every kind that an act makes graver it is said which, in both languages: "once the act is done" tells nobody whether it is so here. */
import { ALERT_KINDS } from '@vigia/law/alert-kinds'
import { thresholdsOf } from '@vigia/law/alert-thresholds'
import { codesOf } from '@vigia/law/code-list'
import { expect, test } from 'vitest'
import { actThatWeighs } from './acts-that-weigh.ts'

const ON_ACT = codesOf(ALERT_KINDS).filter((kind) => thresholdsOf(kind).some(({ since }) => since === 'ACT'))

test('there are kinds that an act makes graver', () => {
  expect(ON_ACT.length).toBeGreaterThan(5)
})

test.each(ON_ACT)('%s says which act that is', (kind) => {
  expect(actThatWeighs(kind, 'es')).toBeTruthy()
  expect(actThatWeighs(kind, 'en')).toBeTruthy()
})

test('a place that is no premises of INM is not said to be red by the law on stations', () => {
  expect(actThatWeighs('OVERCROWDED', 'es')).toMatch(/si es una estación o estancia/)
})
