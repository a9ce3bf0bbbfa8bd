/**
 * Days of what has been that lie behind the day to which the file says that it reaches: a year or a cut-off was mistyped. Nobody but the
 * sender knows which; the rows are taken in, and it is told.
 */
import { MEXICO_TIME_ZONE } from '@vigia/law/states'
import type { PoolClient } from 'pg'
import type { FeedLayout } from '../feed.ts'
import { pastDay } from './days.ts'

const LINES_TOLD = 20
/** One instant for all rows: the day of each would cost a tenth of an intake. */
const DAY_AFTER = `(($1::date + 1)::timestamp at time zone '${MEXICO_TIME_ZONE}')`

export class BeyondCutoff {
  readonly #cutoff: string | null
  readonly #where: string
  #rows = 0
  readonly #lines: number[] = []

  constructor({ columns }: FeedLayout, cutoff: string | null) {
    const days = columns.flatMap(({ name, type, read, isSealed }) => {
      if (isSealed) return []
      if (type === 'timestamptz') return [`${name} >= ${DAY_AFTER}`]
      return type === 'date' && read === pastDay ? [`${name} > $1::date`] : []
    })
    this.#cutoff = cutoff
    this.#where = days.join(' or ')
  }

  /** Of a chunk that is staged, with the zone of its instants. */
  async look(client: PoolClient): Promise<void> {
    if (this.#cutoff === null || this.#where === '') return
    const { rows } = await client.query<{ line: number }>(
      `select line from staged where ${this.#where} order by line`,
      [this.#cutoff],
    )
    this.#rows += rows.length
    this.#lines.push(...rows.slice(0, LINES_TOLD - this.#lines.length).map(({ line }) => line))
  }

  notices(): string[] {
    if (this.#rows === 0) return []
    const where = `${this.#rows === 1 ? 'renglón' : 'renglones'} ${this.#lines.join(', ')}${this.#rows > this.#lines.length ? '…' : ''}`
    return [
      `Dudoso, y se recibe como viene: fechas posteriores al corte del archivo, ${this.#cutoff}: ${this.#rows} (${where}). Si el corte es otro, retire el lote y envíelo con él.`,
    ]
  }
}
