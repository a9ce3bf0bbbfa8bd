/** The last thing a start says: where to look, as whom, and what one sees there. */
import { dataFolder } from '@vigia/db/embedded-database'
import { isLoopback } from '../sign-in/credentials.ts'
import { ACCOUNTS, PARTNER, PROGRAMS } from '../sign-in/embedded/accounts.ts'
import { secretsFile } from '../sign-in/embedded/secrets.ts'
import type { SignInSettings } from '../sign-in/read-settings.ts'

type Line = [what: string, where: string]

export interface Started {
  host: string
  port: number
  /** Under which people find it. */
  address: URL
  signIn: Pick<SignInSettings, 'issuer'>
  isProduction: boolean
  isSynthetic: boolean
  live: boolean
  /** What the start did, and how long it took. */
  took: string
  /** Further lines: what else runs, and where. */
  also?: readonly Line[]
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '0.0.0.0', '::'])
const COLUMN = 16
const ACCOUNT_COLUMN = 26
const OF_KNOWN_DOCUMENTS = 'by POST; documents that are known, and no explorer'
const UNGUARDED = 'these accounts ask no password: name an issuer by OIDC_ISSUER before children are real'

export function lastWords({
  host,
  port,
  address,
  signIn,
  isProduction,
  isSynthetic,
  live,
  took,
  also = [],
}: Started): string {
  const here = `http://${LOOPBACK.has(host) ? 'localhost' : host}:${port}`
  // Behind a proxy people come by its address, and a page that is opened by another is not let act.
  const url = isLoopback(address.hostname) ? here : address.origin
  const lines: Line[] = [
    ['Dashboard', `${url}/`],
    [
      'Graph',
      `${url}/graphql  (${isProduction ? OF_KNOWN_DOCUMENTS : 'in a browser: the explorer, with queries ready to run'})`,
    ],
    ['Health', `${here}/health/ready`],
    ...also,
    ...(signIn.issuer ? [['Sign in', `as ${signIn.issuer.iss} knows you`] as Line] : waysIn(address)),
    ...(isSynthetic || signIn.issuer ? [] : [['Careful', UNGUARDED] as Line]),
    ['Data', isSynthetic ? 'SYNTHETIC: every child is invented' : 'what the authorities sent'],
    ...(live ? [['Live', 'a simulation sends new rows every few seconds; --no-live turns it off'] as Line] : []),
    ['Started', took],
    ['Stop', 'Ctrl-C'],
  ]
  return ['', 'Vigía is ready.', '', ...lines.map(([what, where]) => `  ${what.padEnd(COLUMN)}${where}`), ''].join('\n')
}

/** The accounts that come with Vigía, each with the name by which it is chosen on the page; and the keys of programs. */
function waysIn(address: URL): Line[] {
  const programs = PROGRAMS.map(({ clientId }) => clientId).join(', ')
  return [
    ['Sign in', `${new URL('/entrar', address)}  (choose an account; no password, from this machine alone)`],
    ...ACCOUNTS.map(({ sub, es }): Line => ['', `  ${sub.padEnd(ACCOUNT_COLUMN)}${es}`]),
    ['Programs', `${programs}: a token from ${new URL('/issuer/token', address)}`],
    ['', `  secrets in ${secretsFile(dataFolder())}`],
    ['Partners', `${new URL('/partners', address)}  (a program that is told of alerts, in ten lines); to try it here:`],
    ['', `  export VIGIA=${address.origin} KEY=$(${KEY_COMMAND})`],
    ['', '  sh gateway/examples/subscribe.sh'],
  ]
}

/** Gives the key of the partner that comes with Vigía. */
export const KEY_COMMAND = `npm run --silent token -- ${PARTNER} --key`
