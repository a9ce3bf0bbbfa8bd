/**
 * Random acts on one table: rows are added one by one and by hundreds, corrected and withdrawn, and numbered a few at a time. The log tells
 * each change once, in the order in which they were made, without a gap, and former versions are what the rows were.
 */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { LogByHand, type Row } from '../support/log-by-hand.ts'
import { CASE, CHILD, CHILD_OF, IDS, MANY, TABLES, type Table } from '../support/log-tables.ts'
import { scratchConnection } from '../support/scratch-connection.ts'

const { client } = await scratchConnection()
let isInOrder = false
beforeAll(async () => {
  await client.query(`insert into representation.protection_case (id, folio, child_id, state, opened_at, status, batch_id)
    values ('${CASE}', 'F', '${CHILD}', '07', now(), 'OPEN', gen_random_uuid())`)
  const asked = `select substr(outbox.new_id()::text, 15, 1) = '7' as "isInOrder"`
  isInOrder = (await client.query<{ isInOrder: boolean }>(asked)).rows[0]?.isInOrder === true
})

const SEED = 20261128
const batch = fc.constantFrom('01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b')
const [word, places] = [fc.constantFrom('one', 'two', 'three'), fc.array(fc.nat(300), { minLength: 1, maxLength: 4 })]
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('add' as const),
      ...{ batch, word },
      other: fc.option(batch, { freq: 2 }),
      rows: fc.constantFrom(1, 2, MANY - 1, MANY, MANY + 30),
      ids: fc.constantFrom('new', 'new', 'new', 'old', 'random', 'mixed'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('correct' as const), ...{ batch, word, places } }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('withdraw' as const), places }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('number' as const), most: fc.constantFrom(1, 2, MANY, MANY + 40, 400) }),
  },
)
type Act = ReturnType<typeof act.generate>['value']

test.each(Object.keys(TABLES) as Table[])('what the log tells of %s is what was done to it', async (table) => {
  const lives = fc.sample(fc.array(act, { minLength: 4, maxLength: 14 }), { seed: SEED, numRuns: 40 }) as Act[][]
  for (const life of lives) {
    const byHand = new LogByHand()
    await client.query(`truncate outbox.event, outbox.pending, ${table}, ${table.split('.')[0]}.former_version cascade`)
    for (const one of life) await done(table, one, byHand)
    for (let numbered = 1; numbered > 0; ) {
      numbered = byHand.number(1_000)
      expect(await numberedInSql(1_000)).toBe(numbered)
    }
    const logged = await loggedIn(table)
    const groups = byHand.log.map((told) => logged.splice(0, told.length).sort())
    expect([...groups, logged]).toEqual([...byHand.log.map((told) => told.map(inWords).sort()), []])
    expect(await formerOf(table)).toEqual(byHand.former.map(formerInWords).sort())
  }
})

async function done(table: Table, one: Act, byHand: LogByHand): Promise<void> {
  const { add, word: column } = TABLES[table]
  const present = [...byHand.rows.values()]
  const chosen = (at: readonly number[]) => [...new Set(at.flatMap((place) => present[place % present.length] ?? []))]
  if (one.does === 'add') {
    await client.query('begin')
    const rows = await drawn(one)
    await client.query(add, [rows.map(({ id }) => id), rows.map((row) => row.batch), rows.map((row) => row.word)])
    await client.query('commit')
    const isOfOneFile = one.other === null || one.other === one.batch || rows.length === 1
    byHand.add(
      rows,
      isInOrder && TABLES[table].child !== 'null' && rows.length >= MANY && isOfOneFile && one.ids === 'new',
    )
  } else if (one.does === 'correct') {
    const rows = chosen(one.places).map(({ id }) => ({ id, batch: one.batch, word: one.word }))
    const set = `update ${table} set batch_id = $2, ${column} = $3 where id = any ($1::uuid[])`
    await client.query(set, [rows.map(({ id }) => id), one.batch, one.word])
    byHand.correct(rows)
  } else if (one.does === 'withdraw') {
    const ids = chosen(one.places).map(({ id }) => id)
    await client.query(`delete from ${table} where id = any ($1::uuid[])`, [ids])
    byHand.withdraw(ids)
  } else expect(await numberedInSql(one.most)).toBe(byHand.number(one.most))
}

/** Rows of one file, or the last of them of another. */
async function drawn({ rows, ids, batch: file, other, word: said }: Extract<Act, { does: 'add' }>): Promise<Row[]> {
  const asked = Array.from({ length: rows }, (_none, at) => `(${IDS[ids as keyof typeof IDS](at)})`)
  const found = await client.query<{ id: string }>(`select id::text from (values ${asked.join()}) v (id)`)
  return found.rows.map(({ id }, at) => ({ id, word: said, batch: at === rows - 1 ? (other ?? file) : file }))
}

const numberedInSql = async (most: number) =>
  (await client.query<{ n: number }>('select outbox.number_pending($1) as n', [most])).rows[0]?.n

const inWords = ({ type, told: { id, batch: file, word: said } }: LogByHand['log'][number][number]) =>
  [type, id, file, said ?? '', 'of its child', 'of then'].join(' ')
const formerInWords = ({ id, batch: file, word: said }: Row) => [id, file, said].join(' ')

/** In the order of the log, which has no gap; of which child, and when it was said, beside it. */
async function loggedIn(table: Table): Promise<string[]> {
  const { word: column, child } = TABLES[table]
  const [service = '', entity = ''] = table.split('.')
  const { rows } = await client.query<{
    seq: number
    said: string
  }>(`select seq::int, concat_ws(' ', split_part(type, '.', 2), entity_id, batch_id,
      coalesce(payload ->> '${column}', ''), case when child_id is not distinct from ${CHILD_OF[child]} then 'of its child' end,
      case when type like '%.recorded' and recorded_at <> (payload ->> 'recorded_at')::timestamptz then 'of another day' else 'of then' end) as said
    from outbox.event where source = '${service}' and type like '${entity}.%' order by seq`)
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_row, at) => at + 1))
  return rows.map(({ said }) => said)
}

async function formerOf(table: Table): Promise<string[]> {
  const [service = '', entity = ''] = table.split('.')
  const { rows } = await client.query<{
    said: string
  }>(`select concat_ws(' ', entity_id, former ->> 'batch_id', former ->> '${TABLES[table].word}') as said
    from ${service}.former_version where entity = '${entity}'`)
  return rows.map(({ said }) => said).sort()
}
