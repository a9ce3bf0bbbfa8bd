/** Random files of INM's daily tables, with every defect that has been: what the database says is wrong with one is what is wrong with it. */
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ClaimRow, defectsByHand } from '../support/defects-by-hand.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

let database: ScratchDatabase
let client: pg.Client
beforeAll(async () => {
  database = await scratchDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

const SEED = 20261128
const [THIS, OTHER, WITHDRAWN] = ['a', 'b', 'c'].map((letter) => `${letter}0000000-0000-4000-8000-000000000000`)

/** Names of places, each by the key that is made of it. */
const PLACES: readonly (readonly [key: string, ...spellings: string[]])[] = [
  ['DIF LOCALIDAD TAPACHULA', 'dif, tapachula', 'dif localidad tapachula'],
  ['ALBERGUE TAPACHULA', 'albergue tapachula', 'albergue (tapachula'],
  ['CASA TAPACHULANA', 'casa tapachulana'],
  ['DIF LOCALIDAD HUIXTLA', 'dif huixtla', 'dif localidad huixtla'],
]
const place = fc
  .constantFrom(...PLACES)
  .chain(([placeKey, ...spellings]) =>
    fc.record({ placeKey: fc.constant(placeKey), place: fc.constantFrom(...spellings) }),
  )
const count = fc.constantFrom(0, 1, 1, 2)
const said = fc.constantFrom('1', '1', '2')
const NAMES = {
  RESCATADOS: ['RESCUED', 'RESCUED_AGAIN', 'PRESENTED', 'CHANNELLED'],
  RETORNADOS: ['RETURNED', 'DEPORTED', 'ASSISTED_RETURN'],
  CANALIZADOS: ['CHANNELLED', 'CHANNELLED_MINORS'],
  CANALIZADOS_POR_PERSONA: ['CHANNELLED'],
} as const
const table = fc.constantFrom('RESCATADOS', 'RETORNADOS', 'CANALIZADOS', 'CANALIZADOS', 'CANALIZADOS_POR_PERSONA')
const country = fc.constantFrom(
  ['HND', 'a'],
  ['HND', 'a'],
  ['HND', 'b'],
  ['ZZZ', 'x'],
  ['ZZZ', 'y'],
  [null, null],
) as fc.Arbitrary<readonly [string | null, string | null]>
const perhaps = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 3 })

const row = table.chain((name) =>
  fc.record({
    table: fc.constant(name as ClaimRow['table']),
    part: fc.constantFrom('', '', 'NNA'),
    span: fc.constantFrom('DAY', 'DAY', 'DAY', 'MONTH') as fc.Arbitrary<ClaimRow['span']>,
    day: fc.constantFrom('2026-05-01', '2026-05-02', '2026-05-04'),
    state: fc.constantFrom('07', '07', '30'),
    office: fc.constantFrom('a', 'a', 'b'),
    country,
    where: fc.option(place, { freq: 5 }),
    isRecorded: fc.constantFrom(true, true, true, false),
    measures: fc.record(
      Object.fromEntries(NAMES[name as ClaimRow['table']].map((measure) => [measure, perhaps(count)])),
    ),
    detail: fc.record({
      ...{ adults: perhaps(said), children: perhaps(said), first_time: perhaps(said) },
      nationality_unread: fc.constantFrom(undefined, undefined, 'YES'),
      place_has_breaks: fc.constantFrom(undefined, undefined, 'YES'),
      age_group: fc.constantFrom(undefined, 'FROM_18', 'FROM_12_TO_17'),
    }),
  }),
)
type Drawn = ReturnType<typeof row.generate>['value']
const change: fc.Arbitrary<Partial<Drawn>> = fc.oneof(
  fc.constant({}),
  fc.record({ country }),
  fc.record({ office: fc.constantFrom('a', 'b') }),
  fc.record({ day: fc.constantFrom('2026-05-01', '2026-05-04') }),
  fc.record({ measures: fc.record({ CHANNELLED: count }) }),
  fc.record({ where: fc.option(place) }),
)
/** Some rows more than once, as they come in such files, or with one word changed; and now and then very many. */
const file = fc.record({
  rows: fc.oneof(fc.array(row, { maxLength: 9 }), fc.array(row, { minLength: 1, maxLength: 1 })),
  again: fc.array(fc.record({ at: fc.nat(8), change }), { maxLength: 5 }),
  times: fc.constantFrom(1, 1, 1, 1, 8, 10),
  others: fc.array(row, { maxLength: 4 }),
  withdrawn: fc.array(row, { maxLength: 2 }),
})

function claimOf(
  { country: [nationality, nationalityText], where, isRecorded, measures, detail, ...told }: Drawn,
  at: number,
): ClaimRow {
  const isThere = (pair: [string, unknown]) => pair[1] !== undefined
  return {
    ...told,
    ...{ line: at + 2, nationality, nationalityText, place: where?.place ?? null, placeKey: where?.placeKey ?? null },
    isRecorded: where ? isRecorded : null,
    measures: Object.fromEntries(Object.entries(measures).filter(isThere)) as Record<string, number>,
    detail: Object.fromEntries(Object.entries(detail).filter(isThere)) as Record<string, string>,
  }
}

test('what is found wrong with a file in SQL is what is wrong with it, and is said in words', async () => {
  for (const { rows, again, times, others, withdrawn } of fc.sample(file, { seed: SEED, numRuns: 150 })) {
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
