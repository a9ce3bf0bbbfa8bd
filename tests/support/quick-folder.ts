/** A folder for data that a run makes and removes: in memory where there is room for it, since most of what a copy of a database costs is files. */
import { chmodSync, mkdtempSync, readFileSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const MEMORY = '/dev/shm'
/** What a whole run holds at its height is a quarter of it. */
const ROOM_IN_BYTES = 4 * 2 ** 30

/** A new folder of this name and a few letters, which the database's user may enter. */
export function quickFolder(prefix: string): string {
  const folder = mkdtempSync(path.join(hasRoom() ? MEMORY : tmpdir(), prefix))
  chmodSync(folder, 0o755) // As root the server runs as another user.
  return folder
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
