/**
 * `npm run --silent token -- <program>`: an access token from the issuer that comes with Vigía, for five minutes, to try the graph with.
 * With `--key`, what the program asks that issuer for tokens with: id:secret.
 */
import { dataFolder } from '@vigia/db/embedded-database'
import { PROGRAMS } from './sign-in/embedded/accounts.ts'
import { secretsIn } from './sign-in/embedded/secrets.ts'

const USAGE = `Usage: npm run --silent token -- <${PROGRAMS.map(({ clientId }) => clientId).join(' | ')}> [address of Vigía | --key]`

const KEY = '--key'
const [program = '', address = 'http://localhost:4000'] = process.argv.slice(2)
if (!PROGRAMS.some(({ clientId }) => clientId === program) || !(address === KEY || URL.canParse(address))) {
  console.error(USAGE)
  process.exit(2)
}
const { programs } = await secretsIn(dataFolder(), new Date())
const key = `${program}:${programs[program]}`
const said = address === KEY ? key : await tokenBy(key)
if (said !== null) console.log(said)
else {
  console.error(`No token: is Vigía running at ${address}, with the accounts that come with it?`)
  process.exitCode = 1
}

async function tokenBy(key: string): Promise<string | null> {
  const answer = await fetch(new URL('/issuer/token', address), {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(key).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  }).catch(() => null)
  const { access_token: token } = answer?.ok ? await answer.json() : {}
  return typeof token === 'string' ? token : null
}
