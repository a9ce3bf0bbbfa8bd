/** The keys of the envelope (security.md 3.5: `key[service]`): the gateway has the masters, each service what is derived of them for it alone. */
import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { type EnvelopeKeys, writeEnvelopeKeys } from '@vigia/kit/envelope'
import type { ServiceName } from '@vigia/kit/service'
import { CannotStart } from './cannot-start.ts'

/** By id, the newest first. Of another form than the keys of a service, so that nothing is ever sealed by a master itself. */
export type MasterKeys = ReadonlyMap<string, KeyObject>

const LEAST_KEY = 32
const LENGTH = 32

/** Reads the gateway's ENVELOPE_KEYS: `id:key` pairs parted by commas. Throws CannotStart. */
export function readMasterKeys(text: string): MasterKeys {
  const keys = new Map<string, KeyObject>()
  for (const pair of text.split(',').filter(Boolean)) {
    const [id = '', key = '', ...rest] = pair.split(':')
    if (id === '' || key.length < LEAST_KEY || rest.length > 0 || keys.has(id)) {
      throw new CannotStart(
        `ENVELOPE_KEYS must be id:key pairs, no id twice, each key of at least ${LEAST_KEY} characters without a colon.`,
      )
    }
    keys.set(id, createSecretKey(Buffer.from(key)))
  }
  return keys
}

/** By HKDF-SHA-256 (RFC 5869): from what one service has, neither a master nor what another has can be found. */
export function envelopeKeysOf(service: ServiceName, masters: MasterKeys): EnvelopeKeys {
  const derived = (master: KeyObject) =>
    Buffer.from(hkdfSync('sha256', master, '', `vigia envelope ${service}`, LENGTH))
  return new Map([...masters].map(([id, master]) => [id, derived(master)]))
}

/** The same as that service finds them in its own ENVELOPE_KEYS. A secret. */
export function envelopeKeysFor(service: ServiceName, masters: MasterKeys): string {
  return writeEnvelopeKeys(service, envelopeKeysOf(service, masters))
}
