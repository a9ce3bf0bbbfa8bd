import { OWED_BY_THE_PLACE } from '@vigia/law/alert-offices'
import { expect, test } from 'vitest'
import { ALL_RULES } from './alerts/all.ts'
import { EXPECTED_FEEDS } from './expected-feeds.ts'
import { silencesThatFreeze } from './frozen-by.ts'

test.each([
  ['HELD_WITHOUT_LEGAL_BASIS', 'placements/stays/INM/07'],
  ['CASE_NOT_PROCESSED', 'representation/protection-cases/PPNNA/07'],
  ['RETURN_WITHOUT_DETERMINATION', 'representation/determinations/PPNNA/07'],
  ['RETURN_WHILE_PENDING', 'children/asylum-claims/COMAR/07', 'representation/representations/PPNNA/07'],
  ['TOO_FEW_CARERS', 'placements/stays/DIF/07'],
  ['UNREGISTERED_CENTRE', 'placements/facilities/DIF/07'],
  ['UNLISTED_PLACE', 'placements/facilities/DIF/07'],
  ['CHILD_DEPORTED'],
] as const)('%s is frozen by the silence of %s', (kind, ...silences) => {
  expect(silencesThatFreeze({ kind, subject: 'a fact', state: '07', isPlaceOfInm: false })).toEqual(silences)
})

test.each([
  ['INM', ['representation/complaints/CNDH/07']],
  ['SNDIF', ['representation/complaints/CNDH/07']],
  ['DIF', ['representation/complaints/CEDH/07']],
  ['OTHER', []],
] as const)('the report that %s owes is frozen by the silence of the commission that asked', (against, silences) => {
  const alert = {
    kind: 'OMBUDS_REPORT_DUE',
    subject: `a complaint/${against}`,
    state: '07',
    isPlaceOfInm: false,
  } as const

  expect(silencesThatFreeze(alert)).toEqual(silences)
  expect(silencesThatFreeze({ ...alert, subject: 'a complaint' })).toEqual([])
})

test('that a place of INM is in no list is frozen by the silence of INM on who is there', () => {
  const alert = { kind: 'UNLISTED_PLACE', subject: 'a place', state: '07', isPlaceOfInm: true } as const

  expect(silencesThatFreeze(alert)).toEqual(['placements/stays/INM/07'])
})

const TOLD_BY_STAYS = OWED_BY_THE_PLACE.filter((kind) => kind !== 'UNLISTED_PLACE')
test.each(TOLD_BY_STAYS)('%s is frozen by the silence of whoever keeps the place', (kind) => {
  const silence = (isPlaceOfInm: boolean) => silencesThatFreeze({ kind, subject: 'a fact', state: '07', isPlaceOfInm })

  expect([silence(true), silence(false)]).toEqual([['placements/stays/INM/07'], ['placements/stays/DIF/07']])
})

test('every delivery that ends an alert is one that is owed', () => {
  const owed = EXPECTED_FEEDS.map(({ service, feed, sources }) => `${service}/${feed}/${sources[0]}`)
  const subjects = ['', 'a complaint/INM', 'a complaint/DIF']
  const needed = ALL_RULES.flatMap(({ kind }) =>
    [true, false].flatMap((isPlaceOfInm) =>
      subjects.flatMap((subject) => silencesThatFreeze({ kind, subject, state: '07', isPlaceOfInm })),
    ),
  ).map((silence) => silence.replace(/\/07$/, ''))

  expect(needed.filter((delivery) => !owed.includes(delivery))).toEqual([])
})
