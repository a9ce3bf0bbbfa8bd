/**
 * Seals what an older version of the program had written in plain words: a batch at a time, each a transaction, so that a start that
 * was cut short goes on where it was. The logs, the former versions and the other services' pictures lose those words last. And puts
 * relatives of whom no file told where they are under no mark of a place.
 */
import type { ClientBase } from 'pg'
import { blindIndex, markOf, markToken } from './blind-index.ts'
import { newDataKey, seal, wrap } from './cipher.ts'
import { keyring } from './keys.ts'

interface Plain {
  /** `schema.table` */
  entity: string
  id: string
  /** Or the place. */
  child: string
  plain: Record<string, string | boolean | string[] | null>
}

const A_BATCH = 2_000

/** What is taken out of the rows that were told, kept as former versions, or set apart. */
const PLAIN_FIELDS = [
  ...['causes', 'transit_conditions', 'risk_factors', 'protection_need', 'evaluation_result'],
  ...[
    'latitude',
    'longitude',
    'address',
    'place',
    'contact',
    'verified',
    'given_names',
    'first_surname',
    'second_surname',
  ],
  ...['relative_place', 'relative_contact', 'tie_verified'],
]

/** Nothing to do, and one look, where nothing is plain. */
export async function sealWhatIsPlain(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ some: boolean }>('select exists (select from outbox.unsealed) as some')
  if (!rows[0]?.some) return
  await client.query(UNDER_WAY)
  // The copies first: whoever is cut short finds the rows still waiting, and begins again.
  await sealCopies(client)
  while (await sealBatch(client)) {}
  // The words of columns that are no more stay in the pages of their tables until those are written anew.
  for (const table of REWRITTEN) await client.query(`vacuum full ${table}`)
  await client.query('update outbox.sealing set are_needs_told = false')
  await client.query('truncate outbox.unsealed')
  await client.query('checkpoint')
}

/** A row that is of nothing, and goes last: as long as it is there, pages may hold what no row does any more. */
const UNDER_WAY = `insert into outbox.unsealed
  values ('', '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000', '{}') on conflict do nothing`

const FACTS = [
  ...['person_name', 'identifier', 'relative', 'detection', 'detection_evidence'].map((fact) => `children.${fact}`),
  ...['placements.facility', 'placements.facility_record'],
]

const REWRITTEN = [
  ...[...FACTS, 'children.former_version', 'children.unmatched_row', 'placements.former_version'],
  ...['placements', 'representation', 'returns'].flatMap((service) => [
    `${service}.identifier_ref`,
    `${service}.unmatched_row`,
  ]),
  'outbox.event',
]

async function sealBatch(client: ClientBase): Promise<boolean> {
  await client.query('begin')
  const { rows } = await client.query<Plain>(
    `delete from outbox.unsealed where ctid = any (array(select ctid from outbox.unsealed where entity <> '' limit ${A_BATCH}))
     returning entity, entity_id as id, child_id as child, plain`,
  )
  const sealed = rows.map(sealedOf)
  // Nothing is told of it: the facts are what they were.
  await client.query(triggers('disable'))
  for (const write of WRITES) await client.query(write, [JSON.stringify(sealed)])
  await client.query(triggers('enable'))
  await client.query('commit')
  return rows.length > 0
}

const triggers = (change: 'enable' | 'disable') =>
  FACTS.map((fact) => `alter table ${fact} ${change} trigger user`).join('; ')

const GIVEN = `json_to_recordset($1) g (entity text, id uuid, child uuid, sealed text, token text, "placeToken" text)`
const mark = (token: string) => `encode(sha256(convert_to(g.child::text || ${token}, 'UTF8')), 'base64')`
const withMark = (table: string, key: string, said = mark('g.token')) =>
  `update ${table} f set sealed = g.sealed, mark = ${said} from ${GIVEN} where g.entity = '${table}' and f.${key} = g.id`
const keysInto = (schema: string, subject: string) =>
  `insert into ${schema}.data_key (id, ${subject}, wrapped)
   select key, child, wrapped from json_to_recordset($1) g (entity text, key uuid, child uuid, wrapped text) where entity like '${schema}.%'`
const WRITES = [
  keysInto('children', 'child_id'),
  keysInto('placements', 'facility_id'),
  withMark('children.person_name', 'child_id'),
  withMark('children.detection', 'id'),
  withMark('children.detection_evidence', 'id'),
  withMark('placements.facility_record', 'id'),
  // Marked alike wherever it lies, as intake does.
  withMark('placements.facility', 'id', `encode(sha256(convert_to('place' || g.token, 'UTF8')), 'base64')`),
  `update children.relative f set sealed = g.sealed, mark = ${mark('g.token')}, place_mark = coalesce(${mark('g."placeToken"')}, '')
   from ${GIVEN} where g.entity = 'children.relative' and f.id = g.id`,
  `update children.identifier f set sealed = g.sealed, value = g.token from ${GIVEN} where g.entity = 'children.identifier' and f.id = g.id`,
]

function sealedOf({ entity, id, child, plain }: Plain) {
  const { blindIndex: index, wrapping } = keyring()
  const key = newDataKey()
  const { type, value } = plain
  const text = JSON.stringify(
    entity === 'children.identifier' ? { [String(type).toLowerCase()]: value } : asRead(plain),
  )
  const token =
    entity === 'children.identifier' ? blindIndex(index, String(type), String(value)) : markToken(index, entity, text)
  const { place = null } = plain
  const placeToken = place === 'UNKNOWN' ? null : markToken(index, entity, JSON.stringify([place]))
  return {
    entity,
    id,
    child,
    key: key.id,
    wrapped: wrap(wrapping[0], key),
    sealed: seal(key, entity, text),
    token,
    placeToken,
  }
}

/** As intake reads the same cells: text, without those that say nothing. */
function asRead(plain: Plain['plain']): Record<string, string> {
  const cells = Object.entries(plain).map(([name, value]) => [name, inText(value)] as const)
  return Object.fromEntries(cells.filter((cell): cell is [string, string] => cell[1] !== null))
}

function inText(value: string | boolean | string[] | null): string | null {
  if (Array.isArray(value)) return value.length > 0 ? `{${value.join(',')}}` : null
  if (typeof value === 'boolean') return value ? 't' : 'f'
  return value
}

/** Copies lose the plain words; the numbers of persons in them become their blind index, by which rows go on being joined. */
async function sealCopies(client: ClientBase): Promise<void> {
  await client.query('begin')
  const { rows } = await client.query<{ type: string; value: string }>(PLAIN_NUMBERS)
  const index = keyring().blindIndex
  const numbers = JSON.stringify(
    rows.map(({ type, value }) => ({ type, value, token: blindIndex(index, type, value) })),
  )
  await client.query(
    'create temporary table number on commit drop as select * from json_to_recordset($1) n (type text, value text, token text)',
    [numbers],
  )
  for (const copy of COPIES) await client.query(copy, copy.includes('$1') ? [PLAIN_FIELDS] : [])
  await client.query('commit')
}

const OF_PERSONS = `('CURP', 'PASSPORT', 'SHELTER_FOLIO', 'PROGRES', 'CPIMS')`
const SERVICES = ['children', 'placements', 'representation', 'returns']
const CELLS = ['curp', 'passport', 'shelter_folio', 'progres', 'cpims']

const PLAIN_NUMBERS = [
  `select payload ->> 'type' as type, payload ->> 'value' as value from outbox.event where source = 'children' and type like 'identifier.%'`,
  `select former ->> 'type', former ->> 'value' from children.former_version where entity = 'identifier'`,
  ...SERVICES.map(
    (service) =>
      `select upper(c.key), c.value from ${service}.unmatched_row u, jsonb_each_text(u.raw) c where c.key = any ('{${CELLS.join(',')}}')`,
  ),
]
  .map(
    (select) =>
      `select distinct type, value from (${select}) n (type, value) where type in ${OF_PERSONS} and value not like '~%'`,
  )
  .join(' union ')

const COPIES = [
  `update outbox.event e set payload = payload || jsonb_build_object('value', n.token) from number n
   where e.source = 'children' and e.type like 'identifier.%' and e.payload ->> 'type' = n.type and e.payload ->> 'value' = n.value`,
  `update children.former_version v set former = former || jsonb_build_object('value', n.token) from number n
   where v.entity = 'identifier' and v.former ->> 'type' = n.type and v.former ->> 'value' = n.value`,
  `update outbox.event set payload = payload - $1::text[] where source in ('children', 'placements') and payload ?| $1`,
  ...['children', 'placements'].map(
    (service) => `update ${service}.former_version set former = former - $1::text[] where former ?| $1`,
  ),
  ...['placements', 'representation', 'returns'].map(
    (service) =>
      `update ${service}.identifier_ref r set value = n.token from number n where r.type = n.type and r.value = n.value`,
  ),
  ...SERVICES.flatMap((service) => [
    ...CELLS.map(
      (cell) => `update ${service}.unmatched_row u set raw = raw || jsonb_build_object('${cell}', n.token)
        from number n where n.type = upper('${cell}') and u.raw ->> '${cell}' = n.value`,
    ),
    `update ${service}.unmatched_row u set keys = array(
       select coalesce((select n.type || ':' || n.token from number n where k = n.type || ':' || n.value), k) from unnest(u.keys) k)
     where exists (select from unnest(u.keys) k where k like 'CURP:%')`,
    `update ${service}.unmatched_row set raw = raw - $1::text[] where raw ?| $1`,
  ]),
]

const TOKEN = '$1::text'
const NOWHERE_WRITES = [
  // Beside one that a later version wrote for the same tie it is another, and stays.
  `update children.relative f set place_mark = '' where place_mark = ${markOf(TOKEN, 'f.child_id')} and not exists (
     select from children.relative r where r.child_id = f.child_id and r.tie = f.tie and r.place_mark = '')`,
  `update children.former_version f set former = former || '{"place_mark": ""}'
   where entity = 'relative' and former ->> 'place_mark' = ${markOf(TOKEN, "(former ->> 'child_id')")}`,
  `update children.unmatched_row set raw = raw - 'relative_place_mark' where raw ->> 'relative_place_mark' = ${TOKEN}`,
]

/**
 * Older versions wrote relatives of whom no file told where they are under the mark of that word; a row that tells the place finds by none
 * the one whom it means. Only who holds the keys can tell those marks. Once after an upgrade; afterwards one look.
 */
export async function blankNowhere(client: ClientBase): Promise<void> {
  const { rowCount } = await client.query('select from outbox.sealing where not is_nowhere_blank')
  if (rowCount === 0) return
  const token = markToken(keyring().blindIndex, 'children.relative', JSON.stringify(['UNKNOWN']))
  await client.query('begin')
  // Nothing is told of it: the facts are what they were.
  await client.query('alter table children.relative disable trigger user')
  for (const write of NOWHERE_WRITES) await client.query(write, [token])
  await client.query('alter table children.relative enable trigger user')
  await client.query('update outbox.sealing set is_nowhere_blank = true')
  await client.query('commit')
}
