/**
 * Whether an overseer's page finds what the chain holds: it looks a child up in the notes of whom each hundred links tell, which are no
 * part of the chain. A note that was altered hides accesses from it, and one beyond the end hides those that no note tells of yet.
 */
import type { Pool } from 'pg'
import type { Linked } from './words.ts'

const LINKS = 100
const ID_BYTES = 16
/** The acts by which a record is opened, or was to be; audit.children_of. */
const OPENING: ReadonlySet<string> = new Set(['READ', 'OPEN', 'EMERGENCY', 'REFUSED'])

export class Hundreds {
  readonly #pool: Pool
  readonly #service: string
  #told = new Set<string>()
  /** The first link of the first hundred whose note says something else; null while all say what their links do. */
  hidden: number | null = null

  constructor(pool: Pool, service: string) {
    this.#pool = pool
    this.#service = service
  }

  /** Told of each link in its order. */
  async take({ seq, act, children, missed }: Pick<Linked, 'seq' | 'act' | 'children' | 'missed'>): Promise<void> {
    if (OPENING.has(act)) for (const id of [...idsIn(children), ...idsIn(missed)]) this.#told.add(id)
    if (seq % LINKS !== 0) return
    const [told, number] = [this.#told, seq / LINKS - 1]
    this.#told = new Set()
    const noted = await this.#notedIn(number)
    const isSo = noted?.length === told.size && noted.every((id) => told.has(id))
    if (!isSo) this.hidden ??= number * LINKS + 1
  }

  /** Beyond the last full hundred there is no note. Asked at once with where the chain ends: it goes on meanwhile. */
  async end(): Promise<void> {
    const { rows } = await this.#pool.query<{ end: number }>(
      `select l.seq as end from (select coalesce(max(seq), 0) as seq from audit.link where service = $1) l
       where exists (select from audit.hundred h where h.service = $1 and (h.number < 0 or h.number >= l.seq / ${LINKS}))`,
      [this.#service],
    )
    if (rows[0]) this.hidden ??= Number(rows[0].end) + 1
  }

  async #notedIn(number: number): Promise<string[] | null> {
    const { rows } = await this.#pool.query<{ children: string[] }>(
      'select children from audit.hundred where service = $1 and number = $2',
      [this.#service, number],
    )
    return rows[0]?.children.map((id) => id.replaceAll('-', '')) ?? null
  }
}

function idsIn(packed: Buffer): string[] {
  return Array.from({ length: packed.length / ID_BYTES }, (_, at) =>
    packed.subarray(at * ID_BYTES, (at + 1) * ID_BYTES).toString('hex'),
  )
}
