import { OWED_BY_THE_PLACE } from '@vigia/law/alert-offices'
import { expect, test } from 'vitest'
import { ALL_RULES } from './alerts/all.ts'
import { EXPECTED_FEEDS } from './expected-feeds.ts'
import { silenceThatFreezes } from './frozen-by.ts'

test.each([
  ['HELD_WITHOUT_LEGAL_BASIS', 'placements/stays/INM/07'],
  ['CASE_NOT_PROCESSED', 'representation/protection-cases/PPNNA/07'],
  ['RETURN_WITHOUT_DETERMINATION', 'representation/determinations/PPNNA/07'],
  ['RETURN_WHILE_PENDING', 'children/asylum-claims/COMAR/07'],
  ['TOO_FEW_CARERS', 'placements/stays/DIF/07'],
  ['UNREGISTERED_CENTRE', 'placements/facilities/DIF/07'],
  ['UNLISTED_PLACE', 'placements/facilities/DIF/07'],
  ['CHILD_DEPORTED', null],
] as const)('%s is frozen by the silence of %s', (kind, silence) => {
  expect(silenceThatFreezes({ kind, state: '07', isPlaceOfInm: false })).toBe(silence)
})

test.each(OWED_BY_THE_PLACE)('%s is frozen by the silence of whoever keeps the place', (kind) => {
  const silence = (isPlaceOfInm: boolean) => silenceThatFreezes({ kind, state: '07', isPlaceOfInm })

  expect([silence(true), silence(false)]).toEqual(['placements/stays/INM/07', 'placements/stays/DIF/07'])
})

test('every delivery that ends an alert is one that is owed', () => {
  const owed = EXPECTED_FEEDS.map(({ service, feed, sources }) => `${service}/${feed}/${sources[0]}`)
  const needed = ALL_RULES.flatMap(({ endedBy }) =>
    endedBy === null ? [] : typeof endedBy === 'object' ? [endedBy.ofInm, endedBy.ofOthers] : [endedBy],
  )

  expect(needed.filter((delivery) => !owed.includes(delivery))).toEqual([])
})
