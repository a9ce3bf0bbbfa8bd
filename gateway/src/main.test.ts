/** An orderly end: nothing of Vigía is left running, the database least of all. How a start fails or recovers: tests/faults. */
import { afterAll, expect, test } from 'vitest'
import { runningDatabase } from '../../prisma/src/embedded-database.ts'
import { dataFolder, startProgram } from '../../tests/support/program.ts'
import { signInAt } from '../../tests/support/signed-in.ts'

const data = dataFolder()
afterAll(() => data.remove())

test('given SIGTERM, requests under way are answered, then everything ends in order, the database last', async () => {
  const env = { PORT: '0', VIGIA_DATA: data.path, DATABASE_URL: '' }
  const program = startProgram('gateway/src/main.ts', ['--no-twin'], env)
  const address = await program.ready(100_000)
  const headers = await signInAt(address)
  const asked = fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: '{ nation { code detention { heldNow } casework { unprocessed } } }' }),
  })
  const answer = asked.then((response) => response.json())
  await asked

  program.child.kill('SIGTERM')

  // Of an empty registry nothing is known, and no error says so.
  expect(await answer).toMatchObject({ data: { nation: { code: '00', detention: null, casework: null } } })
  expect(await answer).not.toHaveProperty('errors')
  expect(await program.ended()).toBe(0)
  expect(program.said()).not.toMatch(/did not stop|Error/)
  expect(await runningDatabase(`${data.path}/postgres`)).toBeNull()
})
