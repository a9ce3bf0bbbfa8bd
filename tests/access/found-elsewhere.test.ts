/** Children whom another state found stand in the list of each state that has to do with them, in order, for as long as it has. */
import { readerUrl } from '@vigia/db/roles'
import { signedContext } from '@vigia/db/row-context'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import { MATRIX, ROLES } from '@vigia/law/access-matrix'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listChildren } from '../../services/children/src/store/list-children.ts'
import { AN_AGREEMENT } from '../support/an-agreement.ts'
import { anActor } from '../support/asking.ts'
import { lookedAt } from '../support/rows-looked-at.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { keyOf, underContext } from '../support/under-context.ts'

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
  await database.query(`insert into children.child
      (id, folio, sex, nationality, age_group, accompaniment, state, first_detected_at, batch_id)
    select ('00000000-0000-7000-8000-00000000000' || n)::uuid, 'NNA-' || n, 'FEMALE', 'HND', 'FROM_0_TO_11', 'UNACCOMPANIED',
      case when n in (3, 5) then '30' else '07' end, '2026-01-01'::timestamptz + n * interval '1 day', gen_random_uuid()
    from generate_series(1, 6) n`)
})
afterAll(() => database.drop())

/** Numbers of the children as they are listed, page by page. */
async function listed(...states: string[]): Promise<number[]> {
  const secretary = anActor('state-secretary', { states })
  const pages: number[] = []
  for (let after: string | null = null; ; ) {
    const { answer } = await lookedAt(database, 'children.child', secretary, (rows) =>
      listChildren({ rows } as never, { state: null, period: null, actor: secretary }, { first: 2, after }),
    )
    pages.push(...answer.edges.map(({ node }) => Number(node.folio.slice(4))))
    if (!answer.pageInfo.hasNextPage) return pages
    after = answer.pageInfo.endCursor
  }
}
const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`
const show = (n: number, states: string) =>
  database.query(
    'insert into children.child_sight (child_id, states) values ($1, $2) on conflict (child_id) do update set states = excluded.states',
    [id(n), states],
  )

test('given an office of a state has to do with a child whom another found, it stands there among its own', async () => {
  expect(await listed('30')).toEqual([5, 3])

  await show(4, '{30}')
  await show(1, '{27,30}')
  expect(await listed('30')).toEqual([5, 4, 3, 1])
  expect(await listed('27')).toEqual([1])
})

test('who reads of several states finds each child once', async () => {
  expect(await listed('27', '30')).toEqual([5, 4, 3, 1])
  expect(await listed('07', '27', '30')).toEqual([6, 5, 4, 3, 2, 1])
})

test.each(ROLES)(
  'by the database itself who stands in whose list is told to %s of no other state, and to no other office',
  async (role) => {
    const bound = MATRIX[role].byState ? { states: ['30'] } : {}
    const actor = anActor(role, { ...bound, ...(role === 'partner' && { agreement: AN_AGREEMENT }) })
    const login = readerUrl('children', database.url)
    const context = signedContext(keyOf(login), rowContextOf(actor))
    const rows = await underContext(login, context, 'select distinct state from children.found_elsewhere')

    expect(rows).toEqual(role === 'state-secretary' ? [{ state: '30' }] : [])
  },
)

test('given an earlier find comes late, it goes down to its place', async () => {
  await database.query(`update children.child set first_detected_at = '2025-12-24' where id = $1`, [id(4)])

  expect(await listed('30')).toEqual([5, 3, 1, 4])
})

test('given the office has to do with it no longer, or was itself the first to find it, it stands there no more, or once', async () => {
  await show(1, '{27}')
  await database.query('delete from children.child_sight where child_id = $1', [id(4)])
  expect(await listed('30')).toEqual([5, 3])

  await database.query(`update children.child set state = '27' where id = $1`, [id(1)])
  expect(await listed('27')).toEqual([1])
})
