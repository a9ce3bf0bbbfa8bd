/** The folder of a twin: what an earlier twin wrote is replaced; what anybody else did is left alone, or the folder is refused. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../src/make-folder.ts'
import { FEEDS } from './files/columns.ts'

/** The folder cannot be written to. The sentence says why. */
export class FolderRefused extends Error {}

/** Makes the folder ready for the files. Throws FolderRefused. */
export function makeReady(directory: string): void {
  try {
    makeFolder(directory)
    const old = readdirSync(directory).filter(isLikeTwins)
    if (old.length > 0 && !wasWrittenByTwin(directory)) {
      throw new FolderRefused(
        `${directory} holds files that no twin wrote (${old[0]}${old.length > 1 ? ' and others' : ''}). Name an empty folder.`,
      )
    }
    // Before the first file, so that a twin that was stopped half-way is known for one.
    writeFileSync(join(directory, 'answers.json'), `${JSON.stringify({ synthetic: true, unfinished: true })}\n`)
    for (const name of old) if (name !== 'answers.json') rmSync(join(directory, name))
  } catch (error) {
    throw refusalOf(error, directory) ?? error
  }
}

function isLikeTwins(name: string): boolean {
  const [service = ''] = name.split('--')
  const services = new Set<string>(Object.values(FEEDS).map((feed) => feed.service))
  return name === 'manifest.json' || name === 'answers.json' || (services.has(service) && name.endsWith('.csv'))
}

function wasWrittenByTwin(directory: string): boolean {
  const key = join(directory, 'answers.json')
  if (!existsSync(key)) return false
  try {
    return JSON.parse(readFileSync(key, 'utf8')).synthetic === true
  } catch {
    return false
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'cannot be made where it is said to lie',
  EACCES: 'may not be written to',
  EPERM: 'may not be written to',
  EROFS: 'lies on a file system that is read only',
  ENOSPC: 'lies on a disk that is full',
  EDQUOT: 'lies on a disk of which no more may be used',
  ENOTDIR: 'is not a folder, or lies in something that is none',
  EEXIST: 'is not a folder',
  ENAMETOOLONG: 'has too long a name',
}

/** The sentence for what the file system refused; null for anything else. */
export function refusalOf(error: unknown, directory: string): FolderRefused | null {
  if (error instanceof FolderRefused) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = REASONS[code]
  return reason ? new FolderRefused(`${directory} ${reason}.`) : null
}
