import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { expect, test } from 'vitest'
import { wantedBy } from '../rules/endpoint-wanted.ts'
import { type Acting, createEndpoint } from './manage-endpoints.ts'

const acting: Acting = {
  // What is refused comes to no database.
  db: { pool: { query: () => Promise.reject(new Error('asked')), connect: () => Promise.reject(new Error('asked')) } },
  outgoing: { allowsLoopback: false },
  actor: PSEUDONYMOUS_FEDERAL_SECRETARY,
  now: new Date('2026-11-28T10:00:00Z'),
  requestId: 'a test',
} as unknown as Acting

const called = (description: string) => asking({ description })
const asking = (said: Parameters<typeof wantedBy>[0], by = acting) =>
  createEndpoint(by, wantedBy({ url: 'https://receptor.example.org/', description: 'Alertas', ...said }, null), 'v1a')

test.each([
  ['no name', ' a '],
  ['a name that is too long', 'a'.repeat(201)],
  ['lines of its own', 'Alertas.\n\nEntre en otra página'],
  ['a line by another sign', 'Alertas.\u2028Entre en otra página'],
  ['what turns the direction of writing', 'Alertas \u202eatreiba'],
])('an endpoint whose owner calls it by %s is not registered', async (_what, description) => {
  await expect(called(description)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
})

test('an endpoint with a name in one line is', async () => {
  await expect(called('Alertas del sistema aliado')).rejects.toThrow('asked')
})

test.each([
  ['a state that there is not', { states: ['99'] }],
  ['a blank for a state', { states: ['07', ''] }],
  ['no step at all', { steps: [] }],
])(
  'an endpoint that asks for %s is not registered: it would be told of nothing, and look quiet',
  async (_what, said) => {
    await expect(asking(said)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  },
)

test.each([
  ['states by either code', { states: ['07', 'MX-TAB'] }],
  ['the whole nation', { states: ['00'] }],
  ['audit heads alone', { steps: [], auditHeads: true }],
])('an endpoint that asks for %s is', async (_what, said) => {
  await expect(asking(said)).rejects.toThrow('asked')
})

const AGREED = { data: ['alerts'], kinds: ['CHILD_DEPORTED'], from: 0, until: 9e12 } as const

test.each([
  ['a kind that its agreement names', ['CHILD_DEPORTED'], 'asked'],
  ['all kinds, of which it is told those', [], 'asked'],
  ['a kind beside it', ['CHILD_DEPORTED', 'RETURN_WITHOUT_DETERMINATION'], 'of your agreement alone'],
])('a partner that asks for %s is answered so', async (_what, kinds, answer) => {
  const partner = { ...acting, actor: { ...acting.actor, agreement: AGREED } }

  await expect(asking({ kinds }, partner)).rejects.toThrow(answer)
})
