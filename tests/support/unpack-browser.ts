/**
 * Which browser the tests drive: CHROME; else the one that comes from npm, the same on every machine, unpacked once a user and version; and
 * where that does not run, the system's.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface Browser {
  executablePath: string
  /** Where the libraries lie that a bare system lacks; undefined for a browser of the system. */
  libraries?: string
}

const SYSTEM = '/usr/bin/chromium'
/** For which it is built. */
const RUNS_HERE = process.platform === 'linux' && process.arch === 'x64'
const VERSION = '153.0.0'

export async function unpackBrowser(): Promise<Browser> {
  const chosen = process.env.CHROME ?? (!RUNS_HERE && existsSync(SYSTEM) ? SYSTEM : undefined)
  if (chosen) return { executablePath: chosen }
  const folder = path.join(tmpdir(), `vigia-chromium-${VERSION}-${process.getuid?.() ?? ''}`)
  const libraries = path.join(folder, 'al2023', 'lib')
  const executablePath = path.join(folder, 'chromium')
  if (!existsSync(folder)) await unpackWhole(folder)
  return { executablePath, libraries }
}

/** Beside the final place first: an unpacking that is cut short leaves nothing that looks whole. */
async function unpackWhole(folder: string): Promise<void> {
  const half = `${folder}.${process.pid}`
  await unpackInto(half)
  try {
    renameSync(half, folder)
  } catch {
    rmSync(half, { recursive: true, force: true }) // Another run was faster.
  }
}

/** The package unpacks to TMPDIR, which it reads when it is imported. */
async function unpackInto(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    const { default: bundled, inflate } = await import('@sparticuz/chromium')
    await bundled.executablePath()
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    await inflate(path.join(path.dirname(entry), '..', 'bin', 'al2023.tar.br'))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}
