/** Sign-in as it runs: the issuer, the sessions in the database, the keeper of the door, and what is served at /session. */
import { createSecretKey } from 'node:crypto'
import { ANSWERED_WITHIN_MS, openPool } from '@vigia/db/open'
import { keyOfService } from '@vigia/kit/key-of-service'
import { Router } from 'express'
import { readBodyFor } from '../request/body.ts'
import { warn } from '../warn.ts'
import { AccessTokens } from './access-tokens.ts'
import { Addresses } from './addresses.ts'
import { ownOrigins, refuseForeign } from './credentials.ts'
import { DASHBOARD } from './embedded/accounts.ts'
import { createIssuerDoors, type IssuerDoors } from './embedded/issuer-doors.ts'
import { secretsIn } from './embedded/secrets.ts'
import { Endings } from './endings.ts'
import { keepHouse } from './housekeeping.ts'
import { BETWEEN_LOOKS_MS, Issuer } from './issuer.ts'
import { DoorKeeper, type Keeper } from './keeper.ts'
import { PersonalTokens } from './personal-tokens.ts'
import { Proofs } from './proofs.ts'
import type { Rates } from './rates.ts'
import { createSessionDoors } from './session-doors.ts'
import { SessionStore } from './session-store.ts'
import { AUDIENCE, type IssuerSettings, type SignInTerms, TRIAL_ISSUER } from './settings.ts'
import { sharedRates } from './shared-spending.ts'
import { createTokenDoors } from './token-doors.ts'

export interface SignInParts {
  /** Under which people find Vigía. */
  address: URL
  /** A login that can touch the sessions alone. */
  databaseUrl: string
  /** One's own, or the embedded one with the folder where its keys lie. */
  issuer: IssuerSettings | { dataFolder: string }
  terms: SignInTerms
  now?: () => number
  /** Whether the explorer of the graph is served: pages link to it where it is. */
  hasExplorer?: boolean
  /** Told of a sign-in that was denied, and of a token that was forged. */
  denied?: (requestId: string, why: string) => Promise<void>
  /** Between two looks for keys of the issuer that nobody knows. */
  betweenLooksMs?: number
}

export interface AssembledSignIn {
  keeper: Keeper
  doors: Router
  rates: { person: Rates; machine: Rates }
  /** Loads what the first sign-in needs. */
  warmUp: () => Promise<unknown>
  stop: () => Promise<void>
}

const CONNECTIONS = 5

export async function assembleSignIn(parts: SignInParts): Promise<AssembledSignIn> {
  const { address, databaseUrl, terms, now = Date.now, betweenLooksMs = BETWEEN_LOOKS_MS, denied } = parts
  const origins = ownOrigins(address)
  const { settings, embedded } = await issuerOf(parts)
  const pool = openPool(databaseUrl, CONNECTIONS, ANSWERED_WITHIN_MS)
  const byWord = embedded ? TRIAL_ISSUER : settings.iss
  const sessions = new SessionStore(pool, byWord, terms)
  const personalTokens = new PersonalTokens(pool, byWord)
  const issuer = new Issuer(settings, { address, pool, betweenLooksMs })
  const endings = new Endings(databaseUrl, warn, now)
  const accessTokens = new AccessTokens({
    issuer: settings.iss,
    audience: settings.audience,
    ownClientId: settings.clientId,
    keys: issuer.keys,
    proofs: new Proofs(origins, pool, now),
    now,
  })
  const stopHousekeeping = keepHouse(pool)
  const { rates, stopSharing } = sharedRates(pool, databaseUrl, terms, now)
  const addresses = new Addresses(rates.address, terms.proxies)
  const pageKey = createSecretKey(keyOfService(pool, 'drafts'))
  const known = { sessions, personalTokens, accessTokens, endings }
  const keeper = new DoorKeeper({ ...known, origins, addresses, pageKey, now, denied })
  const doors = ownDoors(origins)
  const told = { idleMs: terms.idleMs, hasExplorer: parts.hasExplorer ?? false, pageKey }
  const shared = { origins, keeper, endings, now }
  doors.use('/session/tokens', readBodyFor(keeper), createTokenDoors({ ...shared, personalTokens }))
  doors.use('/session', createSessionDoors({ ...shared, ...told, address, issuer, sessions, addresses, rates, denied }))
  if (embedded) doors.use('/issuer', embedded.doors)
  return {
    keeper,
    doors,
    rates,
    warmUp: async () => embedded?.load(),
    async stop() {
      await stopHousekeeping()
      await Promise.all([endings.stop(), stopSharing()])
      await pool.end()
    },
  }
}

/** Of every address: what is not asked for by a page of ours, or by no page at all, changes nothing here. */
function ownDoors(origins: ReadonlySet<string>): Router {
  return Router().use((request, _response, next) => {
    refuseForeign(request, origins)
    next()
  })
}

async function issuerOf(parts: SignInParts): Promise<{ settings: IssuerSettings; embedded: IssuerDoors | null }> {
  const { issuer: given, address, now = Date.now } = parts
  if ('issuer' in given) return { settings: given, embedded: null }
  const secrets = await secretsIn(given.dataFolder, new Date(now()))
  const issuer = new URL('/issuer', address)
  const callbacks = [new URL('/session/callback', address).href]
  const settings = {
    issuer,
    iss: issuer.href,
    clientId: DASHBOARD,
    clientSecret: secrets.dashboard,
    audience: AUDIENCE,
  }
  return { settings, embedded: createIssuerDoors({ issuer, callbacks, secrets }) }
}
