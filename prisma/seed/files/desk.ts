/** Writes the files, many at a time: rows wait in memory for a while, then go to the end of their file. */
import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stateOf } from '@vigia/law/states'
import { stringify } from 'csv-stringify/sync'
import { civil, isoDay, type Minute } from '../calendar.ts'
import type { Fact, Sink } from '../scenario/facts.ts'
import { FEEDS, type FeedName } from './columns.ts'
import { furtherCells, isFuller } from './fuller.ts'
import type { ManifestEntry } from './manifest.ts'
import { type Manner, titleIn } from './manner.ts'
import { penOf } from './pen.ts'
import type { Periods } from './periods.ts'
import { cellsOf, mannerOf, type Sender, senderOf } from './senders.ts'

interface OpenFile {
  readonly entry: Omit<ManifestEntry, 'rows'>
  readonly manner: Manner
  readonly columns: readonly string[]
  readonly isFuller: boolean
  pending: string[][]
  rows: number
  isBegun: boolean
}

/** Rows that may wait in all before the fullest files are written. */
const WAITING_AT_MOST = 80_000
const WRITE_FROM = 64

export class Desk implements Sink {
  readonly #directory: string
  readonly #periods: Periods
  readonly #files = new Map<string, OpenFile>()
  #waiting = 0

  constructor(directory: string, periods: Periods) {
    this.#directory = directory
    this.#periods = periods
  }

  isSent(fact: Fact, arrivesAt: Minute): boolean {
    return this.#periods.cutoffOf(fact.feed, senderOf(fact), arrivesAt) !== null
  }

  write(fact: Fact, arrivesAt: Minute): void {
    const sender = senderOf(fact)
    const cutoff = this.#periods.cutoffOf(fact.feed, sender, arrivesAt)
    if (cutoff !== null) this.#put(fact, this.#fileOf(fact.feed, sender, cutoff))
  }

  writeTwice(early: Fact, earlyAt: Minute, late: Fact, lateAt: Minute): void {
    const sender = senderOf(early)
    const first = this.#periods.cutoffOf(early.feed, sender, earlyAt)
    const second = this.#periods.cutoffOf(late.feed, sender, lateAt)
    if (first !== null && first !== second) this.#put(early, this.#fileOf(early.feed, sender, first))
    if (second !== null) this.#put(late, this.#fileOf(late.feed, sender, second))
  }

  /** Begins the delivery that a sender owes, even where it has nothing to tell. */
  deliver(feed: FeedName, sender: Sender, arrivesAt: Minute): void {
    const cutoff = this.#periods.cutoffOf(feed, sender, arrivesAt)
    if (cutoff !== null) this.#fileOf(feed, sender, cutoff)
  }

  /** Writes what waits, closes every file and gives the list of them. */
  finish(): ManifestEntry[] {
    for (const file of this.#files.values()) {
      this.#flush(file)
      this.#append(file, tailOf(file))
    }
    return [...this.#files.values()].map(({ entry, rows }) => ({ ...entry, rows }))
  }

  #put(fact: Fact, file: OpenFile): void {
    const pen = penOf(file.manner)
    const cells = cellsOf(fact, pen)
    if (file.isFuller) cells.push(...furtherCells(fact, pen))
    file.pending.push(cells)
    file.rows++
    this.#waiting++
    if (this.#waiting < WAITING_AT_MOST) return
    for (const open of this.#files.values()) if (open.pending.length >= WRITE_FROM) this.#flush(open)
    if (this.#waiting > WAITING_AT_MOST / 2) for (const open of this.#files.values()) this.#flush(open)
  }

  #fileOf(feed: FeedName, sender: Sender, cutoff: Minute): OpenFile {
    const { service, columns: plain, more } = FEEDS[feed]
    const { source, state } = sender
    const isPreliminary = source === 'INM' && feed !== 'facilities' && this.#periods.isLast(sender, cutoff)
    const name = [
      service,
      feed,
      source,
      ...(state ? [state] : []),
      isoDay(cutoff),
      ...(isPreliminary ? ['preliminar'] : []),
    ]
    const file = `${name.join('--')}.csv`
    const known = this.#files.get(file)
    if (known) return known
    const status = isPreliminary ? 'PRELIMINARY' : 'DEFINITIVE'
    const entry = { file, service, feed, source, state, cutoff: isoDay(cutoff), status } as const
    const fuller = isFuller(feed, sender, cutoff)
    const columns = fuller ? [...plain, ...more] : plain
    const manner = mannerOf(sender, civil(cutoff).year)
    const fresh = { entry, manner, columns, isFuller: fuller, pending: [], rows: 0, isBegun: false }
    this.#files.set(file, fresh)
    return fresh
  }

  #flush(file: OpenFile): void {
    if (file.isBegun && file.pending.length === 0) return
    const text = file.isBegun ? '' : headOf(file)
    this.#waiting -= file.pending.length
    this.#append(file, text + linesOf(file.manner, file.pending))
    file.pending = []
  }

  #append(file: OpenFile, text: string): void {
    const path = join(this.#directory, file.entry.file)
    const bytes = Buffer.from(text, file.manner.encoding)
    if (file.isBegun) appendFileSync(path, bytes)
    else writeFileSync(path, bytes)
    file.isBegun = true
  }
}

function linesOf({ delimiter, lineEnd }: Manner, rows: string[][]): string {
  return rows.length === 0 ? '' : stringify(rows, { delimiter, record_delimiter: lineEnd })
}

function headOf({ entry, manner, columns }: OpenFile): string {
  const above =
    manner.heading === null ? [] : [[`${manner.heading} corte al ${entry.cutoff}`, ...columns.slice(1).map(() => '')]]
  const header = columns.map((title) => titleIn(manner, title))
  return (manner.mark ? '\ufeff' : '') + linesOf(manner, [...above, header])
}

function tailOf({ entry, manner, columns, rows }: OpenFile): string {
  const blank = columns.map(() => '')
  const total = manner.hasTotal ? [['TOTAL', String(rows), ...blank.slice(2)]] : []
  const blanks = Array.from({ length: manner.blankRowsBelow }, () => blank)
  // Two offices with nothing to tell must not send the same bytes: the second would count as sent already.
  const nothing = `Nota: sin movimientos${entry.state ? `, ${stateOf(entry.state).shortName}` : ''}, corte al ${entry.cutoff}`
  const notes = [...(rows === 0 ? [nothing] : []), ...(manner.note === null ? [] : [manner.note])]
  return linesOf(manner, [...total, ...blanks, ...notes.map((note) => [note, ...blank.slice(1)])])
}
