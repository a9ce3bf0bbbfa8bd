/**
 * What somebody has opened of single children, for a reason in writing or for an emergency: looked up for each request of records,
 * so that it counts from the next request on and no longer than it is open, at whichever gateway. It goes on in the signed envelope.
 */
import { openPool } from '@vigia/db/open'
import type { Actor } from '@vigia/kit/actor'
import { log } from '@vigia/kit/log'
import type { Stop } from '@vigia/kit/service'
import { isNamedBy } from '@vigia/law/folios'
import { MOST_OPEN, OPENED_BY, scopesOpened } from '@vigia/law/opened-records'
import { LONGEST_WORDS } from '@vigia/law/written-words'
import { PATIENCE } from '../sources/reach.ts'

export interface Openings {
  /** The actor with what it has open now. Without the database it has nothing open. */
  of: (actor: Actor) => Promise<Actor>
  /** Why it opened these children, who are named by id or folio, in its own words as they were written then; null where it has opened none of them. */
  whyOf: (actor: Actor, children: readonly string[]) => string | null
  stop: Stop
}

type Opened = NonNullable<Actor['opened']>[number]
type Found = Opened & { reason: string }

/** What was opened in another role, or bound to other states, is not open. */
const LOOK_UP = `select child_id as child, by, reason, is_outside as "isOutside", (extract(epoch from until) * 1000)::float8 as until
  from openings.live where subject = $1 and role = $2 and states is not distinct from $3 order by until desc limit ${MOST_OPEN}`

export function openingsIn(databaseUrl: string): Openings {
  const pool = openPool(databaseUrl, 3, PATIENCE.hopInMs)
  // Not in the envelope, which stays small: the services are told of a request why it is made.
  const reasons = new WeakMap<Actor, readonly Found[]>()
  return {
    async of(actor) {
      const { sub, role, states } = actor
      if (!OPENED_BY.some((by) => scopesOpened(role, by).size > 0)) return actor
      const query = { name: 'openings', text: LOOK_UP, values: [sub, role, states] }
      const found = await pool.query<Found>(query).catch((fault: unknown) => {
        log.error({ fault }, 'what is open could not be looked up')
        return { rows: [] }
      })
      if (found.rows.length === 0) return actor
      const opened = found.rows.map(({ reason: _, ...open }) => open)
      const holder = Object.freeze({ ...actor, opened })
      reasons.set(holder, found.rows)
      return holder
    },
    whyOf(actor, children) {
      const open = reasons.get(actor)?.filter(({ child }) => children.some((named) => isNamedBy(named, child))) ?? []
      return open.length === 0 ? null : told([...new Set(open.map(({ reason }) => reason))].join(' · '))
    },
    stop: () => pool.end(),
  }
}

/** Several reasons are told as far as one may be long, the latest first: each stands whole where it was written. */
const told = (reasons: string): string =>
  reasons.length <= LONGEST_WORDS ? reasons : `${reasons.slice(0, LONGEST_WORDS - 1).toWellFormed()}…`
