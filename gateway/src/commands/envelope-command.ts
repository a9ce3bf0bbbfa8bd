/** `npm run --silent envelope -- <service>`: what that service is given as ENVELOPE_KEYS where it is not `npm run start:distributed` that starts it. */
import { askedOf, IN_ENGLISH, noMoreThan, wordOf } from '@vigia/db/asked'
import { SERVICE_NAMES } from '@vigia/kit/service'
import { envelopeKeysFor, readMasterKeys } from '../start/envelope-keys.ts'

const USAGE = `Usage: npm run --silent envelope -- <${SERVICE_NAMES.join(' | ')}>
Prints the ENVELOPE_KEYS of that service alone, a secret, made of those of the gateway, which are read from the environment.`

const HOW = { usage: USAGE, sentences: IN_ENGLISH, flags: {} }
const service = askedOf(HOW, ({ positionals }) => {
  noMoreThan(1, positionals, IN_ENGLISH)
  return wordOf(positionals[0], SERVICE_NAMES, IN_ENGLISH)
})
try {
  const masters = readMasterKeys(process.env['ENVELOPE_KEYS'] ?? '')
  if (masters.size === 0) throw new Error('ENVELOPE_KEYS is needed: the pairs that the gateway is given.')
  console.log(envelopeKeysFor(service, masters))
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
