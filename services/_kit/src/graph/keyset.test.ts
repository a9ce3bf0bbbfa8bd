import { openPool } from '@vigia/db/open'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../../tests/support/scratch-database.ts'
import { type Keyset, keysetPage, keysetPageOfEach, type Page } from './keyset.ts'
import { cursorOf, type PageArgs } from './page.ts'
import { pageOf } from './rows-at-hand.ts'

interface Row {
  state: string
  at: Date
  n: number
}

let database: ScratchDatabase
let list: Keyset
beforeAll(async () => {
  database = await scratchDatabase()
  await database.query('create table public.row (state text, at timestamptz, n int primary key)')
  // Eleven rows of two states; three of them at one instant.
  await database.query(`insert into public.row
    select case when n % 2 = 0 then '07' else '30' end, timestamptz '2026-01-01' + least(n, 8) * interval '1 day', n
    from generate_series(0, 10) n`)
  list = {
    pool: openPool(database.url),
    select: 'select state, at, n from public.row',
    where: '',
    values: [],
    order: [
      { column: 'at', cast: 'timestamptz', key: 'at' },
      { column: 'n', cast: 'int', key: 'n' },
    ],
    descending: true,
  }
})
afterAll(async () => {
  await list.pool.end()
  await database.drop()
})

const numbers = (edges: readonly { node: Row }[]) => edges.map(({ node }) => node.n)
const all = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]

const dayOf = (n: number) => `2026-01-0${1 + Math.min(n, 8)}T00:00:00Z`
/** Of a row in the list that is read, and which row it is of. */
const placeOf = (n: number) => cursorOf([dayOf(n), n])
const nIn = (cursor: string): number => JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))[1]

/** The same rows: those of one state, and the others. */
const IN_PARTS = [
  {
    each: "(values ('07')) of_state (code)",
    select: 'select * from (select state, at, n from public.row where state = code) row',
  },
  { select: "select * from (select state, at, n from public.row where state <> '07') row" },
]
const LISTS: [string, () => Keyset][] = [
  ['in one', () => list],
  ['in parts', () => ({ ...list, select: IN_PARTS })],
]

describe.each(LISTS)('read %s', (_how, listOf) => {
  test.each([1, 2, 3, 4, 11, 20])(
    'given pages of %s, every row is on one page, in order, forwards and backwards',
    async (size) => {
      const forwards: number[] = []
      for (let args: PageArgs | null = { first: size }; args; ) {
        const { edges, pageInfo }: Page<Row> = await keysetPage<Row>(listOf(), args)
        forwards.push(...numbers(edges))
        args = pageInfo.hasNextPage ? { first: size, after: pageInfo.endCursor } : null
      }
      const backwards: number[] = []
      for (let args: PageArgs | null = { last: size }; args; ) {
        const { edges, pageInfo }: Page<Row> = await keysetPage<Row>(listOf(), args)
        backwards.unshift(...numbers(edges))
        args = pageInfo.hasPreviousPage ? { last: size, before: pageInfo.startCursor } : null
      }

      expect([forwards, backwards]).toEqual([all, all])
    },
  )
})

test.each<[PageArgs, number[], boolean, boolean]>([
  [{ first: 3 }, [10, 9, 8], true, false],
  [{ last: 3 }, [2, 1, 0], false, true],
  [{ first: 3, after: placeOf(2) }, [1, 0], false, true],
  [{ last: 3, before: placeOf(9) }, [10], true, false],
  [{ first: 3, before: placeOf(9) }, [10], true, false],
  [{ last: 3, after: placeOf(2) }, [1, 0], false, true],
  [{ first: 20, after: placeOf(9), before: placeOf(2) }, [8, 7, 6, 5, 4, 3], true, true],
  [{ last: 2, after: placeOf(9), before: placeOf(2) }, [4, 3], true, true],
])(
  'given %o, the page says whether rows follow and precede it, at hand or not',
  async (args, rows, follow, precede) => {
    const infoOf = ({ edges, pageInfo }: Page<Row>) => ({ rows: numbers(edges), ...pageInfo })
    const told = { rows, hasNextPage: follow, hasPreviousPage: precede }
    const atHand = all.map((n) => ({ n, id: String(n), state: '', at: new Date(0) }))

    expect(infoOf(await keysetPage<Row>(list, args))).toMatchObject(told)
    const cursors = [args.after, args.before].map((cursor) => cursor && cursorOf([String(nIn(cursor))]))
    expect(infoOf(pageOf(atHand, { ...args, after: cursors[0], before: cursors[1] }))).toMatchObject(told)
  },
)

test('the same page of each key is that of its own rows, and none for a key without rows', async () => {
  const pages = await keysetPageOfEach<Row>(list, { column: 'state', keys: ['07', '31', '30'] }, { first: 2 })

  expect(pages.map(({ edges }) => numbers(edges))).toEqual([[10, 8], [], [9, 7]])
  expect(pages.map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false, true])
})

test.each([[{ first: 0 }], [{ first: -1 }], [{ first: 101 }], [{ first: 2 ** 31 }], [{ first: 1, last: 1 }]])(
  'given %o, it is a mistake of the caller',
  async (args) => {
    await expect(keysetPage(list, args)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  },
)

test.each([
  [{ after: 'xx' }],
  [{ after: cursorOf(['2026-01-01']) }],
  [{ after: cursorOf(['no day', 1]) }],
  [{ after: cursorOf(['2026-01-01', '1; drop table public.row']) }],
])('given %o, the cursor is none', async (args) => {
  await expect(keysetPage(list, args)).rejects.toMatchObject({ code: 'CURSOR_INVALID' })
})

test.each([
  [{}, all],
  [{ first: 3 }, [10, 9, 8]],
  [{ first: 3, after: cursorOf(['9']) }, [8, 7, 6]],
  [{ last: 2 }, [1, 0]],
  [{ last: 2, before: cursorOf(['4']) }, [6, 5]],
  [{ first: 5, after: cursorOf(['0']) }, []],
])('given rows at hand and %o', (args, expected) => {
  const rows = all.map((n) => ({ n, id: String(n) }))

  expect(pageOf(rows, args).edges.map(({ node }) => node.n)).toEqual(expected)
})

test('given rows at hand and the cursor of another list, it is a mistake of the caller', () => {
  expect(() => pageOf([{ id: '1' }], { after: cursorOf(['7']) })).toThrow('This cursor')
})
