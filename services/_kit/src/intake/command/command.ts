/** `npm run intake`: takes files in, beside a running start or without one; takes batches back; lists what could not be joined. */
import { statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { constants, tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { AskedWrongly } from '@vigia/db/asked'
import { WithdrawalRefused } from '../known/withdrawal-refused.ts'
import { REJECTS } from '../reject-writer.ts'
import { takeIn } from '../take-in.ts'
import { withdraw } from '../withdraw.ts'
import { type Request, requestOf } from './arguments.ts'
import { faultInSpanish, inService } from './faults-in-spanish.ts'
import { takeFolderIn } from './folder.ts'
import { followsChildren } from './lanes.ts'
import { listBatches, listUnmatched } from './lists.ts'
import { IN_SPANISH, progressOf, rateOf, shownCounting, stepOf } from './progress.ts'
import { besidesReportOf, oneLine, refusedReportOf, reportOf, withdrawnReportOf } from './report.ts'
import { senderOf } from './senders.ts'
import { openSession, type Session } from './session.ts'
import { writeTwin } from './twin.ts'
import { usage } from './usage.ts'

/** What ships with the registry: published figures, INM's monthly sums. */
const SHIPPED = fileURLToPath(new URL('../../../../oversight/data', import.meta.url))

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => cutShort(signal))
process.exit(await run(process.argv.slice(2)))

/** Each file is one transaction: one that is cut short leaves nothing. */
function cutShort(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): never {
  console.error(
    'Interrumpido: lo que se dijo recibido queda recibido. Para lo demás, pida lo mismo otra vez: nada entra dos veces.',
  )
  process.exit(128 + constants.signals[signal])
}

async function run(argv: readonly string[]): Promise<number> {
  try {
    const request = requestOf(argv)
    if (request.kind === 'HELP') {
      console.log(usage())
      return 0
    }
    if (request.kind === 'FILES') {
      request.files = withoutReports(request.files)
      refuseWhatIsNoFile(request.files)
    }
    const session = await openSession()
    try {
      return await answer(session, request)
    } finally {
      await session.close()
    }
  } catch (error) {
    if (error instanceof AskedWrongly) console.error(`${error.message}\n\n${usage()}`)
    else console.error(faultInSpanish(error))
    return error instanceof AskedWrongly ? 2 : 1
  }
}

async function answer(session: Session, request: Exclude<Request, { kind: 'HELP' }>): Promise<number> {
  switch (request.kind) {
    case 'FILES':
      return takeFiles(session, request)
    case 'FOLDER':
      return takeFolder(session, request.folder, request)
    case 'TWIN':
      return takeTwin(session, request)
    case 'WITHDRAW':
      return inService(request.service, () => takeBack(session, request))
    case 'BATCHES':
    case 'UNMATCHED': {
      const { kind, service } = request
      const list = kind === 'BATCHES' ? listBatches : listUnmatched
      console.log(await inService(service, () => list(session.pool(service), service)))
      return 0
    }
  }
}

/** `*.csv` names beside each file what was refused of it the last time, which is no table of anybody's. */
function withoutReports(files: readonly string[]): string[] {
  const isReport = (file: string) => file.endsWith(REJECTS) && files.includes(file.slice(0, -REJECTS.length))
  for (const file of files.filter(isReport))
    console.log(`${path.basename(file)}: no se recibe, es el informe de lo que se rechazó.`)
  return files.filter((file) => !isReport(file))
}

function refuseWhatIsNoFile(files: readonly string[]): void {
  for (const file of files) {
    const found = statSync(file, { throwIfNoEntry: false })
    if (!found) throw new AskedWrongly(`No existe el archivo ${file}.`)
    if (found.isDirectory())
      throw new AskedWrongly(`${file} es una carpeta: se recibe entera, por su manifest.json, sin nombrar la tabla.`)
    // A pipe can be read once, and a file is read twice: to know it again, and for its rows.
    if (!found.isFile())
      throw new AskedWrongly(`${file} no es un archivo, y se lee más de una vez: guárdelo antes en uno.`)
  }
}

async function takeFiles(session: Session, { service, feed: name, files, flags }: Request & { kind: 'FILES' }) {
  const feed = await session.feed(service, name)
  const senders = await Promise.all(files.map((file) => senderOf(file, flags, feed)))
  // The latest identifiers first, so that rows find their children.
  if (followsChildren(service) && !flags.dryRun) await session.hear(service)
  let refused = 0
  for (const [index, file] of files.entries()) {
    const sender = senders[index]
    if (!sender) continue
    const began = performance.now()
    const progress = progressOf(oneLine(path.basename(file)), IN_SPANISH)
    const { dryRun, acceptGood, isConfirmed } = flags
    const taken = await inService(service, () =>
      takeIn(
        session.pool(service),
        feed,
        { path: file },
        {
          ...{ ...sender, dryRun, acceptGood, isConfirmed, by: session.operator, now: new Date() },
          onProgress: (read) => progress.step(stepOf(read)),
        },
      ),
    )
    progress.end()
    console.log(reportOf(path.basename(file), taken, rateOf(taken.counts.rows, began)))
    for (const line of besidesReportOf(taken)) console.error(line)
    if (taken.outcome === 'REFUSED') refused++
  }
  if (flags.settle && !flags.dryRun) await shownCounting(session.settle, IN_SPANISH)
  return refused > 0 ? 1 : 0
}

async function takeFolder(
  session: Session,
  folder: string,
  { flags, title = path.basename(folder) }: Pick<Request & { kind: 'FOLDER' }, 'flags'> & { title?: string },
) {
  const progress = progressOf(oneLine(title), IN_SPANISH)
  const refused = await takeFolderIn(session, folder, {
    ...flags,
    onProgress: (read) => progress.step(stepOf(read)),
    onFile: (file, taken, began) => {
      progress.tell(reportOf(file, taken, rateOf(taken.counts.rows, began)))
      for (const line of besidesReportOf(taken)) console.error(line)
    },
  })
  progress.end()
  if (flags.settle && !flags.dryRun) await shownCounting(session.settle, IN_SPANISH)
  return refused > 0 ? 1 : 0
}

/** What is invented is marked as such before the first row of it is in. */
async function takeTwin(session: Session, { twin, flags }: Request & { kind: 'TWIN' }): Promise<number> {
  const folder = twin.out ?? (await mkdtemp(path.join(tmpdir(), 'vigia-twin-')))
  try {
    await writeTwin(twin, folder)
    await session.markSynthetic()
    // Whoever invents the files stands by them: nobody else is there to be asked.
    const status = await takeFolder(session, folder, {
      flags: { ...flags, isConfirmed: true },
      title: 'gemelo sintético',
    })
    return Math.max(status, await takeFolder(session, SHIPPED, { flags, title: 'cifras publicadas' }))
  } finally {
    if (!twin.out) await rm(folder, { recursive: true, force: true })
  }
}

async function takeBack(
  session: Session,
  { service, batchId, reason }: Request & { kind: 'WITHDRAW' },
): Promise<number> {
  try {
    const withdrawal = await session.withdrawal(service)
    const why = { reason, by: session.operator }
    const withdrawn = await withdraw(session.pool(service), withdrawal, batchId, why)
    console.log(withdrawnReportOf(batchId, withdrawn))
    if (withdrawn.isBehindWall) for (const line of besidesReportOf(withdrawn)) console.error(line)
    await shownCounting(session.settle, IN_SPANISH)
    return 0
  } catch (error) {
    if (!(error instanceof WithdrawalRefused)) throw error
    console.error(refusedReportOf(error))
    return 1
  }
}
