/** The program as a person starts it: it is ready, it stops in order, it recovers from a kill, it says what it cannot do. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { createOrAdopt, runningDatabase } from '../../prisma/src/embedded-database.ts'

const MAIN = path.join(import.meta.dirname, 'main.ts')
const data = mkdtempSync(path.join(tmpdir(), 'vigia-main-'))
chmodSync(data, 0o755) // as root the database runs as another user
const DIRECTORY = path.join(data, 'postgres')

interface Run {
  child: ChildProcess
  said: () => string
  ended: Promise<number | null>
}

const runs: Run[] = []
afterEach(async () => {
  for (const { child, ended } of runs.splice(0)) {
    child.kill('SIGKILL')
    await ended
  }
})
afterAll(async () => {
  if (await runningDatabase(DIRECTORY)) await (await createOrAdopt({ directory: DIRECTORY })).stop()
  rmSync(data, { recursive: true, force: true })
})

function start(env: Record<string, string> = {}, args = ['--port', '0', '--no-twin']): Run {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: String(process.env.PATH), VIGIA_DATA: data, ...env },
  })
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const run = { child, said: () => said, ended }
  runs.push(run)
  return run
}

/** The address that a started Vigía gives. */
async function addressOf({ said }: Run): Promise<string> {
  await expect.poll(said, { timeout: 60_000 }).toContain('Vigía is ready.')
  return String(/http:\/\/localhost:\d+/.exec(said())?.[0])
}

async function ask(address: string, query: string): Promise<unknown> {
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return answer.json()
}

const NATION = '{ nation { code detention { heldNow } casework { unprocessed } } }'
const NOBODY = { data: { nation: { code: '00', detention: { heldNow: 0 }, casework: { unprocessed: 0 } } } }

test('given a first start, it answers; given SIGTERM, all of it ends in order, the database last', async () => {
  const run = start()
  const address = await addressOf(run)
  expect((await fetch(`${address}/health/ready`)).status).toBe(200)
  expect(await ask(address, NATION)).toMatchObject(NOBODY)

  run.child.kill('SIGTERM')

  expect(await run.ended).toBe(0)
  expect(await runningDatabase(DIRECTORY)).toBeNull()
  expect(run.said()).not.toMatch(/did not stop|Error/)
}, 90_000)

test('given kill -9, the next start adopts what was left and answers', async () => {
  const killed = start()
  await addressOf(killed)
  killed.child.kill('SIGKILL')
  await killed.ended
  expect(await runningDatabase(DIRECTORY)).not.toBeNull()

  const run = start()

  expect(await ask(await addressOf(run), NATION)).toMatchObject(NOBODY)
  run.child.kill('SIGINT')
  expect(await run.ended).toBe(0)
  expect(await runningDatabase(DIRECTORY)).toBeNull()
}, 120_000)

test('given a port that is taken, one sentence and exit 1, and the one that has it goes on', async () => {
  const first = start()
  const address = await addressOf(first)
  const port = new URL(address).port

  const second = start({}, ['--port', port])

  expect(await second.ended).toBe(1)
  expect(second.said()).toMatch(new RegExp(`^Port ${port} is taken .+\n$`))
  expect((await fetch(`${address}/health/ready`)).status).toBe(200)
}, 90_000)

test.each([
  [
    'a database that cannot be reached',
    { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/x' },
    /^The database of DATABASE_URL at 127\.0\.0\.1:1\/x .+\n$/,
  ],
  [
    'a data folder that cannot be one',
    { VIGIA_DATA: '/dev/null/vigia' },
    /^The database in \/dev\/null\/vigia\/postgres .+\n$/,
  ],
  ['an address that is none', { DATABASE_URL: 'nonsense' }, /^DATABASE_URL is not usable.+\n$/],
])('given %s, one sentence and exit 1', async (_what, env, sentence) => {
  const run = start(env)

  expect(await run.ended).toBe(1)
  expect(run.said()).toMatch(sentence)
})
