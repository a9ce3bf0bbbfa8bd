/**
 * Makes the open alerts of those who were judged what the judgement says, in one statement: what is not open is opened, what
 * has changed is changed, what is open and not true is resolved, and each of it is a row of the history. Of two processes that
 * judge, one may look at its clock before the other opens what it then resolves: nothing is resolved before it was opened, nor before
 * a person did something about it. What makes an alert graver ends that somebody sees to it, and opens again what somebody closed.
 * An alert is of one state. One that turns out to be of another ends there and is raised here: offices, systems and streams are told by
 * state, and those of either would hear of it at no step; what persons did about it was done by offices of the first.
 */
import type { PoolClient } from 'pg'
import type { Judgement } from '../engine/judge.ts'
import { HOW_IT_STOOD } from '../store/alert-then.ts'

export interface Verdict {
  about: 'CHILD' | 'FACILITY' | 'STATE'
  owner: string
  judgement: Judgement
}

/** Gives how many alerts are other than they were: also one that is merely at another place, which is no step. */
export async function writeAlerts(client: PoolClient, verdicts: readonly Verdict[], now: Date): Promise<number> {
  const rows = <Row extends object>(of: (judgement: Judgement) => readonly Row[]) =>
    JSON.stringify(
      verdicts.flatMap(({ about, owner, judgement }) => of(judgement).map((row) => ({ about, owner, ...row }))),
    )
  const { rows: written } = await client.query<{ n: number }>({
    name: 'write-alerts',
    text: WRITE,
    values: [
      JSON.stringify(verdicts.map(({ about, owner }) => ({ about, owner }))),
      rows(({ open }) => open),
      rows(({ over }) => over.map(({ ending, ...of }) => ({ ...of, ...endedBy(ending) }))),
      rows(({ late }) => late.map(({ ending, ...of }) => ({ ...of, ...endedBy(ending) }))),
      rows(({ held }) => held),
      now,
    ],
  })
  await client.query({
    name: 'write-alerts-due',
    text: WRITE_DUE,
    values: [JSON.stringify(verdicts.map(({ about, owner, judgement }) => ({ about, owner, due: judgement.next })))],
  })
  return written[0]?.n ?? 0
}

const endedBy = ({ fact, id, at }: { fact: string; id: string; at: Date | null }) => ({
  fact,
  fact_id: id,
  ended_at: at,
})

const FOUND = `about text, owner text, kind text, subject text, state char(2), "facilityId" uuid, severity text,
  since timestamptz, "reachedAt" timestamptz, "restsOn" text`
const ENDED = 'fact text, fact_id text, ended_at timestamptz'
const SAME = (a: string, b: string) =>
  `${a}.about = ${b}.about and ${a}.owner = ${b}.owner and ${a}.kind = ${b}.kind and ${a}.subject = ${b}.subject`
const SAME_HERE = (a: string, b: string) => `${SAME(a, b)} and ${a}.state = ${b}.state`
/** Nobody left a place in time who had left it before the day on which the clock began. */
const IN_TIME = "(e.about <> 'FACILITY' or e.ended_at is null or outbox.mx_date(e.ended_at) >= outbox.mx_date(o.since))"
const RANK = (severity: string) => `array_position(array['AMBER', 'RED', 'CRITICAL'], ${severity})`
const COLUMNS = `about, owner, kind, subject, child_id, facility_id, state, severity, since, reached_at, rests_on, opened_at, changed_at`
const VALUES = (row: string) => `${row}.about, ${row}.owner, ${row}.kind, ${row}.subject,
  case ${row}.about when 'CHILD' then ${row}.owner::uuid end, ${row}."facilityId", ${row}.state, ${row}.severity, ${row}.since,
  ${row}."reachedAt", ${row}."restsOn", $6, $6`
/** Of two clocks the later, so that none of its steps is later. */
const NOW_LAST = 'greatest($6, a.changed_at, a.acted_at, a.opened_at)'
/** How an alert stands, as each of its steps says it. */
const STANDS = `${HOW_IT_STOOD}, closed_at`
const AS_IT_STANDS = STANDS.replaceAll(/(\w+)/g, 'a.$1')
const STOOD = STANDS.replace('closed_at', 'is_closed')

const WRITE = `
  with judged as materialized (
    select * from jsonb_to_recordset($1) j (about text, owner text)
  ), wanted as materialized (
    select * from jsonb_to_recordset($2) w (${FOUND})
  ), over as materialized (
    select * from jsonb_to_recordset($3) o (about text, owner text, kind text, subject text, ${ENDED})
  ), late as materialized (
    select * from jsonb_to_recordset($4) l (${FOUND}, ${ENDED})
  ), held as materialized (
    select * from jsonb_to_recordset($5) h (about text, owner text, kind text, subject text)
  ), open as materialized (
    select o.*, w.kind is not null as is_true, w.kind is null and exists (select from held h where ${SAME('h', 'o')}) as is_held,
      exists (select from wanted w where ${SAME('w', 'o')} and w.state <> o.state) as is_of_another,
      w."facilityId" as new_facility, w.severity as new_severity, w.since as new_since,
      w."reachedAt" as new_reached, w."restsOn" as new_basis, case
        when ${RANK('w.severity')} > ${RANK('o.severity')} then 'ESCALATED'
        when ${RANK('w.severity')} < ${RANK('o.severity')} then 'LOWERED'
        when w.since = o.since and w."reachedAt" > o.reached_at then 'ESCALATED' end as turn
    from judged j join oversight.alert o on o.about = j.about and o.owner = j.owner and o.resolved_at is null
    left join wanted w on ${SAME_HERE('w', 'o')}
  ), changed as (
    update oversight.alert a
    set facility_id = o.new_facility, severity = o.new_severity, since = o.new_since,
      reached_at = o.new_reached, rests_on = o.new_basis, version = a.version + 1, changed_at = ${NOW_LAST},
      acknowledged_until = case when o.turn = 'ESCALATED' or o.acknowledged_until <= $6 then null else o.acknowledged_until end,
      closed_at = case when o.turn = 'ESCALATED' then null else o.closed_at end
    from open o
    where a.id = o.id and o.is_true and ((o.facility_id, o.severity, o.since, o.reached_at)
      is distinct from (o.new_facility, o.new_severity, o.new_since, o.new_reached)
      or o.acknowledged_until <= $6)
    returning a.id, greatest($6, a.acted_at) as at, o.turn, o.acknowledged_until as was_until, ${AS_IT_STANDS}
  ), lapsed as (
    update oversight.alert a set acknowledged_until = null, version = a.version + 1, changed_at = ${NOW_LAST}
    from open o
    where a.id = o.id and o.is_held and o.acknowledged_until <= $6
    returning a.id, greatest($6, a.acted_at) as at, null as turn, o.acknowledged_until as was_until, ${AS_IT_STANDS}
  ), opened as (
    insert into oversight.alert as a (${COLUMNS})
    select ${VALUES('w')} from wanted w
    where not exists (select from open o where ${SAME_HERE('o', 'w')})
    returning id, opened_at as at, ${AS_IT_STANDS}
  ), resolved as (
    update oversight.alert a set resolved_at = greatest(o.opened_at, o.acted_at, $6), changed_at = ${NOW_LAST},
      resolved_by = case when o.is_of_another then 'another_state' else e.fact end,
      resolved_by_id = e.fact_id, ended_at = e.ended_at, acknowledged_until = null, version = a.version + 1
    from open o
    left join lateral (select * from over e where ${SAME('e', 'o')} and ${IN_TIME} order by e.ended_at desc limit 1) e on true
    where a.id = o.id and not o.is_true and not o.is_held
    returning a.id, a.resolved_at as at, ${AS_IT_STANDS}
  ), told_late as (
    insert into oversight.alert as a (${COLUMNS}, resolved_at, resolved_by, resolved_by_id, ended_at)
    select ${VALUES('l')}, $6, l.fact, l.fact_id, l.ended_at from late l
    where not exists (select from oversight.alert a where ${SAME('a', 'l')})
    returning id, opened_at as at, ${AS_IT_STANDS}
  ), steps as (
    select id, at, 'OPENED' as step, ${STANDS} from opened
    union all select id, at, turn, ${STANDS} from changed where turn is not null
    union all select id, at, 'ACKNOWLEDGEMENT_ENDED', ${STANDS} from (select * from changed union all select * from lapsed) c
      where was_until is not null and acknowledged_until is null
    union all select id, at, 'RESOLVED', ${STANDS} from resolved
    union all select id, at, unnest(array['OPENED', 'RESOLVED']), ${STANDS} from told_late
  ), told as (
    insert into oversight.alert_history (alert_id, at, step, ${STOOD})
    select id, at, step, ${STANDS.replace('closed_at', 'closed_at is not null')} from steps
  )
  select count(*)::int as n from (select id from opened union all select id from changed union all select id from lapsed
    union all select id from resolved union all select id from told_late) other`

/** The next clock of an owner is that of a rule, or the end of what somebody has acknowledged. */
const WRITE_DUE = `
  with judged as materialized (
    select about, owner, least(due, (
      select min(a.acknowledged_until) from oversight.alert a
      where a.about = j.about and a.owner = j.owner and a.acknowledged_until is not null)) as due
    from jsonb_to_recordset($1) j (about text, owner text, due timestamptz)
  ), done as (
    delete from oversight.alert_due d using judged j where j.due is null and d.about = j.about and d.owner = j.owner
  )
  update oversight.alert_due d set due_at = j.due from judged j
  where j.due is not null and d.about = j.about and d.owner = j.owner`
