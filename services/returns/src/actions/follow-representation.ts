/**
 * Keeps the pictures that returns has of files, of determinations and of what is said of the consulate, and asks again for the standing of the returns concerned: of a late
 * determination, of a corrected one, of one that was withdrawn (rules/standing-of-return.ts).
 */
import type { Follower } from '@vigia/kit/follow'
import { bringUpToDate, type Picture } from '@vigia/kit/picture'
import { keepFiles } from '@vigia/kit/picture-of-children'

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
    number: ['number', 'text'],
  },
}

/** What a Procuraduría said on its file of contact with the consulate; a file that says nothing of it is not kept. */
const CONSULAR_ACTS: Picture = {
  table: 'returns.consular_act_ref',
  of: 'representation',
  entity: 'protection_case',
  key: 'case_id',
  columns: {
    child_id: ['child_id', 'uuid'],
    is_permitted: ['consular_contact', 'boolean'],
    acted_on: ['consular_contact_on', 'date'],
  },
  onlyWith: 'consular_contact',
}

export const followRepresentation: Follower = {
  follows: 'representation',
  async apply(client, stretch) {
    const changed = await bringUpToDate(client, DETERMINATIONS, stretch)
    await bringUpToDate(client, CONSULAR_ACTS, stretch)
    await keepFiles(client, 'returns', stretch)
    if (changed.length > 0) await client.query('select returns.refresh($1::uuid[])', [changed])
  },
}
