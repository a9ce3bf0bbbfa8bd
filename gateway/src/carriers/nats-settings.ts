/** Settings of NATS from the environment: where it is, as whom the gateway comes, and whose certificate is believed. */
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import {
  type Authenticator,
  credsAuthenticator,
  type NodeConnectionOptions,
  nkeyAuthenticator,
  tokenAuthenticator,
  usernamePasswordAuthenticator,
} from '@nats-io/transport-node'
import { CannotStart } from '../start/cannot-start.ts'

export interface NatsSettings {
  /** Where, without a password: for people. */
  where: string
  options: Pick<NodeConnectionOptions, 'servers' | 'authenticator' | 'tls'>
}

type Given = Readonly<Record<string, string | undefined>>

const FORM =
  'NATS_URL is not usable: write nats://host:4222, or tls://host:4222; of a cluster several, parted by commas.'

/** Null where NATS is not wanted. Throws CannotStart. */
export function readNats(env: Given): NatsSettings | null {
  const { NATS_URL: text, NATS_CA: authority } = env
  if (!text) return withoutAddress(env)
  const urls = text.split(',').map((one) => addressIn(one.trim()))
  const [first] = urls
  if (!first || urls.some(({ protocol }) => protocol !== first.protocol)) throw new CannotStart(FORM)
  const authenticator = authenticatorOf(env, first)
  const servers = urls.map(({ host }) => host)
  const isSealed = first.protocol === 'tls:'
  if (isSealed && urls.some(({ hostname }) => isIP(hostname.replace(/^\[|\]$/g, '')) !== 0))
    throw new CannotStart(
      'NATS_URL is not usable: tls:// needs a name and no number, since certificates are held against names.',
    )
  if (authority && !isSealed) throw new CannotStart('NATS_CA is for addresses of tls://, and NATS_URL has none.')
  return {
    where: `${first.protocol}//${servers.join(',')}`,
    options: {
      servers,
      ...(authenticator ? { authenticator } : {}),
      ...(isSealed ? { tls: authority ? { ca: fileOf('NATS_CA', authority) } : {} } : {}),
    },
  }
}

/** Whoever gives the one means the other. */
function withoutAddress(env: Given): null {
  const given = ['NATS_CREDS', 'NATS_NKEY', 'NATS_CA'].find((name) => env[name])
  if (given) throw new CannotStart(`${given} is given, and no NATS_URL: write where NATS is, or leave both out.`)
  return null
}

function addressIn(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  const isBare = url?.pathname === '' || url?.pathname === '/'
  if (!url || !/^(?:nats|tls):$/.test(url.protocol) || url.hostname === '' || !isBare) throw new CannotStart(FORM)
  return url
}

/** A file of credentials, or the seed of an NKEY, or what stands in the address: name and password, or a token alone. */
function authenticatorOf({ NATS_CREDS: creds, NATS_NKEY: nkey }: Given, { username, password }: URL) {
  if (Number(Boolean(creds)) + Number(Boolean(nkey)) + Number(username !== '') > 1)
    throw new CannotStart('Give NATS_CREDS, or NATS_NKEY, or a name or token in NATS_URL: one of them.')
  if (creds) return proven('NATS_CREDS', creds, (text) => credsAuthenticator(() => bytesOf(`${text()}\n`)))
  if (nkey) return proven('NATS_NKEY', nkey, (text) => nkeyAuthenticator(() => bytesOf(text())))
  if (username === '') return null
  const name = decodeURIComponent(username)
  return password === '' ? tokenAuthenticator(name) : usernamePasswordAuthenticator(name, decodeURIComponent(password))
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

/**
 * Reads the file each time: what was renewed counts from the next connection on. Signs once, so that a file that holds something else
 * is known at the start.
 */
function proven(variable: string, file: string, make: (text: () => string) => Authenticator): Authenticator {
  const authenticator = make(() => fileOf(variable, file).trim())
  try {
    authenticator('a nonce')
  } catch (error) {
    if (error instanceof CannotStart) throw error
    throw new CannotStart(`${variable} is not usable: ${file} does not hold what NATS gives for it.`)
  }
  return authenticator
}

function fileOf(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new CannotStart(
      `${variable} is not usable: ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
    )
  }
}
