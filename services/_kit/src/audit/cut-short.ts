/** Whether a file of lines ends within one: whoever wrote it last was killed, or the disk was full. */
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'

export function isCutShort(file: string): boolean {
  if (!existsSync(file)) return false
  const lines = openSync(file, 'r')
  try {
    const { size } = fstatSync(lines)
    const last = Buffer.alloc(1)
    return size > 0 && readSync(lines, last, 0, 1, size - 1) === 1 && last.toString() !== '\n'
  } finally {
    closeSync(lines)
  }
}
