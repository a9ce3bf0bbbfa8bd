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

const called = (description: string) =>
  createEndpoint(acting, wantedBy({ url: 'https://receptor.example.org/', description }, null), 'v1a')

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
