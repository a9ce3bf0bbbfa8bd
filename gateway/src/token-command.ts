/** `npm run --silent token -- <program>`: an access token from the issuer that comes with Vigía, for five minutes, to try the graph with. */
import { dataFolder } from '@vigia/db/embedded-database'
import { PROGRAMS } from './sign-in/embedded/accounts.ts'
import { secretsIn } from './sign-in/embedded/secrets.ts'

const USAGE = `Usage: npm run --silent token -- <${PROGRAMS.map(({ clientId }) => clientId).join(' | ')}> [address of Vigía]`

const [program = '', address = 'http://localhost:4000'] = process.argv.slice(2)
if (!PROGRAMS.some(({ clientId }) => clientId === program) || !URL.canParse(address)) {
  console.error(USAGE)
  process.exit(2)
}
const { programs } = await secretsIn(dataFolder(), new Date())
const credentials = Buffer.from(`${program}:${programs[program]}`).toString('base64')
const answer = await fetch(new URL('/issuer/token', address), {
  method: 'POST',
  headers: { authorization: `Basic ${credentials}` },
  body: new URLSearchParams({ grant_type: 'client_credentials' }),
}).catch(() => null)
const { access_token: token } = answer?.ok ? await answer.json() : {}
if (typeof token === 'string') console.log(token)
else {
  console.error(`No token: is Vigía running at ${address}, with the accounts that come with it?`)
  process.exitCode = 1
}
