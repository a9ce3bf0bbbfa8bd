/**
 * Older versions sealed what was said of a need for protection and told rules of alerts nothing of it. Who holds the keys says it of what was
 * sealed then, in the word that intake writes beside it now; the facts tell it to who follows them, as if a file had. Once after an upgrade;
 * afterwards one look. Of a child who was erased nothing is said.
 */
import { needIn } from '@vigia/law/detection-evidence'
import type { ClientBase } from 'pg'
import { keyIdOf, open } from '../cipher.ts'
import { dataKeyOf } from '../keys.ts'

const PLACE = 'children.detection_evidence'
const A_BATCH = 2_000

interface Sealed {
  id: string
  sealed: string
  wrapped: string
}

/** Where such cells stand: how those without the word are read, after an id and in its order, and how it is written beside them. */
interface Holder {
  read: string
  write: readonly string[]
}

const GIVEN = 'json_to_recordset($1) g (id text, need text)'
const KEY = 'join children.data_key k on k.wrapped is not null and k.id = split_part'
const page = (id: string, type: string) => `($1::text is null or ${id} > $1::${type}) order by ${id} limit ${A_BATCH}`

const HOLDERS: readonly Holder[] = [
  {
    read: `select f.id, f.sealed, k.wrapped from ${PLACE} f ${KEY}(f.sealed, '.', 2)::uuid where f.need is null and ${page('f.id', 'uuid')}`,
    write: [
      // Nothing was corrected: what the facts were is kept nowhere.
      `alter table ${PLACE} disable trigger user`,
      `update ${PLACE} f set need = g.need from ${GIVEN} where f.id = g.id::uuid`,
      `alter table ${PLACE} enable trigger user`,
      `insert into outbox.pending (source, type, entity_id, child_id, batch_id, payload)
       select 'children', 'detection_evidence.corrected', f.id, f.child_id, f.batch_id, row_to_json(f)
       from ${PLACE} f join ${GIVEN} on f.id = g.id::uuid`,
    ],
  },
  {
    read: `select v.id, v.former ->> 'sealed' as sealed, k.wrapped from children.former_version v ${KEY}(v.former ->> 'sealed', '.', 2)::uuid
      where v.entity = 'detection_evidence' and v.former ->> 'need' is null and ${page('v.id', 'bigint')}`,
    write: [
      `update children.former_version v set former = v.former || jsonb_build_object('need', g.need) from ${GIVEN} where v.id = g.id::bigint`,
    ],
  },
  {
    read: `select u.id, u.raw ->> 'evidence_sealed' as sealed, u.raw ->> 'wrapped_key' as wrapped from children.unmatched_row u
      where u.raw ->> 'evidence_sealed' is not null and u.raw ->> 'wrapped_key' is not null and ${page('u.id', 'uuid')}`,
    write: [
      `update children.unmatched_row u set raw = u.raw || jsonb_build_object('need', g.need) from ${GIVEN} where u.id = g.id::uuid`,
    ],
  },
]

/** A batch a transaction: a start that was cut short goes on where it was. */
export async function tellNeeds(client: ClientBase): Promise<void> {
  const { rowCount } = await client.query('select from outbox.sealing where not are_needs_told')
  if (rowCount === 0) return
  for (const holder of HOLDERS) {
    let last: string | null = null
    do last = await tellBatch(client, holder, last)
    while (last !== null)
  }
  await client.query('update outbox.sealing set are_needs_told = true')
}

/** Gives the id of the last row; null where there was none. */
async function tellBatch(client: ClientBase, { read, write }: Holder, after: string | null): Promise<string | null> {
  await client.query('begin')
  const { rows } = await client.query<Sealed>(read, [after])
  const told = JSON.stringify(rows.flatMap((row) => needOf(row) ?? []))
  for (const statement of write) await client.query(statement, statement.includes('$1') ? [told] : [])
  await client.query('commit')
  return rows.at(-1)?.id ?? null
}

/** Null for what the keys do not open: `npm run keys -- verify` tells of it. */
function needOf({ id, sealed, wrapped }: Sealed): { id: string; need: string } | null {
  const keyId = keyIdOf(sealed)
  const key = keyId === null ? null : dataKeyOf(keyId, wrapped)
  const plain = key === null ? null : open(sealed, PLACE, key)
  if (plain === null) return null
  const { protection_need: signs, evaluation_result: result } = JSON.parse(plain) as Partial<Record<string, string>>
  return { id, need: needIn(signs ?? null, result ?? null) }
}
