/** What the log of events tells of acts on one table, and which versions were, as whoever keeps it by hand writes it: one line a change. */

export interface Row {
  id: string
  batch: string
  word: string
}
/** What was told by one statement, in whichever order. */
export interface Told {
  type: 'recorded' | 'corrected' | 'withdrawn'
  rows: readonly { id: string; batch: string; word: string | null }[]
}

/** What waits for its number: a change with what it said, or a statement that added many, which are read when they are numbered. */
type Waiting = { told: Told; place: number } | { added: readonly Row[] }

export class LogByHand {
  readonly rows = new Map<string, Row>()
  readonly former: Row[] = []
  readonly log: { told: Told['rows'][number]; type: Told['type'] }[][] = []
  #waiting: Waiting[] = []

  add(added: readonly Row[], isTogether: boolean): void {
    for (const row of added) this.rows.set(row.id, row)
    if (isTogether) this.#waiting.push({ added })
    else this.#tell({ type: 'recorded', rows: added })
  }

  /** A row that says the same again was not corrected. */
  correct(corrected: readonly Row[]): void {
    const changed = corrected.filter(({ id, word, batch }) => {
      const before = this.rows.get(id)
      return before?.word !== word || before.batch !== batch
    })
    for (const row of changed) {
      this.#keepFormer(row.id)
      this.rows.set(row.id, row)
    }
    this.#tell({ type: 'corrected', rows: changed })
  }

  withdraw(ids: readonly string[]): void {
    const gone = ids.flatMap((id) => this.rows.get(id) ?? [])
    for (const { id } of gone) {
      this.#keepFormer(id)
      this.rows.delete(id)
    }
    this.#tell({ type: 'withdrawn', rows: gone.map((row) => ({ ...row, word: null })) })
  }

  /** Gives how many were numbered: those of one statement that are numbered together are not divided. */
  number(most: number): number {
    let numbered = 0
    while (numbered < most) {
      const [head] = this.#waiting
      if (!head) break
      numbered += 'added' in head ? this.#numberMany(head.added) : this.#numberOne(head)
    }
    return numbered
  }

  #numberOne(head: { told: Told; place: number }): number {
    const { type, rows } = head.told
    const told = rows.map((row) => ({ type, told: row }))
    // Which of a statement comes first nobody says: those of one stand together, whenever they are numbered.
    if (head.place === 0) this.log.push(told)
    head.place += 1
    if (head.place === rows.length) this.#waiting.shift()
    return 1
  }

  /** What another file has corrected since, or was withdrawn, is told by those events. */
  #numberMany(added: readonly Row[]): number {
    const still = added.flatMap(({ id, batch }) => {
      const row = this.rows.get(id)
      return row && row.batch === batch ? row : []
    })
    if (still.length > 0) this.log.push(still.map((told) => ({ type: 'recorded', told })))
    this.#waiting.shift()
    return still.length
  }

  #tell(told: Told): void {
    if (told.rows.length > 0) this.#waiting.push({ told, place: 0 })
  }

  #keepFormer(id: string): void {
    const row = this.rows.get(id)
    if (row) this.former.push(row)
  }
}
