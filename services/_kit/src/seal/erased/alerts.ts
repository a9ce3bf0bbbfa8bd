/**
 * What alerts tell of a day of birth: those that wait for a birthday are raised so many days before it, so that each of their instants, and
 * their very ids, which are made of the time, let it be reckoned. With the day they go, all that hangs on them too.
 *
 * What was told of them elsewhere stays, and names them no more: letters, messages of endpoints, and places in the stream.
 */
import { TELL_OF_BIRTHDAYS } from '@vigia/law/alert-kinds'
import type { ClientBase } from 'pg'
import { raiseVersion } from '../../tick.ts'

/** Children $1 and when each was erased, $2. */
export const ERASED = 'unnest($1::uuid[], $2::timestamptz[]) e (child, at)'
/** What is given for them. */
export type Whom = readonly unknown[]

const KINDS = `'{${TELL_OF_BIRTHDAYS.join(',')}}'::text[]`

/** Whatever stands after `e`, the erased: alerts of theirs that were raised before. */
export const ALERTS_OF_BIRTHDAYS = `oversight.alert a on a.owner = e.child::text and a.about = 'CHILD' and a.kind = any (${KINDS}) and a.opened_at <= e.at`

/** When the last one of these children, $1, was raised, by whatever clock. */
export const LAST_RAISED = `select max(opened_at) from oversight.alert where owner = any ($1::uuid[]::text[]) and about = 'CHILD' and kind = any (${KINDS})`

const NOBODY = '00000000-0000-0000-0000-000000000000'

const UNBORN = `oversight.child_ref r on r.child_id = e.child and r.turns18_on is not null
  and not exists (select from children.child c where c.id = e.child and c.born_on is not null)`

/** Held until the end: nobody takes anything up for these children meanwhile out of what was told before, and nobody judges them. */
const HOLD_WHAT_IS_TOLD = 'select from oversight.position where id = 1 for update'
const HOLD_WHO_JUDGES = `select oversight.ask_again('CHILD', array(select e.child::text from ${ERASED} join ${UNBORN} union select a.owner from ${ERASED} join ${ALERTS_OF_BIRTHDAYS}))`
const FORGET_DAY = `update oversight.child_ref t set turns18_on = null from ${ERASED} join ${UNBORN} where t.child_id = r.child_id`

const TABLES_OF_ALERTS = [
  ...['oversight.alert_history', 'oversight.alert_known', 'oversight.answer_step', 'oversight.mail_waiting'],
  'stream.alert_waiting',
]
const NAMED_NO_MORE = [
  `update stream.alert_step set alert_id = '${NOBODY}' where alert_id = any ($1::uuid[])`,
  `update oversight.webhook_delivery set alert_id = null, lane = 'CHILD ${NOBODY}' where alert_id = any ($1::uuid[])`,
  `update oversight.mail m set alert_ids = array(
    select case when n.id = any ($1::uuid[]) then '${NOBODY}' else n.id end from unnest(m.alert_ids) with ordinality n (id, place) order by n.place)
   where m.alert_ids && $1::uuid[]`,
]

/** In the caller's transaction, once the days of birth themselves are gone. What was raised since stays. */
export async function forgetAlertsOf(client: ClientBase, whom: Whom): Promise<void> {
  await client.query(HOLD_WHAT_IS_TOLD)
  await client.query(HOLD_WHO_JUDGES, [...whom])
  await client.query(FORGET_DAY, [...whom])
  const { rows } = await client.query<{ id: string }>(
    `delete from oversight.alert d using ${ERASED} join ${ALERTS_OF_BIRTHDAYS} where d.id = a.id returning d.id`,
    [...whom],
  )
  if (rows.length === 0) return
  const alerts = rows.map(({ id }) => id)
  for (const table of TABLES_OF_ALERTS)
    await client.query(`delete from ${table} where alert_id = any ($1::uuid[])`, [alerts])
  for (const rename of NAMED_NO_MORE) await client.query(rename, [alerts])
  await raiseVersion(client, 'oversight')
}
