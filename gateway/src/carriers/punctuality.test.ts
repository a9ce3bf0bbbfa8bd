/** Who carries the alerts, by how far NATS and the database are at each look, a second apart. */
import { expect, test } from 'vitest'
import { Punctuality } from './punctuality.ts'

const SECOND_IN_MS = 1_000
type Look = readonly [brought: number | null, top: number]

function carriersOf(looks: readonly Look[]) {
  const said: string[] = []
  const punctuality = new Punctuality('nats://a', (sentence) => said.push(sentence))
  const kept = looks.map(([brought, top], index) => {
    punctuality.judge(brought, top, index * SECOND_IN_MS)
    return punctuality.isKept ? 'NATS' : 'PostgreSQL'
  })
  return { kept: kept.join(' '), said }
}

test.each<[string, readonly Look[], string, readonly string[]]>([
  [
    'is followed and has all',
    [
      [null, 5],
      [5, 5],
      [7, 7],
    ],
    'PostgreSQL NATS NATS',
    [],
  ],
  [
    'is always a little behind',
    [
      [5, 5],
      [6, 9],
      [9, 12],
      [12, 15],
    ],
    'NATS NATS NATS NATS',
    [],
  ],
  [
    'brings nothing more, then catches up',
    [
      [5, 5],
      [5, 6],
      [5, 8],
      [5, 9],
      [7, 9],
      [9, 9],
    ],
    'NATS NATS PostgreSQL PostgreSQL NATS NATS',
    [
      'NATS at nats://a cannot carry the alerts (step 6 has not come): PostgreSQL does until it can.',
      'NATS at nats://a carries the alerts again.',
    ],
  ],
  [
    'lacks what it had when it is followed',
    [
      [3, 9],
      [9, 9],
    ],
    'PostgreSQL NATS',
    [],
  ],
  [
    'is no longer followed',
    [
      [5, 5],
      [null, 6],
    ],
    'NATS PostgreSQL',
    [],
  ],
  [
    'is not followed for long, for no reason that is known',
    Array.from({ length: 9 }, (): Look => [null, 5]),
    Array.from({ length: 9 }, () => 'PostgreSQL').join(' '),
    ['NATS at nats://a cannot carry the alerts (nobody has made its stream): PostgreSQL does until it can.'],
  ],
])('given a NATS that %s', (_what, looks, kept, said) => {
  expect(carriersOf(looks)).toEqual({ kept, said })
})
