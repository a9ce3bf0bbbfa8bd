/** What the twin writes in any manner is what the code lists read: nothing in its files is beyond a careful reader. */
import { codeOf } from '@vigia/law/code-list'
import { COUNTRIES, countryCodeOf } from '@vigia/law/countries'
import { FACILITY_TYPES } from '@vigia/law/facilities'
import { STATE_CODES, stateCodeOf } from '@vigia/law/states'
import { expect, test } from 'vitest'
import { minuteOf } from '../calendar.ts'
import { minuteIn } from '../check/read-file.ts'
import { MANNER_OF_CNDH, MANNER_OF_COMAR, type Manner, mannerOfDif, mannerOfInm, mannerOfPpnna } from './manner.ts'
import { penOf } from './pen.ts'

const MANNERS: readonly (readonly [string, Manner])[] = [
  ['INM until 2022', mannerOfInm(2021)],
  ['INM in 2023 and 2024', mannerOfInm(2024)],
  ['INM now', mannerOfInm(2026)],
  ['DIF until 2022', mannerOfDif(2022)],
  ['DIF now', mannerOfDif(2026)],
  ['COMAR', MANNER_OF_COMAR],
  ['CNDH', MANNER_OF_CNDH],
  ...(['05', '06', '07', '08', '09'] as const).map(
    (state) => [`Procuraduría of ${state}`, mannerOfPpnna(state)] as const,
  ),
]

test.each(MANNERS)('given %s, states, countries and words are read back as what they were', (_name, manner) => {
  const pen = penOf(manner)
  for (const state of STATE_CODES) expect(stateCodeOf(pen.state(state))).toBe(state)
  for (const { code } of COUNTRIES) expect(countryCodeOf(pen.country(code))).toBe(code)
  for (const type of Object.keys(FACILITY_TYPES))
    expect(codeOf(FACILITY_TYPES, pen.word(FACILITY_TYPES, type))).toBe(type)
})

test.each(MANNERS)('given %s, every minute of a day is read back to the minute', (_name, manner) => {
  const pen = penOf(manner)
  const day = minuteOf(2024, 2, 29)
  for (let minute = 0; minute < 1_440; minute += 7) expect(minuteIn(pen.hour(day + minute))).toBe(day + minute)
  expect(minuteIn(pen.day(day + 700))).toBe(day)
})

test('given Latin-1 senders, every letter that they write has a place in it', () => {
  for (const { code } of COUNTRIES) {
    const text = penOf(mannerOfDif(2022)).country(code)
    expect(Buffer.from(text, 'latin1').toString('latin1')).toBe(text)
  }
})
