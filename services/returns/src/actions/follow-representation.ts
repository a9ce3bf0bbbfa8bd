/**
 * Keeps the picture that returns has of determinations, and asks again for the standing of the returns concerned: of a late
 * determination, of a corrected one, of one that was withdrawn (rules/standing-of-return.ts).
 */
import type { Follower } from '@vigia/kit/follow'
import { bringUpToDate, type Picture } from '@vigia/kit/picture'

const DETERMINATIONS: Picture = {
  table: 'returns.determination_ref',
  of: 'representation',
  entity: 'determination',
  key: 'determination_id',
  columns: {
    child_id: ['child_id', 'uuid'],
    decided_at: ['decided_at', 'timestamptz'],
    outcome: ['outcome', 'text'],
    authority: ['authority', 'text'],
  },
}

export const followRepresentation: Follower = {
  follows: 'representation',
  async apply(client, after, upto) {
    const changed = await bringUpToDate(client, DETERMINATIONS, after, upto)
    if (changed.length > 0) await client.query('select returns.refresh($1::uuid[])', [changed])
  },
}
