/** How long a sign-in holds and how much one may ask (security.md 3.3, 9). Defaults of Vigía. */
import { BlockList } from 'node:net'
import { PROGRAM_RATE } from '@vigia/law/terms-of-partners'

export interface SignInTerms {
  idleMs: number
  absoluteMs: number
  /** Cost-weighted requests a minute. */
  personRate: number
  machineRate: number
  /** Credentials a minute, by one address, that do not hold. */
  addressRate: number
  /** Sign-ins begun a minute, by one address. */
  signInRate: number
  /** Proxies of one's own, which are believed when they say for whom they ask. */
  proxies: BlockList
}

const MINUTE_IN_MS = 60_000

export const USUAL_TERMS: SignInTerms = {
  idleMs: 30 * MINUTE_IN_MS,
  absoluteMs: 600 * MINUTE_IN_MS,
  personRate: 120,
  machineRate: PROGRAM_RATE,
  addressRate: 60,
  signInRate: 5,
  proxies: new BlockList(),
}

/** The issuer that vouches for people and programs, and as whom the gateway asks it. */
export interface IssuerSettings {
  issuer: URL
  /** As it stands in its tokens, letter by letter. */
  iss: string
  clientId: string
  clientSecret: string
  /** For whom its access tokens must be meant. */
  audience: string
}

export const AUDIENCE = 'urn:vigia:api'

/** By whose word people are let in where no issuer is named: one name, whatever the port. */
export const TRIAL_ISSUER = 'trial'
