/** Opens sealed cells for one request. Keys that are asked for one by one are fetched together. */
import type { Pool } from 'pg'
import { batchById } from '../graph/batch-by-id.ts'
import { log } from '../log.ts'
import { keyIdOf, open } from './cipher.ts'
import { dataKeyOf } from './keys.ts'

/** Cells by the names of their columns, as PostgreSQL would have read them; without those that say nothing. */
export type OpenedCells = Readonly<Partial<Record<string, string>>>

/** Where keys are kept, and which column says whose they are. */
export interface KeysOf {
  table: string
  subject: string
}

/** A row of whose cells some are sealed, and whose it is. */
interface Row {
  subject: string
  sealed: string | null
}

interface KnownKey {
  id: string
  subject: string
  wrapped: string | null
}

export class CellOpener {
  readonly #keys

  constructor(pool: Pool, { table, subject }: KeysOf) {
    this.#keys = batchById<string, KnownKey>(
      async (ids) => {
        const keys = `select id, ${subject} as subject, wrapped from ${table} where id = any ($1::uuid[])`
        return (await pool.query<KnownKey>(keys, [ids])).rows
      },
      ({ id }) => id,
    )
  }

  /**
   * Nothing sealed opens to no cells; null is what nobody can read: the key was destroyed, or is somebody else's, or the text is
   * not what was sealed for this place, of which the last two stand in the log.
   */
  async open(place: string, { subject, sealed }: Row): Promise<OpenedCells | null> {
    if (sealed === null) return {}
    const id = keyIdOf(sealed)
    const known = id === null ? null : await this.#keys.load(id)
    if (known?.subject === subject && known.wrapped === null) return null
    const key = known?.subject === subject && known.wrapped !== null ? dataKeyOf(known.id, known.wrapped) : null
    const plain = key === null ? null : open(sealed, place, key)
    if (plain !== null) return JSON.parse(plain) as OpenedCells // What was sealed was written by the intake, and nobody else has the key.
    log.error({ place, key: id }, 'a sealed cell cannot be opened')
    return null
  }
}

/** The codes of a cell that holds a list of them. */
export const codesIn = (list: string | undefined): string[] => list?.slice(1, -1).split(',').filter(Boolean) ?? []
