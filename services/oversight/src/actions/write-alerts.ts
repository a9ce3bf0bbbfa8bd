/**
 * Makes the open alerts of those who were judged what the judgement says, in one statement: what is not open is opened, what
 * has changed is changed, what is open and not true is resolved, and each of it is a row of the history. Of two processes that
 * judge, one may look at its clock before the other opens what it then resolves: nothing is resolved before it was opened.
 */
import type { PoolClient } from 'pg'
import type { Judgement } from '../engine/judge.ts'

export interface Verdict {
  about: 'CHILD' | 'FACILITY' | 'STATE'
  owner: string
  judgement: Judgement
}

/** Gives how many steps it wrote into the history. */
export async function writeAlerts(client: PoolClient, verdicts: readonly Verdict[], now: Date): Promise<number> {
  const rows = <Row extends object>(of: (judgement: Judgement) => readonly Row[]) =>
    JSON.stringify(
      verdicts.flatMap(({ about, owner, judgement }) => of(judgement).map((row) => ({ about, owner, ...row }))),
    )
  const { rowCount } = await client.query({
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
  return rowCount ?? 0
}

const endedBy = ({ fact, id, at }: { fact: string; id: string; at: Date }) => ({ fact, fact_id: id, ended_at: at })

const FOUND = `about text, owner text, kind text, subject text, state char(2), "facilityId" uuid, severity text,
  since timestamptz, "reachedAt" timestamptz`
const ENDED = 'fact text, fact_id text, ended_at timestamptz'
const SAME = (a: string, b: string) =>
  `${a}.about = ${b}.about and ${a}.owner = ${b}.owner and ${a}.kind = ${b}.kind and ${a}.subject = ${b}.subject`
const RANK = (severity: string) => `array_position(array['AMBER', 'RED', 'CRITICAL'], ${severity})`
const COLUMNS = `about, owner, kind, subject, child_id, facility_id, state, severity, since, reached_at, opened_at`
const VALUES = (row: string) => `${row}.about, ${row}.owner, ${row}.kind, ${row}.subject,
  case ${row}.about when 'CHILD' then ${row}.owner::uuid end, ${row}."facilityId", ${row}.state, ${row}.severity, ${row}.since,
  ${row}."reachedAt", $6`

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
    select a.* from judged j join oversight.alert a on a.about = j.about and a.owner = j.owner and a.resolved_at is null
  ), changed as (
    update oversight.alert a
    set state = w.state, facility_id = w."facilityId", severity = w.severity, since = w.since, reached_at = w."reachedAt"
    from open o join wanted w on ${SAME('w', 'o')}
    where a.id = o.id and (o.state, o.facility_id, o.severity, o.since, o.reached_at)
      is distinct from (w.state, w."facilityId", w.severity, w.since, w."reachedAt")
    returning a.id, a.severity, a.reached_at, case
      when ${RANK('a.severity')} > ${RANK('o.severity')} then 'ESCALATED'
      when ${RANK('a.severity')} < ${RANK('o.severity')} then 'LOWERED'
      when a.since = o.since and a.reached_at > o.reached_at then 'ESCALATED' end as step
  ), opened as (
    insert into oversight.alert (${COLUMNS})
    select ${VALUES('w')} from wanted w
    where not exists (select from open o where ${SAME('o', 'w')})
    returning id, severity, reached_at
  ), resolved as (
    update oversight.alert a set resolved_at = greatest(o.opened_at, $6), resolved_by = e.fact, resolved_by_id = e.fact_id,
      ended_at = e.ended_at
    from open o left join lateral (select * from over e where ${SAME('e', 'o')} order by e.ended_at desc limit 1) e on true
    where a.id = o.id and not exists (select from wanted w where ${SAME('w', 'o')})
      and not exists (select from held h where ${SAME('h', 'o')})
    returning a.id, a.severity, a.reached_at, a.resolved_at
  ), told_late as (
    insert into oversight.alert (${COLUMNS}, resolved_at, resolved_by, resolved_by_id, ended_at)
    select ${VALUES('l')}, $6, l.fact, l.fact_id, l.ended_at from late l
    where not exists (select from oversight.alert a where ${SAME('a', 'l')})
    returning id, severity, reached_at
  )
  insert into oversight.alert_history (alert_id, at, step, severity, reached_at)
  select id, $6, 'OPENED', severity, reached_at from opened
  union all select id, $6, step, severity, reached_at from changed where step is not null
  union all select id, resolved_at, 'RESOLVED', severity, reached_at from resolved
  union all select id, $6, unnest(array['OPENED', 'RESOLVED']), severity, reached_at from told_late`

const WRITE_DUE = `
  with judged as materialized (
    select * from jsonb_to_recordset($1) j (about text, owner text, due timestamptz)
  ), done as (
    delete from oversight.alert_due d using judged j where j.due is null and d.about = j.about and d.owner = j.owner
  )
  update oversight.alert_due d set due_at = j.due from judged j
  where j.due is not null and d.about = j.about and d.owner = j.owner`
