/**
 * `npm run --silent token -- <program>`: an access token from the issuer that comes with Vigía, for five minutes, to try the graph with.
 * With `--key`, what the program asks that issuer for tokens with: id:secret.
 */
import { AskedWrongly, askedOf, IN_ENGLISH, noMoreThan, wordOf } from '@vigia/db/asked'
import { dataFolder } from '@vigia/db/embedded-database'
import { PROGRAMS } from '../sign-in/embedded/accounts.ts'
import { secretsIn } from '../sign-in/embedded/secrets.ts'
import { CannotStart } from '../start/cannot-start.ts'

const NAMES = PROGRAMS.map(({ clientId }) => clientId)
const USUAL = 'http://localhost:4000'
const USAGE = `Usage: npm run --silent token -- <${NAMES.join(' | ')}> [address of Vigía]    an access token, for five minutes
       npm run --silent token -- <${NAMES.join(' | ')}> --key                 id:secret, to ask for tokens with
The address is ${USUAL} unless another is given. The secrets are those of VIGIA_DATA, which is to be the folder of that Vigía.`

const FLAGS = { key: { type: 'boolean', default: false } } as const
const { program, address } = askedOf(
  { usage: USAGE, sentences: IN_ENGLISH, flags: FLAGS },
  ({ positionals: [name, ...rest], values }) => {
    const program = wordOf(name, NAMES, IN_ENGLISH)
    noMoreThan(values.key ? 0 : 1, rest, IN_ENGLISH)
    const [given = USUAL] = rest
    if (!/^https?:$/.test(URL.parse(given)?.protocol ?? ''))
      throw new AskedWrongly(`'${given}' is no address: write it as ${USUAL}.`)
    return { program, address: values.key ? null : given }
  },
)
const programs = await secretsOfPrograms(dataFolder())
const key = `${program}:${programs[program]}`
const said = address === null ? key : await tokenBy(key, address)
if (said !== null) console.log(said)
else {
  console.error(
    `No token: is Vigía running at ${address}, with the accounts that come with it and ${dataFolder()} as its data folder?`,
  )
  process.exitCode = 1
}

/** Ends with a sentence where they can be neither read nor made. */
async function secretsOfPrograms(folder: string): Promise<Record<string, string>> {
  try {
    return (await secretsIn(folder, new Date())).programs
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    const why = `${folder} cannot be used (${code}): name the data folder of that Vigía in VIGIA_DATA.`
    console.error(fault instanceof CannotStart ? fault.message : why)
    process.exit(1)
  }
}

async function tokenBy(key: string, address: string): Promise<string | null> {
  const answer = await fetch(new URL('/issuer/token', address), {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(key).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  }).catch(() => null)
  const { access_token: token } = answer?.ok ? await answer.json() : {}
  return typeof token === 'string' ? token : null
}
