/** What an owner wants of an endpoint, from what he says and what it was. */
import { TOLD_UNASKED } from '@vigia/law/alert-stream'
import { expect, test } from 'vitest'
import { wantedBy } from './endpoint-wanted.ts'

const SAID = { url: 'https://receptor.example.org/', description: 'Alertas' }
const before = wantedBy(
  { ...SAID, states: ['07'], kinds: ['LONG_STAY'], steps: ['OPENED'], contact: 'a@example.org' },
  null,
)

test('given nothing is said of it, a new endpoint is told of the usual steps of all alerts', () => {
  expect(wantedBy(SAID, null)).toMatchObject({ steps: TOLD_UNASKED, states: null, kinds: null, severities: null })
})

test('what is left out stays, and what is empty is taken away', () => {
  expect(wantedBy({}, before)).toEqual(before)
  expect(wantedBy({ states: [], kinds: [], contact: '' }, before)).toMatchObject({
    states: null,
    kinds: null,
    contact: null,
  })
})

test.each([
  ['an INEGI and an ISO code', ['07', 'MX-TAB'], ['07', '27']],
  ['one state in three ways', ['07', 'MX-CHP', '7'], ['07']],
  ['the nation, which is all', ['00'], null],
  ['the nation beside a state', ['07', '00'], null],
  ['what no state is, which is refused as it was said', ['99'], ['99']],
])('given %s, the states are these', (_what, states, kept) => {
  expect(wantedBy({ states }, before).states).toEqual(kept)
})
