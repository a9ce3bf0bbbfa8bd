/** What a folder names, on the disk: without that it may name a former file again, or none, once the power comes back. */
import { closeSync, fsyncSync, openSync } from 'node:fs'
import path from 'node:path'

/** The folder of this file. Windows has no such thing to ask for. */
export function flushFolder(file: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path.dirname(file), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
