/** Keys and secrets of the embedded issuer: made on the first start, kept in one file that its owner alone may read, renewed by age. */
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeFolder } from '@vigia/db/make-folder'
import { exportJWK, generateKeyPair } from 'jose'
import { z } from 'zod'
import { CannotStart } from '../../start/cannot-start.ts'
import { PROGRAMS } from './accounts.ts'

const DAY_IN_MS = 86_400_000
/** A new key signs after so long; the former is still believed for as long again. */
const KEY_DAYS = 30

const Key = z.looseObject({ kid: z.string(), madeAt: z.iso.datetime() })
const Secrets = z.object({
  keys: z.array(Key).min(1),
  cookieKey: z.string(),
  dashboard: z.string(),
  programs: z.record(z.string(), z.string()),
})
export type Secrets = z.output<typeof Secrets>

export const secretsFile = (dataFolder: string): string => path.join(dataFolder, 'sign-in', 'issuer.json')

/** Throws CannotStart when the file is there and cannot be read. */
export async function secretsIn(dataFolder: string, now: Date): Promise<Secrets> {
  const file = secretsFile(dataFolder)
  const kept = existsSync(file) ? read(file) : null
  const secrets = { ...(kept ?? { cookieKey: secret(), dashboard: secret() }), keys: await keysOf(kept, now) }
  const programs = Object.fromEntries(PROGRAMS.map(({ clientId: id }) => [id, kept?.programs[id] ?? secret()]))
  const whole = { ...secrets, programs }
  if (JSON.stringify(whole) === JSON.stringify(kept) || write(file, whole, kept === null)) return whole
  return read(file)
}

const secret = (): string => randomBytes(32).toString('base64url')

/** The first signs. */
async function keysOf(kept: Secrets | null, now: Date): Promise<Secrets['keys']> {
  const age = ({ madeAt }: { madeAt: string }) => (now.getTime() - Date.parse(madeAt)) / DAY_IN_MS
  const believed = (kept?.keys ?? []).filter((key) => age(key) < 2 * KEY_DAYS)
  const [newest] = believed
  if (newest && age(newest) < KEY_DAYS) return believed
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig' }
  return [{ ...jwk, kid: randomBytes(8).toString('hex'), madeAt: now.toISOString() }, ...believed]
}

function read(file: string): Secrets {
  try {
    return Secrets.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new CannotStart(
      `${file} cannot be read: move it away, and a start makes new keys; whoever is signed in stays so.`,
    )
  }
}

/** Whole or not at all. Gives whether they were kept: the first are not where somebody else has kept some meanwhile. */
function write(file: string, secrets: Secrets, isFirst: boolean): boolean {
  makeFolder(path.dirname(file))
  chmodSync(path.dirname(file), 0o700)
  const written = `${file}.${randomBytes(4).toString('hex')}.new`
  writeFileSync(written, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  try {
    if (isFirst) return isFirstAt(file, written)
    renameSync(written, file)
    return true
  } finally {
    rmSync(written, { force: true })
  }
}

/** Of two gateways that start at once one is the first, and the other goes by what that one has made. */
function isFirstAt(file: string, written: string): boolean {
  try {
    linkSync(written, file)
  } catch {
    if (existsSync(file)) return false
    renameSync(written, file) // There are file systems without links.
  }
  return true
}
