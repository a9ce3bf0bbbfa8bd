/**
 * Erasure: the keys of a child are destroyed, and nobody can read any more what they sealed. What was destroyed is written to a list
 * outside the database too, since a backup holds the keys still: each start destroys them again where one was put back.
 */
import { folioIn } from '@vigia/law/folios'
import type { ClientBase } from 'pg'
import { ALERTS_OF_BIRTHDAYS, ERASED, forgetAlertsOf, LAST_RAISED } from './erased/alerts.ts'
import { addToList, type Erased, linesOfList } from './erased/list.ts'

/** One whose files were all withdrawn counts nowhere any more; what was known of it can be put back, and so it is kept, and erased, too. */
export async function childOfFolio(client: Pick<ClientBase, 'query'>, text: string): Promise<string | null> {
  const folio = folioIn(text)
  if (folio === null) return null
  const { rows } = await client.query<{ id: string }>(
    `(select id from children.child where folio = $1)
     union all (select entity_id from children.former_version where entity = 'child' and former ->> 'folio' = $1 limit 1) limit 1`,
    [folio],
  )
  return rows[0]?.id ?? null
}

/** When the keys of a child were destroyed last; null where nobody was asked to. */
export function erasedAt(child: string): Date | null {
  const lines = linesOfList().filter((line) => line.child === child)
  const last = lines.findLast(({ keys }) => keys.length > 0) ?? lines[0]
  return last ? new Date(last.at) : null
}

/**
 * In the caller's transaction; gives how many keys were destroyed. The list is written first: what it names and the database kept
 * after all, the next start destroys.
 */
export async function erase(client: ClientBase, children: readonly string[]): Promise<number> {
  const { rows: keys } = await client.query<{ id: string; child_id: string }>(
    'select id, child_id from children.data_key where child_id = any ($1::uuid[]) and wrapped is not null order by id for update',
    [children],
  )
  const { rows: clock } = await client.query<{ at: Date }>(NOW, [children])
  const at = (clock[0]?.at ?? new Date()).toISOString()
  const lines = children.map((child) => ({
    ...{ at, child },
    keys: keys.flatMap((key) => (key.child_id === child ? [key.id] : [])),
  }))
  addToList(lines)
  return destroy(client, lines)
}

/** No earlier than what is erased, whatever clock that was recorded by. */
const NOW = `select date_trunc('milliseconds', greatest(clock_timestamp(), max(recorded_at), (${LAST_RAISED})) + interval '1 millisecond') as at
  from (select recorded_at from children.child where id = any ($1::uuid[])
    union all select recorded_at from children.former_version where entity = 'child' and entity_id = any ($1::uuid[])) told`

/** Does what the list says where it is not so any more, as after a backup was put back; what was told since is let be. */
export async function eraseAgain(client: ClientBase): Promise<void> {
  const lines = linesOfList()
  if (lines.length === 0) return
  await client.query('begin')
  try {
    const { rows } = await client.query(CAME_BACK, [...whoAndWhen(lines), keysOf(lines)])
    if (rows.length > 0) await destroy(client, lines)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

const whoAndWhen = (lines: readonly Erased[]) => [lines.map(({ child }) => child), lines.map(({ at }) => at)]
const keysOf = (lines: readonly Erased[]) => lines.flatMap(({ keys }) => keys)

/** Of a child whose files were all withdrawn: those that it had. */
const NUMBERS_OF_WITHDRAWN = `
    select e.at, case v.entity when 'detection' then 'ACTA:' || (v.former ->> 'acta') else (v.former ->> 'type') || ':' || (v.former ->> 'value') end
    from (select * from ${ERASED} where not exists (select from children.child c where c.id = e.child)) e
    join children.former_version v on v.entity in ('identifier', 'detection') and v.former ->> 'child_id' = e.child::text`

/** A row that waits brings its own key (intake/staging/tables.ts): it is of a child to which it was joined, or whose number it bears. */
const IS_OF_ERASED = `u.id in (
  select w.id from children.unmatched_row w join ${ERASED} on (w.raw -> 'placed' ->> 'child_id')::uuid = e.child
  where w.raw ?| '{wrapped_key,born_on}' and w.recorded_at <= e.at
  union all
  select w.id from (
    select e.at, i.type || ':' || i.value as number from ${ERASED} join children.identifier i on i.child_id = e.child
    union all select e.at, 'ACTA:' || d.acta from ${ERASED} join children.detection d on d.child_id = e.child
    union all ${NUMBERS_OF_WITHDRAWN}) n
  join (select id, recorded_at, unnest(keys) as number from children.unmatched_row where raw ?| '{wrapped_key,born_on}') w using (number)
  where w.recorded_at <= n.at)`

/** Of the child and of its finds, also of those that were withdrawn. */
const FORMER_BIRTH = `(v.entity = 'child' and v.entity_id = e.child or v.entity = 'detection' and v.former ->> 'child_id' = e.child::text)
  and v.recorded_at <= e.at and v.former ->> 'born_on' is not null`

const CAME_BACK = `
  (select from children.data_key where id = any ($3::uuid[]) and wrapped is not null limit 1)
  union all (select from children.unmatched_row u where ${IS_OF_ERASED} limit 1)
  union all (select from ${ERASED} join children.child c on c.id = e.child where c.recorded_at <= e.at and c.born_on is not null limit 1)
  union all (select from ${ERASED} join children.detection d on d.child_id = e.child where d.recorded_at <= e.at and d.born_on is not null limit 1)
  union all (select from ${ERASED} join children.former_version v on ${FORMER_BIRTH} limit 1)
  union all (select from ${ERASED} join ${ALERTS_OF_BIRTHDAYS} limit 1)`

async function destroy(client: ClientBase, lines: readonly Erased[]): Promise<number> {
  const whom = whoAndWhen(lines)
  const { rowCount } = await client.query(
    'update children.data_key set wrapped = null, destroyed_at = now() where id = any ($1::uuid[]) and wrapped is not null',
    [keysOf(lines)],
  )
  for (const forget of FORGET) await client.query(forget, whom)
  const { rows } = await client.query<{ top: number }>('select coalesce(max(seq), 0) as top from outbox.event')
  const top = rows[0]?.top ?? 0
  await client.query(`${FORGET_TOLD} and o.seq <= $3`, [...whom, top])
  // An event that is being given its number is seen in neither place: nobody numbers any until this is written.
  await client.query("select from sec.turn where name = 'events' for update")
  await client.query(`${FORGET_TOLD} and o.seq > $3`, [...whom, top])
  await client.query(FORGET_PENDING, whom)
  await forgetAlertsOf(client, whom)
  return rowCount ?? 0
}

/**
 * Of a row that is of two children the words are nobody's to read any more, whoever of them is erased. The day of birth, against which
 * intake holds what it reads, is not sealed: it goes wherever it stands, in what waits for its number too.
 */
const FORGET = [
  `update children.unmatched_row u set raw = u.raw - '{wrapped_key,born_on}'::text[] where ${IS_OF_ERASED}`,
  `update children.child c set born_on = null from ${ERASED} where c.id = e.child and c.recorded_at <= e.at and c.born_on is not null`,
  `update children.detection d set born_on = null from ${ERASED} where d.child_id = e.child and d.recorded_at <= e.at and d.born_on is not null`,
  `update children.former_version v set former = former || '{"born_on": null}' from ${ERASED} where ${FORMER_BIRTH}`,
]

const forgetIn = (events: string, payload: string) => `
  update outbox.${events} o set payload = ${payload} from ${ERASED}
  where o.source = 'children' and o.child_id = e.child and o.recorded_at <= e.at and o.type ~ '^(child|detection)[.]' and o.payload ->> 'born_on' is not null`
const FORGET_TOLD = forgetIn('event', `o.payload || '{"born_on": null}'`)
const FORGET_PENDING = forgetIn('pending', `(o.payload::jsonb || '{"born_on": null}')::json`)
