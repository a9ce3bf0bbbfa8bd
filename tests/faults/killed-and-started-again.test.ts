/** A start that was killed leaves nothing that keeps the next one from starting: database and figures are there again. */
import { afterAll, expect, test } from 'vitest'
import { dataFolder, type Program, startProgram } from '../support/program.ts'

const folder = dataFolder()
const programs: Program[] = []
afterAll(async () => {
  for (const { child } of programs) child.kill('SIGKILL')
  folder.remove()
})

function start(): Program {
  const env = { PORT: '0', VIGIA_DATA: folder.path, DATABASE_URL: '' }
  const program = startProgram('gateway/src/main.ts', ['--no-live', '--scale', '0.001'], env)
  programs.push(program)
  return program
}

async function detected(url: string): Promise<unknown> {
  const query = '{ nation { detection(period: { from: "2021-01-01", to: "2026-12-31" }) { events } } }'
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return answer.json()
}

test('given a start that is killed, the next one has all that the first had, within seconds', async () => {
  // Given a first start on an empty machine
  const first = start()
  const before = await detected(await first.ready(100_000))
  expect(before).toMatchObject({ data: { nation: { detection: { events: expect.any(Number) } } } })

  // When it is killed as hard as can be
  first.child.kill('SIGKILL')
  await first.ended()

  // Then the second start takes its database over and answers the same
  const began = performance.now()
  const second = start()
  const url = await second.ready(30_000)
  expect(performance.now() - began).toBeLessThan(15_000)
  expect(await detected(url)).toEqual(before)

  // And Ctrl-C ends all of it
  second.child.kill('SIGINT')
  expect(await second.ended()).toBe(0)
}, 180_000)
