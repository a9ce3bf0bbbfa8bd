/** What is asked of a stream within what its asker may be told: a program never follows what it would hear nothing of. */
import { type Actor, PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { TOLD_UNASKED } from '@vigia/law/alert-stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AN_AGREEMENT } from '../../../tests/support/an-agreement.ts'
import { scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { handFeed } from '../testing/alerts-by-hand.ts'
import { openedSocket } from '../testing/raw-socket.ts'
import { type SignedWorld, startSignedWorld } from '../testing/signed-world.ts'
import { stepsWanted } from './steps-wanted.ts'

const CHIAPAS = { ...PSEUDONYMOUS_FEDERAL_SECRETARY, states: ['07'] } satisfies Actor
const PROGRAM = { ...CHIAPAS, kind: 'machine' } satisfies Actor
const BY_TOKEN = { ...CHIAPAS, byToken: true } satisfies Actor
const KIND = 'HELD_WITHOUT_LEGAL_BASIS'
const PARTNER: Actor = { ...PROGRAM, role: 'partner', org: 'Aliado', agreement: { ...AN_AGREEMENT, kinds: [KIND] } }

const ALL = { states: null, kinds: null, severities: null, steps: TOLD_UNASKED }

test.each<[string, unknown, Actor, object]>([
  ['nothing, of all states', undefined, PSEUDONYMOUS_FEDERAL_SECRETARY, ALL],
  ['nothing, of one state', null, PROGRAM, { ...ALL, states: ['07'] }],
  ['the nation', { state: '00' }, PROGRAM, { ...ALL, states: ['07'] }],
  ['its own state, by its other code', { state: 'MX-CHP' }, PROGRAM, { ...ALL, states: ['07'] }],
  ['a state, who oversees all', { state: '30' }, PSEUDONYMOUS_FEDERAL_SECRETARY, { ...ALL, states: ['30'] }],
  ['lists that are empty', { kind: [], severity: [], steps: [] }, PROGRAM, { ...ALL, states: ['07'] }],
  ['nothing, by an agreement', {}, PARTNER, { ...ALL, states: ['07'], kinds: [KIND] }],
  ['what is agreed', { kind: [KIND] }, PARTNER, { ...ALL, states: ['07'], kinds: [KIND] }],
  ['another state, by a page', { state: '30' }, CHIAPAS, { ...ALL, states: [] }],
])('asked for %s: %j', (_what, filter, actor, wanted) => {
  expect(stepsWanted(filter, actor)).toEqual(wanted)
})

test.each<[string, object, Actor, number, string, string]>([
  ['no state at all', { state: '99' }, CHIAPAS, 400, 'BAD_USER_INPUT', 'No such state: use its INEGI or ISO code.'],
  ['another state', { state: '30' }, PROGRAM, 403, 'FORBIDDEN', 'You are told of alerts of your own states alone.'],
  [
    'another state, by a token of a person',
    ...([{ state: '30' }, BY_TOKEN, 403, 'FORBIDDEN', 'You are told of alerts of your own states alone.'] as const),
  ],
  [
    'a kind that is not agreed on',
    { kind: [KIND, 'NO_INTERPRETER'] },
    PARTNER,
    ...([403, 'FORBIDDEN', 'You are told of alerts of the kinds of your agreement alone.'] as const),
  ],
])('asked for %s, it is refused', (_what, filter, actor, status, code, sentence) => {
  expect(() => stepsWanted(filter, actor)).toThrow(expect.objectContaining({ status, code, message: sentence }))
})

let world: SignedWorld
beforeAll(async () => {
  world = await startSignedWorld(await scratchDatabase(), {}, { feed: handFeed() })
})
afterAll(() => world.stop())

async function ownToken(): Promise<string> {
  const { headers } = await world.browser({ role: 'state-secretary', states: ['07'] })
  const made = await fetch(`${world.url}/session/tokens`, {
    method: 'POST',
    headers: { ...headers, origin: world.url, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Hoja de cálculo', days: 1 }),
  })
  return (await made.json()).token
}

test.each([
  ['of its own name', () => world.issuer.token({ vigia_role: 'state-secretary', vigia_states: ['07'] })],
  ['by the token of a person', ownToken],
])(
  'given a program %s, of one state, that follows another, its stream is refused and says why, by socket and by events; its own goes on',
  async (_whose, token) => {
    const query = 'subscription ($state: ID) { alertRaised(filter: { state: $state }) { kind } }'
    const authorization = `Bearer ${await token()}`
    const error = { message: 'You are told of alerts of your own states alone.', extensions: { code: 'FORBIDDEN' } }
    const socket = await openedSocket(world.url, { headers: { authorization } })
    const follow = (id: string, state: string) =>
      socket.say({ id, type: 'subscribe', payload: { query, variables: { state } } })
    follow('1', '30')
    expect(await socket.hears('error')).toMatchObject({ id: '1', payload: [error] })

    follow('2', '07')
    await socket.hears('ping')
    socket.close()

    const answer = await fetch(`${world.url}/graphql/stream`, {
      method: 'POST',
      headers: { authorization, accept: 'text/event-stream', 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { state: '30' } }),
    })
    expect([answer.status, await answer.json()]).toMatchObject([403, { errors: [error] }])
  },
)
