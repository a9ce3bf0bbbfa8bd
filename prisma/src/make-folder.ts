/** Makes a folder and those that it lies in. */
import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * Gives the first folder that was made, or undefined where all were there. Throws what the system says. Node's own way tries for ever
 * where a folder is there in which none can be made, and the system calls that "no such file", as in /proc.
 */
export function makeFolder(folder: string): string | undefined {
  if (isFolder(folder)) return undefined
  const parent = path.dirname(folder)
  const first = parent === folder ? undefined : makeFolder(parent)
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(folder)) throw error
  }
  return first ?? folder
}

const isFolder = (place: string): boolean => statSync(place, { throwIfNoEntry: false })?.isDirectory() === true
