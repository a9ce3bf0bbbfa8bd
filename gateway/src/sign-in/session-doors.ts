/** `/session`: who is signed in, the way to the issuer and back, and the way out. */
import { type KeyObject, randomBytes } from 'node:crypto'
import { codeFor } from '@vigia/kit/key-of-service'
import { log } from '@vigia/kit/log'
import { type Request, type Response, Router } from 'express'
import { Refused } from '../request/refused.ts'
import { requestIdOf } from '../request/request-id.ts'
import type { Addresses } from './addresses.ts'
import type { Caller } from './caller.ts'
import { giveCookie, SIGN_IN_COOKIE, takeCookie } from './cookies.ts'
import { cookieOf, isLoopback, isPreflighted, refuseForeign, SESSION_COOKIE } from './credentials.ts'
import type { Endings } from './endings.ts'
import { codeOfPage } from './for-whom.ts'
import { type Issuer, NotLetIn } from './issuer.ts'
import { saidBy } from './issuer-away.ts'
import type { Keeper } from './keeper.ts'
import type { Rates } from './rates.ts'
import type { SessionStore } from './session-store.ts'

export interface SessionDoorOptions {
  address: URL
  origins: ReadonlySet<string>
  keeper: Keeper
  issuer: Issuer
  sessions: SessionStore
  endings: Endings
  addresses: Addresses
  rates: { signIn: Rates; address: Rates }
  /** From which the page of each person has what it says to be his, and a key for what was being written. */
  pageKey: KeyObject
  idleMs: number
  /** Whether the explorer of the graph is served. */
  hasExplorer: boolean
  now: () => number
  /** Told of a sign-in that came to nothing. */
  denied?: ((requestId: string, why: string) => Promise<void>) | undefined
}

export function createSessionDoors(options: SessionDoorOptions): Router {
  const { address, addresses, issuer, rates, now } = options
  const why = whyNot(options)
  const doors = Router()

  doors.get('/', whoIsIn(options))

  doors.get('/start', async (request, response) => {
    const returnTo = wayIn(request.query['to'])
    if (isLoopback(address.hostname) && request.headers.host !== address.host) {
      // The cookies and the issuer know one name of this host only.
      response.redirect(302, new URL(`/session/start?to=${encodeURIComponent(returnTo)}`, address).href)
      return
    }
    if (!rates.signIn.allows(addresses.of(request), 1)) {
      leave(response, wayBack('busy', returnTo))
      return
    }
    const id = randomId()
    const to = await issuer.begin(id, returnTo, new Date(now())).catch(why(request))
    const isAway = to instanceof NotLetIn
    if (!isAway) giveCookie(response, SIGN_IN_COOKIE, id)
    leave(response, isAway ? wayBack(to.why, returnTo) : to.href)
  })

  doors.get('/callback', async (request, response) => {
    const id = randomId()
    takeCookie(response, SIGN_IN_COOKIE)
    const came = await letIn(options, request, id).catch(why(request))
    if (came instanceof NotLetIn) {
      const isBusy = !rates.address.allows(addresses.of(request), 1)
      leave(response, wayBack(isBusy ? 'busy' : came.why, came.returnTo))
      return
    }
    giveCookie(response, SESSION_COOKIE, id)
    leave(response, came.returnTo)
  })

  doors.post('/end', wayOut(options))

  return doors
}

/** Throws NotLetIn, and what the database throws. */
async function letIn(
  { address, issuer, sessions, now }: SessionDoorOptions,
  { originalUrl, headers }: Request,
  id: string,
) {
  const at = new Date(now())
  const came = await issuer
    .finish(cookieOf(headers, SIGN_IN_COOKIE), new URL(originalUrl, address).search, at)
    .catch(async (error: unknown) => {
      if (error instanceof NotLetIn && error.sub !== null) await sessions.endAllOf(error.sub, at)
      throw error
    })
  await sessions.begin(id, came, { now: at, former: cookieOf(headers, SESSION_COOKIE) })
  return came
}

function whoIsIn({ keeper, pageKey, idleMs, hasExplorer }: SessionDoorOptions) {
  return async (request: Request, response: Response): Promise<void> => {
    const caller = await signedIn(request, keeper)
    response.setHeader('cache-control', 'no-store')
    const idleMinutes = idleMs / 60_000
    response.json(caller ? { signedIn: true, ...told(caller, pageKey), idleMinutes, hasExplorer } : { signedIn: false })
  }
}

/** Answers with where the issuer's own session is ended, where it has such a place. */
function wayOut({ origins, keeper, issuer, sessions, endings, now }: SessionDoorOptions) {
  return async (request: Request, response: Response): Promise<void> => {
    requireOwnPage(request, origins)
    const caller = await signedIn(request, keeper)
    if (caller) {
      await sessions.end(caller.key, new Date(now()))
      endings.note(caller.key)
    }
    takeCookie(response, SESSION_COOKIE)
    response.setHeader('cache-control', 'no-store')
    const at = caller && (await issuer.wayOut())
    if (at) response.json({ at: at.href })
    else response.status(204).end()
  }
}

const randomId = (): string => randomBytes(32).toString('base64url')

/** What a page may know of who is looking at it. */
const told = ({ actor, name, endsAt }: Caller, pageKey: KeyObject) => ({
  name,
  role: actor.role,
  states: actor.states,
  scopes: actor.scopes,
  endsAt: new Date(endsAt).toISOString(),
  forWhom: codeOfPage(pageKey, actor),
  draftKey: codeFor(pageKey, [actor.sub, actor.role], DRAFT_KEY_BYTES),
})

/** Of AES-256: the page seals with it what somebody was writing when the session ended, and opens it when the same one is back. */
const DRAFT_KEY_BYTES = 32

/** Null for nobody. Whoever cannot be looked up now is refused as such, and not called signed out. */
export async function signedIn(request: Request, keeper: Keeper): Promise<Caller | null> {
  if (cookieOf(request.headers, SESSION_COOKIE) === null) return null
  try {
    const caller = await keeper.identify(request)
    return caller.by === 'session' ? caller : null
  } catch (error) {
    if (error instanceof Refused && error.status === 401) return null
    throw error
  }
}

/** Throws Refused unless a page of ours asks. */
export function requireOwnPage(request: Request, origins: ReadonlySet<string>): void {
  refuseForeign(request, origins)
  if (!isPreflighted(request.headers)) throw new Refused(400, 'CSRF', 'Send the header x-vigia.')
}

/** A page of this host and nothing else. What is left of a path with dots in it may begin with two strokes: another host. */
function wayIn(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > 1_000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked)) return '/'
  const { pathname, search } = new URL(asked, 'http://localhost')
  return /^\/(\/|session\b|issuer\b)/.test(pathname) ? '/' : pathname + search
}

const wayBack = (why: string, to: string): string => `/entrar?motivo=${why}&a=${encodeURIComponent(to)}`

function leave(response: Response, to: string): void {
  response.setHeader('cache-control', 'no-store')
  response.redirect(303, to)
}

/** Why nobody was let in; the audit is told. A fault of ours is no answer to a person: he comes back to the page, as from an issuer that is away. */
const whyNot =
  ({ denied }: SessionDoorOptions) =>
  (request: Request) =>
  async (error: unknown): Promise<NotLetIn> => {
    const requestId = requestIdOf(request)
    if (!(error instanceof NotLetIn)) {
      log.error({ requestId, why: 'unknown', fault: error }, 'a sign-in failed')
      return new NotLetIn('unknown', error)
    }
    const { why, claim, cause } = error
    const said = saidBy(cause)
    const told = { requestId, why, ...(said && { said }), ...(claim && { claim }) }
    log.warn({ ...told, ...(cause !== undefined && { fault: cause }) }, 'a sign-in failed')
    await denied?.(requestId, why)
    return error
  }
