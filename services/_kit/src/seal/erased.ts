/**
 * Erasure: the keys of a child are destroyed, and nobody can read any more what they sealed. What was destroyed is written to a list
 * outside the database too, since a backup holds the keys still: each start destroys them again where one was put back.
 */
import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { dataFolder } from '@vigia/db/embedded-database'
import { makeFolder } from '@vigia/db/make-folder'
import type { ClientBase } from 'pg'
import { z } from 'zod'

const Line = z.object({ at: z.string(), child: z.uuid(), keys: z.array(z.uuid()) })

/** VIGIA_ERASED: better on another disk, and in no backup of the database. */
const listFile = (): string => process.env['VIGIA_ERASED'] || path.join(dataFolder(), 'erased.jsonl')

/**
 * In the caller's transaction; gives how many keys were destroyed. The list is written first: what it names and the database kept
 * after all, the next start destroys.
 */
export async function erase(client: ClientBase, child: string, at: Date): Promise<number> {
  const { rows } = await client.query<{ id: string }>(
    'select id from children.data_key where child_id = $1 and wrapped is not null order by id for update',
    [child],
  )
  const keys = rows.map(({ id }) => id)
  addToList({ at: at.toISOString(), child, keys })
  return destroy(client, [child], keys)
}

/** Does what the list says where it is not so any more; gives how many keys came back, as with a backup. */
export async function eraseAgain(client: ClientBase): Promise<number> {
  const file = listFile()
  if (!existsSync(file)) return 0
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const erased = lines.map((line) => Line.parse(JSON.parse(line)))
  const [children, keys] = [erased.map(({ child }) => child), erased.flatMap((line) => line.keys)]
  const { rows } = await client.query(CAME_BACK, [children, keys])
  return rows.length === 0 ? 0 : destroy(client, children, keys)
}

/** A row that waits brings its own key (intake/staging-tables.ts): it is of a child to which it was joined, or whose number it bears. */
const IS_OF_ERASED = `u.matched_at is null and u.raw ? 'wrapped_key' and (
  (u.raw -> 'placed' ->> 'child_id')::uuid = any ($1::uuid[])
  or u.keys && array(select i.type || ':' || i.value from children.identifier i where i.child_id = any ($1::uuid[])
    union all select 'ACTA:' || d.acta from children.detection d where d.child_id = any ($1::uuid[])))`

/** Of a row that is of two children the words are nobody's to read any more, whoever of them is erased. */
const FORGET_WAITING = `update children.unmatched_row u set raw = u.raw - 'wrapped_key' where ${IS_OF_ERASED}`

const CAME_BACK = `
  (select from children.data_key where id = any ($2::uuid[]) and wrapped is not null limit 1)
  union all (select from children.unmatched_row u where ${IS_OF_ERASED} limit 1)
  union all (select from children.child where id = any ($1::uuid[]) and born_on is not null limit 1)`

async function destroy(client: ClientBase, children: readonly string[], keys: readonly string[]): Promise<number> {
  const { rowCount } = await client.query(
    'update children.data_key set wrapped = null, destroyed_at = now() where id = any ($1::uuid[]) and wrapped is not null',
    [keys],
  )
  for (const forget of [...FORGET_BIRTH, FORGET_WAITING]) await client.query(forget, [children])
  return rowCount ?? 0
}

/** The day of birth, against which intake holds what it reads, is not sealed: it goes wherever it stands. */
const FORGET_BIRTH = [
  'update children.child set born_on = null where id = any ($1::uuid[]) and born_on is not null',
  `update children.former_version set former = former || '{"born_on": null}'
   where entity = 'child' and entity_id = any ($1::uuid[]) and former ->> 'born_on' is not null`,
  `update outbox.event set payload = payload || '{"born_on": null}'
   where source = 'children' and child_id = any ($1::uuid[]) and type like 'child.%' and payload ->> 'born_on' is not null`,
]

function addToList(line: z.output<typeof Line>): void {
  const file = listFile()
  makeFolder(path.dirname(file))
  const list = openSync(file, 'a', 0o600)
  appendFileSync(list, `${JSON.stringify(line)}\n`)
  fsyncSync(list)
  closeSync(list)
}
