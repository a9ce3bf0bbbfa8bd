/** One code, two ways to run it: every acceptance query gives the same answer in one process and over HTTP. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT, read } from '../support/source-files.ts'
import { twinDatabase } from '../support/twin.ts'
import { startWorld, type World } from '../support/world.ts'

const QUERIES = readdirSync(path.join(ROOT, 'tests/acceptance')).filter((file) => file.endsWith('.graphql'))

let inProcess: World
let overHttp: World
let child: string
beforeAll(async () => {
  const database = await twinDatabase()
  inProcess = await startWorld({ mode: 'in-process', database })
  overHttp = await startWorld({ mode: 'over-http', database })
  const { data } = await inProcess.ask<{ children: { edges: { node: { id: string } }[] } }>(
    '{ children(first: 1) { edges { node { id } } } }',
  )
  child = data?.children.edges[0]?.node.id ?? ''
})
afterAll(async () => {
  await overHttp.stop()
  await inProcess.stop()
})

/** The instant of the last tick moves; what it tells does not. */
const still = (answer: unknown) =>
  JSON.parse(
    JSON.stringify(answer, (key, value) => (['asOf', 'hours', 'longestHours'].includes(key) ? undefined : value)),
  )

test.each(QUERIES)('%s', async (file) => {
  const query = read(`tests/acceptance/${file}`)
  const variables = file === 'one-child.graphql' ? { id: child } : {}
  const [here, there] = await Promise.all([inProcess.ask(query, variables), overHttp.ask(query, variables)])

  expect(here.errors).toBeUndefined()
  expect(still(there)).toEqual(still(here))
})

test('a misspelt question is refused in the same words', async () => {
  const query = '{ statez { code } }'

  expect(await overHttp.ask(query)).toMatchObject({
    errors: (await inProcess.ask(query)).errors?.map(({ message }) => ({ message })) ?? [],
  })
})
