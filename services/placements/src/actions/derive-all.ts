/** Derives every stay as it is counted again, from stays, facilities and pictures. */
import type { PoolClient } from 'pg'

/** What `npm run rebuild` empties first, in this order of no importance: none of these is a fact. */
export const PICTURES = [
  'child_ref',
  'child_sight',
  'notice_ref',
  'case_ref',
  'identifier_ref',
  'stay_ledger',
  'snapshot',
] as const

export async function deriveAll(client: PoolClient): Promise<void> {
  await client.query('truncate placements.stay_ledger, placements.delta')
  await client.query('select placements.refresh(array(select distinct child_id from placements.stay))')
}
