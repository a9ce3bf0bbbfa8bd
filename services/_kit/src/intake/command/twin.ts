/** Has the synthetic twin write its files, in a process of its own: the kit imports nothing of it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { localDateOf } from '@vigia/law/mexican-time'
import type { Twin } from './arguments.ts'

const PROGRAM = fileURLToPath(new URL('../../../../../prisma/seed/main.ts', import.meta.url))

/** Throws when the twin could not write them. */
export async function writeTwin({ scale, seed, until = localDateOf(new Date()) }: Twin, folder: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [PROGRAM, '--scale', scale, '--seed', seed, '--until', until, '--out', folder],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  )
  const [status] = await once(child, 'exit')
  if (status !== 0) throw new Error('The files of the synthetic twin could not be written.')
}
