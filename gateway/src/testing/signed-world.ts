/** Two services behind sign-in as it is in use: a real database, an issuer by hand, a clock that a test moves. */
import { randomBytes } from 'node:crypto'
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import { type Actor, PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { assembleSignIn } from '../sign-in/assemble-sign-in.ts'
import { SessionStore } from '../sign-in/session-store.ts'
import { type SignInTerms, USUAL_TERMS } from '../sign-in/settings.ts'
import { type IssuerByHand, issuerByHand } from './issuer-by-hand.ts'
import { startWorld, type World, type WorldOptions } from './two-services.ts'

interface Database {
  url: string
  drop: () => Promise<void>
}

/** A browser that has signed in, and the headers that its own page sends. */
interface Browser {
  id: string
  sub: string
  headers: Record<string, string>
}

export interface SignedWorld extends World {
  /** The database of sessions, as the gateway reaches it. */
  sessions: ReturnType<typeof openPool>
  /** Signs a browser in now; each as another federal secretary unless told otherwise. `former` is the id that it held before. */
  browser: (changes?: Partial<Actor>, former?: string | null) => Promise<Browser>
  issuer: IssuerByHand
  /** Why somebody was denied, as the audit is told. */
  denied: string[]
  /** The clock of sign-in goes on by so much. */
  later: (ms: number) => void
  now: () => number
  /** Asks the graph with these headers. */
  ask: (headers: Record<string, string>, path?: string) => Promise<Response>
}

export const QUESTION = '{ states { code detention { heldNow } } }'

/** The database is migrated, empty, and dropped with the world. */
export async function startSignedWorld(
  database: Database,
  terms: Partial<SignInTerms> = {},
  options: WorldOptions = {},
): Promise<SignedWorld> {
  let ahead = 0
  const denied: string[] = []
  const now = () => Date.now() + ahead
  const issuer = await issuerByHand(now)
  const world = await startWorld({
    ...options,
    signIn: (address) =>
      assembleSignIn({
        address,
        databaseUrl: urlOfRole(database.url, 'vigia_sessions'),
        issuer: issuer.settings,
        terms: { ...USUAL_TERMS, personRate: 1e6, machineRate: 1e6, addressRate: 1e6, ...terms },
        now,
        betweenLooksMs: 400,
        denied: async (_requestId, why) => void denied.push(why),
      }),
  })
  const sessions = openPool(urlOfRole(database.url, 'vigia_sessions'), 2)
  return {
    ...{ ...world, issuer, now, denied, sessions },
    async browser(changes = {}, former = null) {
      const id = randomBytes(32).toString('base64url')
      const sub = `person-${randomBytes(4).toString('hex')}`
      const actor = { ...PSEUDONYMOUS_FEDERAL_SECRETARY, sub, ...changes }
      await new SessionStore(sessions, issuer.settings.iss, USUAL_TERMS).begin(
        id,
        { actor, name: 'A person' },
        { now: new Date(now()), former },
      )
      return { id, sub: actor.sub, headers: { cookie: `__Host-vigia=${id}`, 'x-vigia': 'test' } }
    },
    later(ms) {
      ahead += ms
    },
    ask: (headers, path = '/graphql') =>
      fetch(world.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: QUESTION }),
      }),
    async stop() {
      await world.stop()
      issuer.stop()
      await sessions.end()
      await database.drop()
    },
  }
}
