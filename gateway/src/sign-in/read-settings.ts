/** Settings of sign-in from the environment: whose word is taken, under which address people come, how long a sign-in holds. */
import { settingsIn } from '@vigia/db/settings'
import { z } from 'zod'
import { CannotStart } from '../start/cannot-start.ts'
import { proxiesOf } from './addresses.ts'
import { isLoopback } from './credentials.ts'
import { AUDIENCE, type IssuerSettings, type SignInTerms, USUAL_TERMS } from './settings.ts'

export interface SignInSettings {
  /** Null for the issuer that comes with Vigía. */
  issuer: IssuerSettings | null
  /** Under which address people find Vigía, once it is known on which port it listens. */
  addressOf: (port: number) => URL
  terms: SignInTerms
}

const Minutes = z.coerce.number().min(1).max(1_440)
const Rate = z.coerce.number().int().min(1).max(10_000_000)

const Proxies = z.string().transform((text, context) => {
  try {
    return proxiesOf(text)
  } catch {
    context.addIssue('no address or network')
    return z.NEVER
  }
})

const MINUTES = 'a number of minutes from 1 to 1440'
const RATE = 'a whole number from 1 to 10000000'
/** Somebody may have written a password into it. */
const AN_ADDRESS = { description: 'an address of http or https with its host', isSecret: true }
const WORD = { description: 'what the issuer gave for Vigía', isSecret: true }

const Env = z.object({
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta(AN_ADDRESS),
  OIDC_CLIENT_ID: z.string().min(1).optional().meta(WORD),
  OIDC_CLIENT_SECRET: z.string().min(1).optional().meta(WORD),
  OIDC_AUDIENCE: z.string().min(1).default(AUDIENCE).meta(WORD),
  VIGIA_ADDRESS: z
    .url({ protocol: /^https?$/ })
    .refine((text) => URL.canParse(text) && new URL(text).href === `${new URL(text).origin}/`)
    .optional()
    .meta({ ...AN_ADDRESS, description: `${AN_ADDRESS.description}, and nothing behind that` }),
  SESSION_IDLE_MINUTES: Minutes.default(USUAL_TERMS.idleMs / 60_000).describe(MINUTES),
  SESSION_MINUTES: Minutes.default(USUAL_TERMS.absoluteMs / 60_000).describe(MINUTES),
  RATE_PERSON: Rate.default(USUAL_TERMS.personRate).describe(RATE),
  RATE_PROGRAM: Rate.default(USUAL_TERMS.machineRate).describe(RATE),
  RATE_ADDRESS: Rate.default(USUAL_TERMS.addressRate).describe(RATE),
  RATE_SIGN_IN: Rate.default(USUAL_TERMS.signInRate).describe(RATE),
  TRUSTED_PROXIES: Proxies.default(USUAL_TERMS.proxies).describe(
    'addresses or networks parted by commas, as 10.0.0.4, 10.1.0.0/16',
  ),
})
type Given = z.output<typeof Env>

/** For a command that tells which sessions hold. Throws SettingUnusable. */
export const idleMinutesIn = (env: Readonly<Record<string, string | undefined>>): number =>
  settingsIn(Env.pick({ SESSION_IDLE_MINUTES: true }), {
    ...env,
    SESSION_IDLE_MINUTES: env['SESSION_IDLE_MINUTES'] || undefined,
  }).SESSION_IDLE_MINUTES

/** Whoever asks at one of them asks this machine. */
const WILDCARDS: ReadonlySet<string> = new Set(['0.0.0.0', '::', '[::]'])

/** Throws CannotStart, and SettingUnusable. */
export function readSignIn(
  env: Readonly<Record<string, string>>,
  { host, isProduction }: { host: string; isProduction: boolean },
): SignInSettings {
  const given = settingsIn(Env, env)
  if (isProduction) refuseTrials(given)
  const name = isLoopback(host) || WILDCARDS.has(host) ? 'localhost' : host
  return {
    issuer: issuerOf(given),
    addressOf: (port) => new URL(given.VIGIA_ADDRESS ?? `http://${name.includes(':') ? `[${name}]` : name}:${port}`),
    terms: {
      idleMs: given.SESSION_IDLE_MINUTES * 60_000,
      absoluteMs: given.SESSION_MINUTES * 60_000,
      personRate: given.RATE_PERSON,
      machineRate: given.RATE_PROGRAM,
      addressRate: given.RATE_ADDRESS,
      signInRate: given.RATE_SIGN_IN,
      proxies: given.TRUSTED_PROXIES,
    },
  }
}

/** Where children are real, nobody vouches for himself. */
function refuseTrials({ OIDC_ISSUER: issuer, VIGIA_ADDRESS: address }: Given): void {
  if (issuer === undefined) {
    throw new CannotStart(
      'OIDC_ISSUER is needed in production: the accounts that come with Vigía ask no password, and are never enabled there.',
    )
  }
  const { protocol, hostname } = new URL(issuer)
  if (protocol !== 'https:' || isLoopback(hostname) || WILDCARDS.has(hostname)) {
    throw new CannotStart('OIDC_ISSUER must be an https address of another machine in production.')
  }
  if (address === undefined || new URL(address).protocol !== 'https:') {
    throw new CannotStart('VIGIA_ADDRESS is needed in production: the https address under which people find Vigía.')
  }
}

function issuerOf(given: Given): IssuerSettings | null {
  const {
    OIDC_ISSUER: iss,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_AUDIENCE: audience,
  } = given
  if (iss === undefined) return null
  if (clientId === undefined || clientSecret === undefined) {
    throw new CannotStart(
      'OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are needed: as whom Vigía asks the issuer of OIDC_ISSUER.',
    )
  }
  return { issuer: new URL(iss), iss, clientId, clientSecret, audience }
}
