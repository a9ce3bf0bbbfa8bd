/**
 * Cells that are sealed together replace one another together, and the database cannot see which of them are blank: what a row leaves
 * blank of them is added to it from what is known, before it is written.
 */
import type { PoolClient } from 'pg'
import { markToken } from '../../seal/blind-index.ts'
import { type DataKey, keyIdOf, open, seal } from '../../seal/cipher.ts'
import { dataKeyOf, keyring } from '../../seal/keys.ts'
import type { Cells, SealedCells } from '../../seal/row-sealer.ts'
import type { FeedLayout } from '../feed.ts'
import { batchOnce, isNotLate } from '../sql.ts'
import { sqlOf } from '../staging/tables.ts'

type Sealed = { line: number; told: string; known: string; key: string; wrapped: string; knownWrapped: string }
type Merged = { line: number; sealed: string; mark: string; word: string | null }

/** Expects joined rows. */
export async function keepSealed(client: PoolClient, layout: FeedLayout): Promise<void> {
  for (const cells of layout.seals ?? []) {
    if (!cells.known) continue
    const merged = (await toldAgain(client, layout, cells)).flatMap((row) => mergedIn(cells, row) ?? [])
    if (merged.length === 0) continue
    const word = cells.tells ? `, ${cells.tells[0]} = m.word` : ''
    await client.query(
      `update staged s set ${cells.name}_sealed = m.sealed, ${cells.name}_mark = m.mark${word}
       from json_to_recordset($1) m (line int, sealed text, mark text, word text) where m.line = s.line`,
      [JSON.stringify(merged)],
    )
  }
}

/** Rows that say something else of a known fact than is known, and are not late. */
async function toldAgain(
  client: PoolClient,
  layout: FeedLayout,
  { name, place, known }: SealedCells,
): Promise<Sealed[]> {
  if (!known) return []
  const [schema] = place.split('.')
  const { rows } = await client.query<Sealed>(
    batchOnce(`
      select s.line, s.${name}_sealed as told, f.sealed as known, s.data_key as key, s.wrapped_key as wrapped, k.wrapped as "knownWrapped"
      ${sqlOf(layout, 'from placed p join staged s using (line)')} join ${place} f on ${known.isOf}
      join ${schema}.data_key k on k.id = split_part(f.sealed, '.', 2)::uuid, the_batch b
      where s.${name}_sealed is not null and f.mark is distinct from ${known.mark} and ${isNotLate(place, known)}`),
  )
  return rows
}

/** Null where the row leaves nothing blank that is known, or what is known can no longer be read. */
function mergedIn({ place, known, tells }: SealedCells, row: Sealed): Merged | null {
  const key = keyOf(row.told, row.wrapped)
  const told = cellsIn(row.told, place, key)
  const before = cellsIn(row.known, place, keyOf(row.known, row.knownWrapped))
  if (!key || !told || !before) return null
  const says = Object.fromEntries(Object.entries(told).filter(([, cell]) => cell !== known?.saysNothing))
  if (known?.while?.some((name) => says[name] !== undefined && says[name] !== before[name])) return null
  if (Object.keys(before).every((name) => name in says)) return null
  const cells = { ...before, ...says }
  const plain = JSON.stringify(cells)
  const mark = markToken(keyring().blindIndex, place, plain)
  return { line: row.line, sealed: seal(key, place, plain), mark, word: tells?.[1](cells) ?? null }
}

function keyOf(sealed: string, wrapped: string): DataKey | null {
  const id = keyIdOf(sealed)
  const key = id === null ? null : dataKeyOf(id, wrapped)
  return id === null || key === null ? null : { id, key }
}

function cellsIn(sealed: string, place: string, key: DataKey | null): Cells | null {
  const plain = key === null ? null : open(sealed, place, key.key)
  return plain === null ? null : (JSON.parse(plain) as Cells)
}
