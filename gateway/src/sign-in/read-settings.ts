/** Settings of sign-in from the environment: whose word is taken, under which address people come, how long a sign-in holds. */
import { z } from 'zod'
import { CannotStart } from '../cannot-start.ts'
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
    context.addIssue({
      code: 'custom',
      message: 'give addresses or networks parted by commas, as 10.0.0.4, 10.1.0.0/16',
    })
    return z.NEVER
  }
})

const Env = z.object({
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_AUDIENCE: z.string().min(1).default(AUDIENCE),
  VIGIA_ADDRESS: z.url({ protocol: /^https?$/ }).optional(),
  SESSION_IDLE_MINUTES: Minutes.default(USUAL_TERMS.idleMs / 60_000),
  SESSION_MINUTES: Minutes.default(USUAL_TERMS.absoluteMs / 60_000),
  RATE_PERSON: Rate.default(USUAL_TERMS.personRate),
  RATE_PROGRAM: Rate.default(USUAL_TERMS.machineRate),
  RATE_ADDRESS: Rate.default(USUAL_TERMS.addressRate),
  RATE_SIGN_IN: Rate.default(USUAL_TERMS.signInRate),
  TRUSTED_PROXIES: Proxies.default(USUAL_TERMS.proxies),
})
type Given = z.output<typeof Env>

/** Whoever asks at one of them asks this machine. */
const WILDCARDS: ReadonlySet<string> = new Set(['0.0.0.0', '::', '[::]'])

/** Throws CannotStart. */
export function readSignIn(
  env: Readonly<Record<string, string>>,
  { host, isProduction }: { host: string; isProduction: boolean },
): SignInSettings {
  const read = Env.safeParse(env)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new CannotStart(`${issue?.path.join('.')} is not usable: ${issue?.message}.`)
  }
  const given = read.data
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
