/** The alerts of children, a page of each: what is asked of one child after the other within a request is one statement. */
import type { Actor } from '@vigia/kit/actor'
import { batchById } from '@vigia/kit/graph/batch-by-id'
import { type Stubs, stubsAmong } from '@vigia/kit/graph/in-sight'
import { type Page, pagesOfEach } from '@vigia/kit/graph/keyset'
import type { PageArgs } from '@vigia/kit/graph/page'
import type { Pool } from 'pg'
import { ALERT_SELECT, type AlertRow, IN_ORDER } from './alert-store.ts'
import { type AlertsWanted, nowWhere } from './alerts-wanted.ts'

export class ChildAlertStore {
  /** Who has left the states of the asker; null for a role without stubs. */
  readonly stubs: Stubs
  readonly #pool: Pool
  readonly #actor: Actor
  readonly #pages = new Map<string, ReturnType<typeof pagesOfEach<AlertRow>>>()
  readonly #totals = new Map<string, ReturnType<typeof totalsOfEach>>()

  constructor({ rows: pool }: { rows: Pool }, actor: Actor) {
    this.#pool = pool
    this.#actor = actor
    // Who is in sight is kept in no picture here: the view leaves them out.
    this.stubs = stubsAmong(pool, 'oversight', actor, async () => [])
  }

  /** The latest first. Throws as keysetPage. */
  async page(childId: string, wanted: AlertsWanted, args: PageArgs): Promise<Page<AlertRow>> {
    const { where, values } = nowWhere(wanted, this.#actor)
    const list = { pool: this.#pool, select: ALERT_SELECT, where, values, ...IN_ORDER }
    const pages = keptIn(this.#pages, [wanted, args], () => pagesOfEach<AlertRow>(list, { column: 'a.owner' }, args))
    const found = await pages.load(childId)
    if (!found) throw new Error(`No page for child ${childId}`)
    return found.page
  }

  /** How many there are in all pages. */
  async total(childId: string, wanted: AlertsWanted): Promise<number> {
    const totals = keptIn(this.#totals, [wanted], () => totalsOfEach(this.#pool, wanted, this.#actor))
    return (await totals.load(childId))?.count ?? 0
  }
}

function totalsOfEach(pool: Pool, wanted: AlertsWanted, actor: Actor) {
  const { where, values, mark } = nowWhere(wanted, actor)
  const ids = mark([])
  const text = `select a.owner as id, count(*)::int as count from oversight.alert a
    where a.owner = any (${ids}::text[]) and ${where} group by a.owner`
  return batchById<string, { id: string; count: number }>(
    async (children) => (await pool.query(text, [...values.slice(0, -1), children])).rows,
    ({ id }) => id,
  )
}

function keptIn<Loader>(loaders: Map<string, Loader>, asked: readonly unknown[], make: () => Loader): Loader {
  const key = JSON.stringify(asked)
  const loader = loaders.get(key) ?? make()
  loaders.set(key, loader)
  return loader
}
