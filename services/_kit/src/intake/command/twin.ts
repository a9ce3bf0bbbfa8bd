/** Has the synthetic twin write its files, in a process of its own: the kit imports nothing of it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { AskedWrongly } from '@vigia/db/asked'
import { localDateOf } from '@vigia/law/mexican-time'
import { FIRST_END, LARGEST_SCALE } from '@vigia/law/synthetic-twin'
import { dayExists } from '../cells/days.ts'

export type Twin = { scale: string; seed: string; until?: string; out?: string }

const PROGRAM = fileURLToPath(new URL('../../../../../prisma/seed/main.ts', import.meta.url))

const DAY_OR_MINUTE = /^(\d{4})-(\d{2})-(\d{2})(T([01]\d|2[0-3]):[0-5]\d)?$/

/** As `npm run twin` takes them, whose own sentences are for those who run the programs. Throws AskedWrongly. */
export function twinOf(twin: Twin): Twin {
  const { scale, seed, until } = twin
  const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text))
  if (!isNumber(scale) || Number(scale) <= 0 || Number(scale) > LARGEST_SCALE)
    throw new AskedWrongly(`--scale es un número mayor que 0 y hasta ${LARGEST_SCALE}, y no «${scale}».`)
  if (!isNumber(seed) || !Number.isInteger(Number(seed)))
    throw new AskedWrongly(`--seed es un número entero, y no «${seed}».`)
  const [, year, month, day] = DAY_OR_MINUTE.exec(until ?? FIRST_END) ?? [null, 0, 0, 0]
  if (!dayExists(Number(year), Number(month), Number(day)) || (until ?? FIRST_END) < FIRST_END)
    throw new AskedWrongly(
      `--until es un día (aaaa-mm-dd) o un minuto de él (2026-11-25T10:30), desde ${FIRST_END}, y no «${until}».`,
    )
  return twin
}

/** Throws when the twin could not write them. */
export async function writeTwin({ scale, seed, until = localDateOf(new Date()) }: Twin, folder: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [PROGRAM, '--scale', scale, '--seed', seed, '--until', until, '--out', folder],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  )
  const [status] = await once(child, 'exit')
  if (status !== 0) throw new Error('No se pudieron escribir los archivos del gemelo sintético.')
}
