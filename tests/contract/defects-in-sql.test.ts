/** Random files of INM's daily tables, with every defect that has been: what the database says is wrong with one is what is wrong with it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ClaimRow, defectsByHand } from '../support/defects-by-hand.ts'
import { claimOf, fileOfDefects } from '../support/defects-drawn.ts'
import { scratchConnection } from '../support/scratch-connection.ts'

const { client } = await scratchConnection()

const SEED = 20261128
const [THIS, OTHER, WITHDRAWN] = ['a', 'b', 'c'].map((letter) => `${letter}0000000-0000-4000-8000-000000000000`)

test('what is found wrong with a file in SQL is what is wrong with it, and is said in words', async () => {
  for (const { rows, again, times, others, withdrawn } of fc.sample(fileOfDefects, { seed: SEED, numRuns: 150 })) {
    const repeated = again.flatMap(({ at, change: changed }) => (rows[at] ? [{ ...rows[at], ...changed }] : []))
    const claims = Array.from({ length: times }, () => [...rows, ...repeated])
      .flat()
      .map(claimOf)
    await client.query('begin')
    await write(claims, others.map(claimOf), withdrawn.map(claimOf))
    await client.query('select oversight.find_defects($1)', [THIS])
    const { rows: notices } = await client.query<{ notice: string }>('select notice from oversight.find_defects($1)', [
      THIS,
    ])
    const found = await findings()
    await client.query('rollback')

    expect(Object.fromEntries(found.map(({ rule, ...one }) => [rule, { rows: one.rows, lines: one.lines }]))).toEqual(
      defectsByHand(claims, others.map(claimOf)),
    )
    expect(notices.map(({ notice }) => notice)).toEqual(found.map(inWords))
  }
})

async function write(...files: readonly (readonly ClaimRow[])[]): Promise<void> {
  const ids = [THIS, OTHER, WITHDRAWN]
  await client.query(
    `insert into oversight.batch (id, feed, source, cutoff_on, file_name, sha256, withdrawn_at)
     select id, 'inm-daily', 'INM', '2026-05-05', 'f', 's', case when id = $2 then now() end from unnest($1::uuid[]) id`,
    [ids, WITHDRAWN],
  )
  for (const [at, claims] of files.entries())
    await client.query(
      `insert into oversight.authority_row (batch_id, line, table_code, part, span, day, state, office, nationality, nationality_text, place,
         place_key, is_place_recorded, measures, detail)
       select $1, line, "table", part, span, day, state, office, nationality, "nationalityText", place, "placeKey", "isRecorded", measures, detail
       from jsonb_to_recordset($2) r (line int, "table" text, part text, span text, day date, state text, office text, nationality text,
         "nationalityText" text, place text, "placeKey" text, "isRecorded" boolean, measures jsonb, detail jsonb)`,
      [ids[at], JSON.stringify(claims)],
    )
}

interface Finding {
  rule: string
  rows: number
  lines: number[]
  action: string
}
const findings = async () =>
  (
    await client.query<Finding>(
      'select rule, row_count as rows, lines, action from oversight.batch_finding where batch_id = $1 order by rule',
      [THIS],
    )
  ).rows

/** How many rows, what of them, and the first ten lines. */
function inWords({ rule, rows, lines, action }: Finding): string {
  if (rule === 'DAY_WITHOUT_ROWS') return `${rows} ${rows === 1 ? action.replace(/^días/, 'día') : action}.`
  const where = lines.length === 0 ? '' : ` (${lines.slice(0, 10).join(', ')}${rows > 10 ? '…' : ''})`
  return `${rows} ${rows === 1 ? 'renglón' : 'renglones'}: ${action}${where}.`
}
