/** A supervised process is started again when it dies, and ends with its supervisor: in order, however long that takes. */
import { spawn } from 'node:child_process'
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { LIMITS } from '../../../services/oversight/src/delivery/post.ts'
import { PATIENCE_WITH_SERVICES_IN_MS, Supervised } from './supervised.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-supervised-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('given a process that is killed, it is said and it runs again; stopped, it stays down', async () => {
  const trace = path.join(folder, 'trace')
  const file = path.join(folder, 'program.ts')
  writeFileSync(trace, '')
  writeFileSync(
    file,
    `import { appendFileSync } from 'node:fs'
    appendFileSync(process.env.TRACE ?? '', 'x')
    setInterval(() => {}, 1_000)`,
  )
  const said: string[] = []
  const starts = () => readFileSync(trace, 'utf8').length
  const program = new Supervised({ name: 'children', file, env: { TRACE: trace }, say: (line) => said.push(line) })
  await expect.poll(starts, { timeout: 20_000 }).toBe(1)

  process.kill(Number(program.pid), 'SIGKILL')

  await expect.poll(starts, { timeout: 20_000 }).toBe(2)
  expect(said).toEqual([expect.stringContaining('children ended (SIGKILL)')])

  await program.stop()
  expect(starts()).toBe(2)
  expect(said).toHaveLength(1)
})

test('given that all is being stopped, a process that ends before its turn is not started again', async () => {
  const file = path.join(folder, 'told-too.ts')
  writeFileSync(file, 'setInterval(() => {}, 1_000)')
  const said: string[] = []
  const isOver = () => true
  const program = new Supervised({ name: 'children', file, env: {}, say: (line) => said.push(line), isOver })
  const pid = Number(program.pid)

  process.kill(pid, 'SIGTERM')

  await expect.poll(() => isThere(pid), { timeout: 20_000 }).toBe(false)
  await new Promise(setImmediate)
  expect(said).toEqual([])
  expect(program.pid).toBe(pid)
  await program.stop()
})

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('given a system that will not begin a process, it is said and tried again, and the supervisor goes on', async () => {
  const { execPath } = process
  const said: string[] = []
  process.execPath = path.join(folder, 'nowhere')
  const program = new Supervised({ name: 'returns', file: 'none.ts', env: {}, say: (line) => said.push(line) })
  try {
    await expect.poll(() => said.length, { timeout: 20_000 }).toBeGreaterThan(1)
  } finally {
    process.execPath = execPath
    await program.stop()
  }

  expect(said[0]).toMatch(/^returns ended \(spawn .* ENOENT\); it is started again in 1 s\.$/)
})

/** Ends in order, slowly: x when it runs, T for each time that it is told to end, E when all is stopped. */
const slow = (toldAgain: boolean) => `
  import { appendFileSync } from 'node:fs'
  import { setTimeout as pause } from 'node:timers/promises'
  import { runProgram } from ${JSON.stringify(pathToFileURL(path.join(import.meta.dirname, 'program.ts')).href)}
  const say = (letter) => appendFileSync(process.env.TRACE, letter)
  process.on('SIGTERM', () => say('T'))
  ${toldAgain ? "process.once('SIGTERM', () => setTimeout(() => process.kill(process.pid, 'SIGTERM'), 1_200))" : ''}
  await runProgram(async ({ stops }) => {
    stops.add('what takes long', async () => { await pause(2_400); say('E') })
    setInterval(() => {}, 1_000)
    say('x')
  })`

test.each([
  ['its supervisor is gone', false, 'xTE'],
  ['it is told to end again and again, by no person', true, 'xTTE'],
])('given %s, a program that is slow to stop stops in order', async (_what, toldAgain, expected) => {
  const [trace, file, over, said] = ['slow-trace', 'slow.mjs', 'over.mjs', 'said'].map((name) =>
    path.join(folder, name),
  ) as [...[string, string, string, string]]
  writeFileSync(trace, '')
  writeFileSync(file, slow(toldAgain))
  const supervised = JSON.stringify(pathToFileURL(path.join(import.meta.dirname, 'supervised.ts')).href)
  writeFileSync(
    over,
    `import { Supervised } from ${supervised}
    new Supervised({ name: 'slow', file: ${JSON.stringify(file)}, env: {}, say: () => {} })
    setInterval(() => {}, 1_000)`,
  )
  const supervisor = spawn(process.execPath, [over], {
    env: { ...process.env, TRACE: trace },
    stdio: ['ignore', openSync(said, 'w'), 'ignore'],
  })
  const traced = () => readFileSync(trace, 'utf8')
  await expect.poll(traced, { timeout: 20_000 }).toBe('x')

  supervisor.kill('SIGKILL')

  await expect.poll(traced, { timeout: 20_000 }).toMatch(/E$/)
  expect(traced()).toBe(expected)
  expect(readFileSync(said, 'utf8')).toBe('') // That it stops is said by who stops it.
})

test('a service may finish the message that it is telling, before whoever supervises it or the whole loses patience', () => {
  expect(PATIENCE_WITH_SERVICES_IN_MS).toBeGreaterThan(LIMITS.totalInMs + 5_000)
})

test('given a process that does not stop, it is killed once the patience with it is over', async () => {
  const [trace, file] = ['stubborn-trace', 'stubborn.mjs'].map((name) => path.join(folder, name)) as [string, string]
  writeFileSync(trace, '')
  writeFileSync(
    file,
    `import { appendFileSync } from 'node:fs'
    process.on('SIGTERM', () => {})
    setInterval(() => {}, 1_000)
    appendFileSync(process.env.TRACE, 'x')`,
  )
  const program = new Supervised({ name: 'stubborn', file, env: { TRACE: trace }, say: () => {}, patienceInMs: 1 })
  await expect.poll(() => readFileSync(trace, 'utf8'), { timeout: 20_000 }).toBe('x')

  await program.stop()

  expect(() => process.kill(Number(program.pid), 0)).toThrow('ESRCH')
})
