/** One code, two ways to run it: every acceptance query gives the same answer in one process and over HTTP. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { secretaryOfEveryState } from '../support/asking.ts'
import { signedIn } from '../support/signed-in.ts'
import { ROOT, read } from '../support/source-files.ts'
import { twinDatabase } from '../support/twin.ts'
import { asker, startWorld, type World } from '../support/world.ts'

const QUERIES = readdirSync(path.join(ROOT, 'tests/acceptance')).filter((file) => file.endsWith('.graphql'))

let inProcess: World
let overHttp: World
let child: string
/** Where a child is, the federal secretary reads for a reason; that of a state whenever it asks. */
let ofAState: World['headers']
beforeAll(async () => {
  const database = await twinDatabase()
  inProcess = await startWorld({ mode: 'in-process', database })
  overHttp = await startWorld({ mode: 'over-http', database })
  const { data } = await inProcess.ask<{ children: { edges: { node: { id: string } }[] } }>(
    '{ children(first: 1) { edges { node { id } } } }',
  )
  child = data?.children.edges[0]?.node.id ?? ''
  ofAState = (await signedIn(database.url, secretaryOfEveryState())).headers
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
  const isOfAChild = file === 'one-child.graphql'
  const [here, there] = await Promise.all(
    [inProcess, overHttp].map(({ ask, url }) =>
      isOfAChild ? asker(url, ofAState)(query, { id: child }) : ask(query, {}),
    ),
  )

  expect(here?.errors).toBeUndefined()
  expect(still(there)).toEqual(still(here))
})

test('a misspelt question is refused in the same words', async () => {
  const query = '{ statez { code } }'

  expect(await overHttp.ask(query)).toMatchObject({
    errors: (await inProcess.ask(query)).errors?.map(({ message }) => ({ message })) ?? [],
  })
})
