/** A start that was killed leaves nothing that keeps the next one from starting: database and figures are there again. */
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { runningDatabase } from '../../prisma/src/embedded-database.ts'
import { localDay } from '../support/clock.ts'
import { eventually } from '../support/eventually.ts'
import { dataFolder, type Program, startProgram } from '../support/program.ts'
import { signInAt } from '../support/signed-in.ts'

const folders = [dataFolder(), dataFolder()] as const
const [whole, broken] = folders
const programs: Program[] = []
/** Of the first start: a session outlives the program. */
let signedInAs: Record<string, string> | undefined
afterAll(async () => {
  for (const { child } of programs) child.kill('SIGKILL')
  for (const folder of folders) folder.remove()
})

function start(folder: { path: string }): Program {
  const env = { PORT: '0', VIGIA_DATA: folder.path, DATABASE_URL: '' }
  const program = startProgram('gateway/src/main.ts', ['--no-live', '--scale', '0.001'], env)
  programs.push(program)
  return program
}

const FILLING = `select (select count(*) from children.batch)::int as taken,
  exists (select from oversight.batch) as "isNearlyDone"`

/** Waits until files of the twin are in, and others are not. */
async function fillingHasBegun(folder: { path: string }, after = 0): Promise<number> {
  const found = await eventually(
    () => fillingIn(folder).catch(() => null),
    (filling) => filling !== null && filling.taken > after,
    60_000,
  )
  expect(found?.isNearlyDone).toBe(false)
  return found?.taken ?? 0
}

async function fillingIn(folder: { path: string }) {
  const connectionString = (await runningDatabase(`${folder.path}/postgres`)) ?? undefined
  if (!connectionString) return null
  const client = new pg.Client({ connectionString })
  await client.connect()
  const { rows } = await client.query<{ taken: number; isNearlyDone: boolean }>(FILLING).finally(() => client.end())
  return rows[0] ?? null
}

let figures: unknown

/** Once every service answers: one that has just started may take longer with its first question than the gateway waits, and says so. */
async function detected(url: string): Promise<unknown> {
  signedInAs ??= await signInAt(url)
  const query = `{ nation { detection(period: { from: "2021-01-01", to: "${localDay(new Date())}" }) { events } } }`
  const ask = async () => {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signedInAs },
      body: JSON.stringify({ query }),
    })
    return answer.text()
  }
  return JSON.parse(await eventually(ask, (text) => !text.includes('SUBGRAPH_UNAVAILABLE'), 20_000))
}

test('given a start that is killed, the next one has all that the first had, and does nothing again', async () => {
  // Given a first start on an empty machine
  const first = start(whole)
  const before = await detected(await first.ready(100_000))
  expect(before).toMatchObject({ data: { nation: { detection: { events: expect.any(Number) } } } })

  // When it is killed as hard as can be
  first.child.kill('SIGKILL')
  await first.ended()

  // Then the second start takes its database over and answers the same
  const second = start(whole)
  const url = await second.ready(60_000)
  expect(await detected(url)).toEqual(before)

  // And it did nothing that was done: that is why it takes seconds
  await eventually(
    async () => second.said(),
    (said) => said.includes('Stop '),
  )
  expect(first.said()).toMatch(/Started .*\d+ migrations .*, taking in the synthetic twin /)
  expect(second.said()).toMatch(/Started .*nothing to migrate .*, nothing to take in /)

  // And Ctrl-C ends all of it
  second.child.kill('SIGINT')
  expect(await second.ended()).toBe(0)
  figures = before
}, 180_000)

test('given a first fill that is stopped by Ctrl-C, and then killed, the next start goes on to the same registry', async () => {
  // Given a first fill that a person stops
  const first = start(broken)
  const taken = await fillingHasBegun(broken)
  first.child.kill('SIGINT')

  // Then it ends as any other, and complains of nothing
  expect(await first.ended()).toBe(0)
  expect(first.said()).not.toMatch(/could not be filled|\bat \S+ \(/)
  expect(await runningDatabase(`${broken.path}/postgres`)).toBeNull()

  // When the next start is killed while it fills
  const second = start(broken)
  await fillingHasBegun(broken, taken)
  second.child.kill('SIGKILL')
  await second.ended()

  // Then the third one fills it to the end: the same figures as of a start that nobody disturbed
  const third = start(broken)
  signedInAs = undefined // Another registry, which knows nobody.
  expect(await detected(await third.ready(60_000))).toEqual(figures)
  third.child.kill('SIGINT')
  expect(await third.ended()).toBe(0)
}, 180_000)
