/** A folder for data that a run makes and removes: in memory where there is room for it, since most of what a copy of a database costs is files. */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const MEMORY = '/dev/shm'
/** What a whole run holds at its height is a quarter of it. */
const ROOM_IN_BYTES = 4 * 2 ** 30
const HOUR_IN_MS = 3_600_000

/** A new folder of this name, the number of this process and a few letters, which the database's user may enter. */
export function quickFolder(name: string): string {
  const folder = mkdtempSync(path.join(hasRoom() ? MEMORY : tmpdir(), `vigia-${name}-${process.pid}-`))
  chmodSync(folder, 0o755) // As root the server runs as another user.
  return folder
}

/** Gives back the memory of runs that were killed. A PostgreSQL that still runs there ends by itself when its files are gone. */
export function sweepMemory(): void {
  if (process.platform !== 'linux') return
  for (const name of readdirSync(MEMORY)) {
    const owner = /^vigia-[a-z]+-(\d+)-\w+$/.exec(name)?.[1]
    const folder = path.join(MEMORY, name)
    if (owner && !isAlive(Number(owner)) && Date.now() - statSync(folder).mtimeMs > HOUR_IN_MS)
      rmSync(folder, { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Containers give little, and forbid programs there; half of it must be left to whoever works with the data. */
function hasRoom(): boolean {
  if (process.platform !== 'linux' || !isOpenToPrograms()) return false
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize > ROOM_IN_BYTES && process.availableMemory() > 2 * ROOM_IN_BYTES
}

function isOpenToPrograms(): boolean {
  const mounted = readFileSync('/proc/mounts', 'utf8').split('\n')
  const options = mounted.find((line) => line.split(' ')[1] === MEMORY)?.split(' ')[3]
  return options !== undefined && !options.split(',').includes('noexec')
}
