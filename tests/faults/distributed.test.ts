/** `npm run start:distributed` as a person starts it: a service that is killed degrades its part alone, and comes back by itself. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { type Program, startProgram } from '../support/program.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'
import { signedIn } from '../support/signed-in.ts'
import { twinDatabase } from '../support/twin.ts'

const QUESTION = `query ($period: PeriodInput!) { nation { detention { heldNow } casework { unprocessed } returns(period: $period) { total } } }`

interface Answer {
  data: { nation: { detention: object | null; casework: object | null; returns: { total: number } | null } | null }
  errors?: { extensions: { code: string; service?: string } }[]
}

let database: ScratchDatabase
let program: Program
let url: string
beforeAll(async () => {
  database = await twinDatabase()
  const env = { DATABASE_URL: database.url, PORT: '0' }
  program = startProgram('gateway/src/start-distributed.ts', ['--no-live', '--no-twin'], env)
  url = await program.ready(100_000, /gateway listens at (http:\/\/[\w.]+:\d+)/)
  headers = (await signedIn(database.url)).headers
  // Its last words tell where each service is.
  await eventually(
    async () => program.said(),
    (text) => /oversight\s+port/.test(text),
  )
})
afterAll(async () => {
  program.child.kill('SIGKILL')
  await database.drop()
})

let asked = 0
let headers = {}
/** Never twice the same: an answer that is kept would hide a service that is gone. */
async function ask(): Promise<Answer> {
  asked += 1
  const period = { from: '2020-01-01', to: new Date(Date.UTC(2030, 0, asked)).toISOString().slice(0, 10) }
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: QUESTION, variables: { period } }),
  })
  return response.json()
}

function processOf(service: string): number {
  return Number(new RegExp(`${service}\\s+port \\d+, process (\\d+)`).exec(program.said())?.[1])
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('all is answered by processes of their own', async () => {
  // The first question is slow on a busy machine: every service opens what it needs.
  const { data } = await eventually(ask, ({ errors }) => errors === undefined)

  expect(data.nation).toMatchObject({
    detention: expect.anything(),
    casework: expect.anything(),
    returns: expect.anything(),
  })
  expect(new Set(['children', 'placements', 'representation', 'returns', 'oversight'].map(processOf)).size).toBe(5)
})

test('given the process of returns is killed, its part is missing by name, the rest is there, and it comes back', async () => {
  // When it is killed as hard as can be
  process.kill(processOf('returns'), 'SIGKILL')

  // Then its part alone is missing
  const missing = await eventually(ask, ({ errors }) => errors !== undefined)
  expect(missing.errors?.map(({ extensions }) => [extensions.code, extensions.service])).toEqual([
    ['SUBGRAPH_UNAVAILABLE', 'returns'],
  ])
  expect(missing.data.nation).toMatchObject({
    detention: expect.anything(),
    casework: expect.anything(),
    returns: null,
  })

  // And it is started again without anybody's doing
  const back = await eventually(ask, ({ errors }) => errors === undefined, 40_000)
  expect(back.data.nation?.returns?.total).toBeGreaterThan(0)
})

test('Ctrl-C ends the gateway and every service', async () => {
  const processes = ['children', 'placements', 'representation', 'oversight'].map(processOf)
  program.child.kill('SIGINT')

  expect(await program.ended()).toBe(0)
  expect(processes.filter(isAlive)).toEqual([])
})
