/** Who was told of an alert, followed a stream that had it, or opened it: by which channel, of which of its steps, when, and whether he has confirmed it. */
import { keysetPage, type Page } from '@vigia/kit/graph/keyset'
import type { PageArgs } from '@vigia/kit/graph/page'
import { MATRIX } from '@vigia/law/access-matrix'
import { ALERT_OFFICES, roleOfOffice } from '@vigia/law/alert-offices'
import { codesOf } from '@vigia/law/code-list'
import type { Pool } from 'pg'

export interface ToldRow {
  /** Of the message, of the letter, of whom and of which step a stream told, or whose office opened it. */
  id: string
  channel: 'WEBHOOK' | 'MAIL' | 'STREAM' | 'DASHBOARD'
  role: string
  authority: string
  step: string | null
  severity: string | null
  dueAt: Date
  toldAt: Date | null
  tries: number
  confirmedAt: Date | null
  /** Since when it is known to know. */
  knownAt: Date | null
  receipt: string | null
  outcome: string
}

/**
 * A withheld message was not told: it stands here, and says so. What a system once took it was told, also while the same
 * is told again, and where that fails. A letter that failed
 * all its tries is dead. Whoever followed a stream is told by his office, or as the organization or the account that he is: all its connections
 * are one row of a step, with the first of them.
 */
const TOLD = `
  select d.id::text as id, 'WEBHOOK' as channel, e.owner::jsonb ->> 'role' as role, coalesce(e.owner::jsonb ->> 'org', e.owner::jsonb ->> 'sub') as authority,
    h.step, h.severity, d.created_at as "dueAt", d.told_at as "toldAt",
    (select count(*)::int from oversight.webhook_attempt t where t.delivery_id = d.id) as tries,
    d.received_at as "confirmedAt", d.received_at as "knownAt", d.receipt,
    case when d.told_at is null then d.state else 'DELIVERED' end as outcome
  from oversight.webhook_delivery d join oversight.webhook_endpoint e on e.id = d.endpoint_id
  left join oversight.alert_history h on h.id = d.step_id where d.alert_id = $1
  union all
  select m.id::text, 'MAIL', split_part(m.recipient, ':', 1), m.recipient, null, m.severities[array_position(m.alert_ids, $1)],
    m.created_at, m.sent_at, m.attempts, null, null, null,
    case when m.sent_at is not null then 'DELIVERED' when m.address is null then 'SHOWN' when m.next_at = 'infinity' then 'DEAD'
      else 'WAITING' end
  from oversight.mail m where m.alert_ids @> array[$1::uuid]
  union all
  select s.step_id || ' ' || s.authority, 'STREAM', s.role, s.authority, h.step, h.severity, h.at, min(s.told_at), sum(s.times)::int, null,
    min(s.known_at), null, 'WRITTEN'
  from (
    select t.*, case when t.role = any ($2) then t.role || ':' || a.state when t.role = any ($3) then t.role
      else coalesce(t.office, t.subject) end as authority
    from stream.told_of($1) t, oversight.alert a where a.id = $1) s
  join oversight.alert_history h on h.id = s.step_id
  group by s.step_id, s.authority, s.role, h.step, h.severity, h.at
  union all
  select k.authority, 'DASHBOARD', k.role, k.authority, null, k.severity, a.opened_at, k.at, 1, null, k.at, null, 'READ'
  from oversight.alert_known k join oversight.alert a on a.id = k.alert_id where k.alert_id = $1`

const ROLES_OF_OFFICES = codesOf(ALERT_OFFICES).flatMap((office) => roleOfOffice(office) ?? [])
const OF_A_STATE = ROLES_OF_OFFICES.filter((role) => MATRIX[role].byState)
const OF_THE_NATION = ROLES_OF_OFFICES.filter((role) => !MATRIX[role].byState)

/** The first first. */
export function toldPage(pool: Pool, alertId: string, args: PageArgs): Promise<Page<ToldRow>> {
  const select = `select * from (${TOLD}) t`
  const order = [
    { column: 't."dueAt"', cast: 'timestamptz', key: 'dueAt' },
    { column: 't.channel', cast: 'text', key: 'channel' },
    { column: 't.id', cast: 'text', key: 'id' },
  ]
  return keysetPage<ToldRow>(
    { pool, select, where: '', values: [alertId, OF_A_STATE, OF_THE_NATION], order, descending: false },
    args,
  )
}
