/**
 * Makes the open alerts of those who were judged what the judgement says (engine/turns.ts), in one statement, and each of it a row of the
 * history. Of two processes that judge, one may look at its clock before the other opens what it then resolves: no step is before the one
 * before it, whoever did that. Who was judged is locked (judge-due.ts), and so is what stands open of it.
 */
import type { PoolClient } from 'pg'
import type { Judgement } from '../engine/judge.ts'
import { type OpenAlert, type Turns, turnsOf } from '../engine/turns.ts'
import { HOW_IT_STOOD } from '../store/alert-then.ts'
import { actsOnChildren, tellOnceKnown } from './tell-once-known.ts'

export interface Verdict {
  about: 'CHILD' | 'FACILITY' | 'STATE'
  owner: string
  judgement: Judgement
}

/** Gives how many alerts are other than they were: also one that is merely at another place, which is no step. */
export async function writeAlerts(client: PoolClient, verdicts: readonly Verdict[], now: Date): Promise<number> {
  const open = await openOf(client, verdicts)
  const turns = verdicts.map((verdict) => ({
    verdict,
    of: turnsOf(verdict, open.get(nameOf(verdict)) ?? [], now),
  }))
  const all = <Row>(rowsOf: (of: Turns, verdict: Verdict) => readonly Row[]) =>
    turns.flatMap(({ verdict, of }) => rowsOf(of, verdict))
  const opened = all((of, { about, owner }) => of.opened.map((found) => ({ about, owner, ...found })))
  const late = all((_none, { about, owner, judgement }) =>
    judgement.late.map(({ ending, ...of }) => ({ about, owner, ...of, ...endedBy(ending) })),
  )
  const stood = [...open.values()].flat().filter(isOfChild)
  const actsOn = await actsOnChildren(client, [...stood, ...[...opened, ...late].filter(isOfChild)], now)
  const changes = [
    opened.map((one) => ({ ...one, acts: actsOn(one) })),
    all(({ changed }) => changed.map(({ found, ...of }) => ({ ...found, ...of }))),
    all(({ lapsed }) => lapsed),
    all(({ resolved }) => resolved),
    late.map((one) => ({ ...one, acts: actsOn(one) })),
  ]
  const written = changes.some(({ length }) => length > 0) ? await write(client, changes, now) : 0
  await tellOnceKnown(client, stood, actsOn, now)
  await client.query({
    name: 'write-alerts-due',
    text: WRITE_DUE,
    values: [JSON.stringify(verdicts.map(({ about, owner, judgement }) => ({ about, owner, due: judgement.next })))],
  })
  return written
}

const nameOf = ({ about, owner }: Pick<Verdict, 'about' | 'owner'>) => `${about} ${owner}`
const isOfChild = ({ about }: Pick<Verdict, 'about'>) => about === 'CHILD'
const endedBy = ({ fact, id, at }: { fact: string; id: string; at: Date }) => ({ fact, factId: id, endedAt: at })

/** Looked up one by one (`offset 0`): while the database counts few alerts it would read all that are open, for each thousand who are judged. */
const OPEN = `select o.* from unnest($1::text[], $2::text[]) j (about, owner), lateral (
    select a.about, a.owner, a.id, a.kind, a.subject, a.state, a.facility_id as "facilityId", a.severity, a.since,
      a.reached_at as "reachedAt", a.rests_on as "restsOn", a.acknowledged_until as "acknowledgedUntil", a.known_by as "knownBy"
    from oversight.alert a where a.about = j.about and a.owner = j.owner and a.resolved_at is null offset 0) o`

type Stood = OpenAlert & Pick<Verdict, 'about' | 'owner'> & { knownBy: string[] }

async function openOf(client: PoolClient, verdicts: readonly Verdict[]): Promise<Map<string, Stood[]>> {
  const { rows } = await client.query<Stood>({
    name: 'alerts-that-stand',
    text: OPEN,
    values: [verdicts.map(({ about }) => about), verdicts.map(({ owner }) => owner)],
  })
  return Map.groupBy(rows, nameOf)
}

async function write(client: PoolClient, changes: readonly unknown[][], now: Date): Promise<number> {
  const values = [...changes.map((rows) => JSON.stringify(rows)), now]
  const { rows } = await client.query<{ n: number }>({ name: 'write-alerts', text: WRITE, values })
  return rows[0]?.n ?? 0
}

const FOUND = `kind text, subject text, state char(2), "facilityId" uuid, severity text, since timestamptz, "reachedAt" timestamptz,
  "restsOn" text`
const ENDED = 'fact text, "factId" text, "endedAt" timestamptz'
const SAME = 'a.about = l.about and a.owner = l.owner and a.kind = l.kind and a.subject = l.subject'
const COLUMNS = `about, owner, kind, subject, child_id, facility_id, state, severity, since, reached_at, rests_on, opened_at, changed_at,
  known_by`
const VALUES = (row: string) => `${row}.about, ${row}.owner, ${row}.kind, ${row}.subject,
  case ${row}.about when 'CHILD' then ${row}.owner::uuid end, ${row}."facilityId", ${row}.state, ${row}.severity, ${row}.since,
  ${row}."reachedAt", ${row}."restsOn", $6, $6, ${row}.acts`
/** Of two clocks the later: no step of an alert is before the last. */
const NOW_LAST = 'greatest($6, a.changed_at, a.acted_at, a.opened_at)'

/** How an alert stands, as each of its steps says it. */
const STANDS = `${HOW_IT_STOOD}, closed_at`
const AS_IT_STANDS = STANDS.replaceAll(/(\w+)/g, 'a.$1')
const STOOD = STANDS.replace('closed_at', 'is_closed')

const WRITE = `
  with opened as (
    insert into oversight.alert as a (${COLUMNS})
    select ${VALUES('w')} from jsonb_to_recordset($1) w (about text, owner text, acts text[], ${FOUND})
    returning id, opened_at as at, ${AS_IT_STANDS}
  ), changed as (
    update oversight.alert a
    set facility_id = w."facilityId", severity = w.severity, since = w.since, reached_at = w."reachedAt", rests_on = w."restsOn",
      version = a.version + 1, changed_at = ${NOW_LAST},
      acknowledged_until = case when w.turn = 'ESCALATED' or a.acknowledged_until <= $6 then null else a.acknowledged_until end,
      closed_at = case when w.turn = 'ESCALATED' then null else a.closed_at end
    from jsonb_to_recordset($2) w (id uuid, turn text, "wasUntil" timestamptz, ${FOUND})
    where a.id = w.id
    returning a.id, a.changed_at as at, w.turn, w."wasUntil", ${AS_IT_STANDS}
  ), lapsed as (
    update oversight.alert a set acknowledged_until = null, version = a.version + 1, changed_at = ${NOW_LAST}
    from jsonb_to_recordset($3) o (id uuid, "wasUntil" timestamptz)
    where a.id = o.id
    returning a.id, a.changed_at as at, null as turn, o."wasUntil", ${AS_IT_STANDS}
  ), resolved as (
    update oversight.alert a set resolved_at = ${NOW_LAST}, changed_at = ${NOW_LAST},
      resolved_by = o.fact, resolved_by_id = o."factId", ended_at = o."endedAt", acknowledged_until = null, version = a.version + 1
    from jsonb_to_recordset($4) o (id uuid, ${ENDED})
    where a.id = o.id
    returning a.id, a.resolved_at as at, ${AS_IT_STANDS}
  ), told_late as (
    insert into oversight.alert as a (${COLUMNS}, resolved_at, resolved_by, resolved_by_id, ended_at)
    select ${VALUES('l')}, $6, l.fact, l."factId", l."endedAt"
    from jsonb_to_recordset($5) l (about text, owner text, acts text[], ${FOUND}, ${ENDED})
    where not exists (select from oversight.alert a where ${SAME} offset 0)
    returning id, opened_at as at, ${AS_IT_STANDS}
  ), steps as (
    select id, at, 'OPENED' as step, ${STANDS} from opened
    union all select id, at, turn, ${STANDS} from changed where turn is not null
    union all select id, at, 'ACKNOWLEDGEMENT_ENDED', ${STANDS} from (select * from changed union all select * from lapsed) c
      where "wasUntil" is not null and acknowledged_until is null
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
