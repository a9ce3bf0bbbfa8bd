/** Who asked for what is closed to him, written to the audit (security.md 10, rows 24 and 53): the gateway has a chain of its own. */
import { ANSWERED_WITHIN_MS, openPool } from '@vigia/db/open'
import { keepChain } from '@vigia/kit/audit/chain'
import { packed } from '@vigia/kit/audit/packed-ids'
import { type Entry, NO_IDS, record } from '@vigia/kit/audit/record'
import { log } from '@vigia/kit/log'
import type { Asker } from '@vigia/kit/service'
import { folioIn } from '@vigia/law/folios'
import { isId } from '@vigia/law/ids'
import type { Pool } from 'pg'

export interface Refusals {
  /** Resolves once it is written; `asked` is in names of ours, for in those of the asker anything may stand, and of `children`, by id or folio, what names none is left out. A refusal stands whether it could be written or not: nothing is told by it. */
  tell: (asker: Asker, asked: readonly string[], children?: readonly string[]) => Promise<void>
  /** A sign-in that was denied, or a token that was forged: by whom it was tried nobody knows. */
  denied: (requestId: string, why: string) => Promise<void>
  stop: () => Promise<void>
}

export function refusalsIn(databaseUrl: string): Refusals {
  const pool = openPool(databaseUrl, 2, ANSWERED_WITHIN_MS)
  // Nobody waits for a link of the chain, and a thousand of them take as long as they do.
  const chaining = openPool(databaseUrl, 1)
  const stopChain = keepChain(chaining, 'gateway')
  const of = { service: 'gateway', act: 'REFUSED', types: [], scopes: [], records: 0, batchId: null } as const
  const tell = (entry: Omit<Entry, keyof typeof of | 'children'>) =>
    record(pool, { ...of, ...entry, children: NO_IDS }).catch((fault: unknown) =>
      log.error({ requestId: entry.requestId, fault }, 'a refusal could not be written to the audit'),
    )
  return {
    async tell({ actor, requestId, reason }, asked, children = []) {
      const { sub: subject, role, org: office, states } = actor
      await tell({
        requestId,
        subject,
        role,
        office,
        states,
        reason,
        asked: [asked.join('.')],
        missed: packed(await idsOf(pool, children)),
      })
    },
    async denied(requestId, why) {
      const nobody = { subject: 'unknown', role: 'none', office: null, states: null, reason: null, missed: NO_IDS }
      await tell({ requestId, ...nobody, asked: [`session.${why}`] })
    },
    async stop() {
      await stopChain()
      await Promise.all([pool.end(), chaining.end()])
    },
  }
}

/** A refusal is written down also where it cannot be looked up whose folio it names. */
async function idsOf(pool: Pool, children: readonly string[]): Promise<string[]> {
  const folios = children.flatMap((named) => folioIn(named) ?? [])
  const ids = children.filter(isId)
  if (folios.length === 0) return ids
  const asked = 'select audit.child_of_folio(f) as id from unnest($1::text[]) f'
  const found = await pool.query<{ id: string | null }>(asked, [folios]).catch((fault: unknown) => {
    log.error({ fault }, 'of whom a refusal tells could not be looked up')
    return { rows: [] }
  })
  return [...ids, ...found.rows.flatMap(({ id }) => id ?? [])]
}
