/** Where a chain ended, signed with a key that the database does not have, and kept outside it: whoever cuts the chain, or writes it anew, makes no head fit. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { dataFolder } from '@vigia/db/embedded-database'
import { makeFolder } from '@vigia/db/make-folder'
import { z } from 'zod'
import { warnIfOpen } from '../seal/key-file.ts'
import { isCutShort } from './cut-short.ts'

const Head = z.object({
  /** Id of the registry: a chain of another is no proof here. */
  registry: z.string(),
  service: z.string(),
  seq: z.number().int().positive(),
  /** Of the link with that number, in hexadecimal. */
  hash: z.string(),
  at: z.string(),
  /** Which key signed. */
  key: z.string(),
  /** Ed25519 over `wordsOfHead`, base64url. */
  signature: z.string(),
})
export type Head = z.output<typeof Head>

export interface HeadsOutside {
  /** Signs where a chain ends and writes it down. */
  sign: (top: Pick<Head, 'registry' | 'service' | 'seq' | 'hash'>, at: Date) => Head
  /** Whether the folder has heads of this chain: somebody may have moved them away. */
  areKeptOf: (chain: Pick<Head, 'registry' | 'service'>) => boolean
}

/** VIGIA_AUDIT_HEADS: another disk, better another machine. */
export const headsFolder = (): string => process.env['VIGIA_AUDIT_HEADS'] || path.join(dataFolder(), 'audit-heads')
/** VIGIA_AUDIT_KEY: a PEM file that the database server cannot read. Made on the first start where there is none. */
const keyFile = (): string => process.env['VIGIA_AUDIT_KEY'] || path.join(dataFolder(), 'audit-key.pem')

export function headsOutside(): HeadsOutside {
  let signing: ReturnType<typeof signingKey> | null = null
  return {
    sign(top, at) {
      signing ??= signingKey()
      tellPublicKey(signing)
      const unsigned = { ...top, at: at.toISOString(), key: signing.id }
      const signature = sign(null, Buffer.from(wordsOfHead(unsigned)), signing.key).toString('base64url')
      const head = { ...unsigned, signature }
      const file = fileOf(headsFolder(), head)
      makeFolder(path.dirname(file))
      // One that was cut short while it was written stays on a line of its own.
      appendFileSync(file, `${isCutShort(file) ? '\n' : ''}${JSON.stringify(head)}\n`)
      return head
    },
    areKeptOf: (chain) => existsSync(fileOf(headsFolder(), chain)),
  }
}

const fileOf = (folder: string, { registry, service }: Pick<Head, 'registry' | 'service'>) =>
  path.join(folder, registry, `${service}.jsonl`)
const publicFileOf = (folder: string, id: string) => path.join(folder, 'keys', `${id}.pem`)

/** What is signed: every part on a line of its own, none of which holds a line's end. */
function wordsOfHead({ registry, service, seq, hash, at, key }: Omit<Head, 'signature'>): string {
  return ['vigia audit head', registry, service, seq, hash, at, key].join('\n')
}

function signingKey(): { key: KeyObject; open: KeyObject; id: string } {
  const file = keyFile()
  if (!existsSync(file)) makeKey(file)
  warnIfOpen(file, 'the key that signs heads of the audit')
  const key = createPrivateKey(readFileSync(file))
  const open = createPublicKey(key)
  return { key, open, id: idOf(open) }
}

/** Beside the heads, also in a folder that took the place of another while this runs: without it they are nobody's. A full disk leaves no half of it. */
function tellPublicKey({ open, id }: ReturnType<typeof signingKey>): void {
  const file = publicFileOf(headsFolder(), id)
  if (publicKeyIn(file)) return
  makeFolder(path.dirname(file))
  const mine = `${file}.${process.pid}`
  try {
    writeFileSync(mine, open.export({ type: 'spki', format: 'pem' }))
    renameSync(mine, file)
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Null where there is none, or what is there is none. */
function publicKeyIn(file: string): KeyObject | null {
  try {
    return createPublicKey(readFileSync(file))
  } catch {
    return null
  }
}

/** Whole or not at all: of several processes that start at once the first makes it, and all use it. */
function makeKey(file: string): void {
  makeFolder(path.dirname(file))
  const mine = `${file}.${process.pid}`
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(mine, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  try {
    linkSync(mine, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(mine)
  }
}

function idOf(key: KeyObject): string {
  const der = key.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(der).digest('hex').slice(0, 16)
}

export interface HeadFound extends Head {
  /** Whether a key of the folder signed it, over these very words. */
  isSigned: boolean
}

/** The heads that the folder keeps of a registry, in the order in which they were written. A line that is no head is none. */
export function headsIn(folder: string, registry: string): HeadFound[] {
  const heads = filesOf(folder, registry).flatMap(({ lines }) => lines.flatMap(headOf))
  return heads.map((head) => checkedHead(folder, head))
}

export type Unread = { file: string; lines: number }

/** Of each file of a registry with lines that are no heads, how many: broken off while they were written, or spoiled since. */
export function unreadIn(folder: string, registry: string): Unread[] {
  return filesOf(folder, registry)
    .map(({ file, lines }) => ({ file, lines: lines.filter((line) => headOf(line).length === 0).length }))
    .filter(({ lines }) => lines > 0)
}

function filesOf(folder: string, registry: string): { file: string; lines: string[] }[] {
  const place = path.join(folder, registry)
  if (!existsSync(place)) return []
  return readdirSync(place).map((name) => {
    const file = path.join(place, name)
    return { file, lines: readFileSync(file, 'utf8').split('\n').filter(Boolean) }
  })
}

function headOf(line: string): Head[] {
  try {
    return [Head.parse(JSON.parse(line))]
  } catch {
    return []
  }
}

export function checkedHead(folder: string, head: Head): HeadFound {
  const key = publicKeyIn(publicFileOf(folder, path.basename(head.key)))
  const isSigned =
    key !== null &&
    idOf(key) === head.key &&
    verify(null, Buffer.from(wordsOfHead(head)), key, Buffer.from(head.signature, 'base64url'))
  return { ...head, isSigned }
}
