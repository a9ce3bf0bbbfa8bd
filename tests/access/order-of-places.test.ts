/** Places are listed by their names, and a home, whose name is the family's, has none there either. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BothSides, openBothSides } from '../support/acts-of-both-sides.ts'
import { anActor } from '../support/asking.ts'

let world: BothSides
beforeAll(async () => {
  world = await openBothSides()
})
afterAll(() => world.stop())

const COPY = `insert into placements.facility
  select (jsonb_populate_record(f, jsonb_build_object('id', $1::uuid, 'type', $2::text, 'name', $3::text, 'name_key', $3::text))).*
  from placements.facility f where f.name = 'Casa Estatal'`

test('between which two others a home stands says nothing of how its family is called', async () => {
  const idOf = (n: number) => `0195a000-0000-7000-8000-00000000000${n}`
  for (const [n, type, name] of [
    [1, 'FAM_A', 'ZZ FAMILIA'],
    [2, 'FAM_A', 'AA FAMILIA'],
    [3, 'FAM_E', 'MM FAMILIA'],
  ] as const)
    await world.database.query(COPY, [idOf(n), type, name])
  const pageAfter = async (after: string | null) => {
    const set = `{ facilities(first: 2, after: ${JSON.stringify(after)}, filter: { state: "07" }) { pageInfo { hasNextPage endCursor } edges { node { id } } } }`
    const { data } = await world.graph.ask(anActor('state-secretary'), set)
    return (
      data as {
        facilities: { pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: { id: string } }[] }
      }
    ).facilities
  }
  const listed: string[] = []
  for (let after: string | null = null; ; ) {
    const { pageInfo, edges } = await pageAfter(after)
    listed.push(...edges.map(({ node }) => node.id))
    if (!pageInfo.hasNextPage) break
    after = pageInfo.endCursor
  }

  expect(listed.slice(0, 3)).toEqual([idOf(1), idOf(2), idOf(3)])
  expect(new Set(listed).size).toBe(listed.length)
})
