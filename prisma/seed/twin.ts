/** Writes a whole twin into a folder: the files, their manifest and the answer key. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { STATES } from '@vigia/law/states'
import { writeAnswers } from './answers/answers.ts'
import { DAY, HOUR, type Minute, monthsUntil, startOfDay } from './calendar.ts'
import { writeBadFiles } from './files/bad.ts'
import { Desk } from './files/desk.ts'
import { inOrder } from './files/manifest.ts'
import { periodsOf, SILENT_SINCE } from './files/periods.ts'
import { makeReady } from './folder.ts'
import { runScenario, type TwinOptions } from './scenario.ts'

export interface Written {
  readonly files: number
  readonly rows: number
  readonly seconds: number
}

/** `onMonth` is told the month, the detections so far and the share of months done. */
export function writeTwin(
  options: TwinOptions,
  directory: string,
  onMonth: (month: string, events: number, share: number) => void = () => {},
): Written {
  const started = performance.now()
  makeReady(directory)
  const desk = new Desk(directory, periodsOf(options.scale, options.until))
  const months = monthsUntil(options.until).length
  let done = 0
  let total = 0
  const ledger = runScenario(options, desk, ({ key }, events) => {
    total += events
    onMonth(key, total, ++done / months)
  })
  deliverAll(desk, options.until)
  const manifest = inOrder(desk.finish())
  writeFileSync(join(directory, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`)
  writeAnswers(directory, ledger, options, writeBadFiles(directory, options.until))
  const rows = manifest.reduce((sum, entry) => sum + entry.rows, 0)
  return { files: manifest.length, rows, seconds: (performance.now() - started) / 1000 }
}

const BY_OFFICE = ['protection-cases', 'representations', 'determinations'] as const
const BY_INM = ['detections', 'migration-documents', 'stays', 'executed-returns'] as const

/** Whoever has nothing to tell at the end says so: a file with a header and no rows. Silence is something else. */
function deliverAll(desk: Desk, until: Minute): void {
  for (const feed of BY_INM) desk.deliver(feed, { source: 'INM', state: null }, until)
  desk.deliver('stays', { source: 'SNDIF', state: null }, until)
  desk.deliver('asylum-claims', { source: 'COMAR', state: null }, until)
  desk.deliver('return-checklists', { source: 'INM', state: null }, until)
  desk.deliver('inspections', { source: 'PFPNNA', state: null }, until)
  desk.deliver('complaints', { source: 'CNDH', state: null }, until)
  for (const { code } of STATES) desk.deliver('complaints', { source: 'CEDH', state: code }, until)
  for (const { code } of STATES) {
    const last = startOfDay(until) - (SILENT_SINCE[code] ?? 0) * DAY
    for (const feed of BY_OFFICE) desk.deliver(feed, { source: 'PPNNA', state: code }, Math.min(last + HOUR, until))
  }
}
