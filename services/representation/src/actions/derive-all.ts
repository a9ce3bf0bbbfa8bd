/** Derives how far the Procuraduría has come with every child again, from its facts and the pictures of the children service. */
import type { PoolClient } from 'pg'

/** What `npm run rebuild` empties first: none of these is a fact. */
export const PICTURES = [
  'child_ref',
  'child_sight',
  'identifier_ref',
  'notice_ref',
  'place_ref',
  'stay_ref',
  'work_suspension_ref',
  'case_ledger',
  'snapshot',
] as const

export async function deriveAll(client: PoolClient): Promise<void> {
  await client.query('truncate representation.case_ledger, representation.delta')
  await client.query(`select representation.refresh(array(
    select child_id from representation.notice_ref union select child_id from representation.protection_case))`)
}
