/**
 * Fills a registry on its first start, as a program of its own: `node start-fill.ts twin <scale>` takes in the synthetic
 * twin and what ships with the registry, `node start-fill.ts shipped` the latter alone. Everything goes through the intake
 * that authorities use; a file that is in already changes nothing, so that a start which was killed can go on.
 * The parent hears how far it is.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { takeFolderIn } from '@vigia/kit/intake/command/folder'
import { progressOf, type Step, shownCounting, stepOf } from '@vigia/kit/intake/command/progress'
import { openSession, type Session } from '@vigia/kit/intake/command/session'
import { writeTwin } from '@vigia/kit/intake/command/twin'
import { DEFAULT_SEED } from '@vigia/law/synthetic-twin'
import { sentenceFor } from '../start/program.ts'

const SHIPPED = path.join(import.meta.dirname, '../../../services/oversight/data')
/** The same children on every machine. */
const SEED = String(DEFAULT_SEED)

/** What the parent is told: a line for whoever waits, or why it failed. */
export type FillMessage = { line: string } | { failed: string }

const tell = (message: FillMessage): void => void process.send?.(message)

const [what, scale = ''] = process.argv.slice(2)
const session = await openSession()
try {
  if (what === 'twin') await takeTwin(session, scale)
  await takeFolder(session, SHIPPED, 'Published figures')
} catch (error) {
  tell({ failed: sentenceFor(error) })
  process.exitCode = 1
} finally {
  await session.close()
}
process.disconnect?.()

async function takeTwin(session: Session, scale: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vigia-twin-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  process.once('SIGTERM', () => process.exit(1))
  tell({ line: 'Inventando las niñas y los niños del gemelo sintético' })
  await writeTwin({ scale, seed: SEED }, folder)
  // Marked before the first row of it is in: at no moment does an invented child pass for a real one.
  await session.markSynthetic()
  await takeFolder(session, folder, 'The synthetic twin')
}

async function takeFolder(session: Session, folder: string, title: string): Promise<void> {
  const progress = progressOf(title)
  await takeFolderIn(session, folder, {
    dryRun: false,
    acceptGood: true,
    // Whoever invents the files stands by them: nobody else is there to be asked.
    isConfirmed: true,
    onProgress(read) {
      const step = stepOf(read)
      progress.step(step)
      tell({ line: `Recibiendo los archivos de las autoridades: ${shareOf(step)} %` })
    },
  })
  progress.end()
  await shownCounting((onStep) =>
    session.settle((step) => {
      onStep(step)
      tell({ line: `Contando: ${shareOf(step)} %` })
    }),
  )
}

function shareOf({ done, all }: Step): number {
  return all > 0 ? Math.round((100 * done) / all) : 100
}
