/** Where the embedded database keeps its files, and whether the server's user can reach them. */
import { createHash } from 'node:crypto'
import { chmodSync, statSync } from 'node:fs'
import path from 'node:path'
import { makeFolder } from '../make-folder.ts'
import { DatabaseUnavailable } from './unavailable.ts'

/** PostgreSQL refuses to run as root; there the server runs as this user, which owns nothing else. */
export const NOBODY = 65534

const REPOSITORY = path.resolve(import.meta.dirname, '../../..')

export const isRoot = (): boolean => process.getuid?.() === 0

/**
 * Beside the code, in .data/. As root below /var/lib instead, because the repository often lies in a closed home;
 * two clones of the repository do not share a database. VIGIA_DATA moves it.
 */
export function defaultDirectory(): string {
  return path.join(dataFolder(), 'postgres')
}

/** Where Vigía keeps what it makes on this machine. */
export function dataFolder(): string {
  const chosen = process.env.VIGIA_DATA
  if (chosen) return path.resolve(chosen)
  if (!isRoot()) return path.join(REPOSITORY, '.data')
  return path.join('/var/lib/vigia', createHash('sha256').update(REPOSITORY).digest('hex').slice(0, 12))
}

/** The first folder at or above `file` that the server's user may not pass, or null. */
export function closedFolder(file: string): string | null {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const { mode, uid } = statSync(folder)
    const open = mode & (uid === NOBODY ? 0o100 : 0o001)
    if (!open) return folder
    if (folder === path.dirname(folder)) return null
  }
}

/** Makes the folder that will hold the cluster. Throws with the folder's name where the server could not reach it. */
export function makeParent(directory: string): void {
  const parent = path.dirname(directory)
  const first = makeFolder(parent)
  if (!isRoot()) return
  // A umask of 077 would close the folders just made, and only those are ours to open.
  if (first) openFolders(first, parent)
  const closed = closedFolder(directory)
  if (!closed) return
  throw new DatabaseUnavailable(
    `As root the database runs as user ${NOBODY}, which may not enter ${closed}: set VIGIA_DATA to a folder that it may reach.`,
    {
      es: `Como administrador, la base de datos corre como el usuario ${NOBODY}, que no puede entrar a ${closed}: ponga en VIGIA_DATA una carpeta a la que llegue.`,
    },
  )
}

function openFolders(first: string, last: string): void {
  for (let folder = last; folder.startsWith(first); folder = path.dirname(folder)) chmodSync(folder, 0o755)
}
