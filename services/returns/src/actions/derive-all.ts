/** Derives the standing of every return again, from returns and the pictures of children and determinations. */
import type { PoolClient } from 'pg'

/** What `npm run rebuild` empties first: none of these is a fact. */
export const PICTURES = [
  'child_ref',
  'child_sight',
  'identifier_ref',
  'detection_ref',
  'case_ref',
  'place_ref',
  'stay_ref',
  'determination_ref',
  'consular_act_ref',
  'inm_batch_ref',
  'detection_writing',
  'return_standing',
] as const

export async function deriveAll(client: PoolClient): Promise<void> {
  await client.query('truncate returns.return_standing, returns.delta')
  await client.query('select returns.refresh(array(select distinct child_id from returns.executed_return))')
}
