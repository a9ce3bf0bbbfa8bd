/** The socket by which a server is reached on its own machine: it lies in the folder of the cluster, into which nobody else may look. */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { isAlive } from './process.ts'

/** What systems take for the path of a socket, at least. */
const LONGEST_IN_BYTES = 103
const LONGEST_PORT = 65_535

const socketIn = (directory: string, port: number): string => path.join(directory, `.s.PGSQL.${port}`)

/** Whether this process finds the server of that port by a socket. */
export function hasSocket(directory: string, port: number): boolean {
  try {
    return statSync(socketIn(directory, port)).isSocket()
  } catch {
    return false // There is none, or not for this user.
  }
}

/** The folder in which the server is to make it, as the setting has it; none where the system or the path of that folder allows none. */
export function socketFolder(directory: string): string {
  // The setting is a list, parted by commas.
  const isUsable = process.platform !== 'win32' && !/[,"]/.test(directory)
  return isUsable && Buffer.byteLength(socketIn(directory, LONGEST_PORT)) <= LONGEST_IN_BYTES ? directory : ''
}

/** A server that was killed leaves its socket behind, and the next one has another port. */
export function dropSocketsOfDead(directory: string): void {
  for (const lock of readdirSync(directory).filter((name) => /^\.s\.PGSQL\.\d+\.lock$/.test(name))) {
    const file = path.join(directory, lock)
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
    if (isAlive(pid)) continue
    for (const left of [file.replace(/\.lock$/, ''), file]) rmSync(left, { force: true })
  }
}
