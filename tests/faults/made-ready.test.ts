/** A fresh clone is made ready: what builds it is installed, whatever NODE_ENV says and however the install before ended. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { ROOT } from '../support/source-files.ts'

const clone = mkdtempSync(path.join(tmpdir(), 'vigia-clone-'))
afterAll(() => rmSync(clone, { recursive: true }))
const at = (file: string) => path.join(clone, file)

beforeEach(() => {
  for (const file of ['.ready.mjs', '.install.mjs']) copyFileSync(path.join(ROOT, file), at(file))
  lacks({ 'node_modules/turbo': { version: '1.0.0', dev: true } })
  rmSync(at('asked'), { force: true })
})

const lacks = (packages: object) => writeFileSync(at('package-lock.json'), JSON.stringify({ packages }))

/** In the place of npm what writes down its process and how it was asked, and then does so. */
function npmThat(does: string): NodeJS.ProcessEnv {
  const asked = JSON.stringify(at('asked'))
  const writes = `require('node:fs').writeFileSync(${asked}, process.pid + ' ' + process.argv.slice(2).join(' '))`
  writeFileSync(at('npm.cjs'), `${writes}; ${does}`)
  return { ...process.env, NODE_ENV: 'production', npm_execpath: at('npm.cjs'), npm_node_execpath: process.execPath }
}
const FAILS = 'process.exit(9)'
const GOES_ON = 'setInterval(() => {}, 1_000)'

const started = (env: NodeJS.ProcessEnv) =>
  spawnSync(process.execPath, ['.ready.mjs', '--build', 'main.ts'], { cwd: clone, env, encoding: 'utf8' })

/** A start whose npm goes on, and which is no child's parent any more when the test ends. */
async function installing(): Promise<{ start: ChildProcess; npm: number; ended: Promise<unknown> }> {
  const start = spawn(process.execPath, ['.ready.mjs', '--build', 'main.ts'], { cwd: clone, env: npmThat(GOES_ON) })
  const ended = new Promise((resolve) => start.once('exit', (status, signal) => resolve(status ?? signal)))
  const text = async () => (existsSync(at('asked')) ? readFileSync(at('asked'), 'utf8') : '')
  const npm = Number.parseInt(await eventually(text, (asked) => asked.includes('ci ')), 10)
  onTestFinished(() => {
    start.kill('SIGKILL')
    if (isRunning(npm)) process.kill(npm, 'SIGKILL')
  })
  return { start, npm, ended }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('given a clone without packages and NODE_ENV=production, npm is asked for those that build it too', () => {
  const { status } = started(npmThat(FAILS))

  expect(status).toBe(9)
  expect(readFileSync(at('asked'), 'utf8')).toMatch(/^\d+ ci --include=dev /)
})

test('given Ctrl-C while it installs, npm has ended with it, and the next start installs', async () => {
  const { start, npm, ended } = await installing()

  start.kill('SIGINT')

  expect(await ended).toBe(130)
  expect(isRunning(npm)).toBe(false)
  expect(started(npmThat(FAILS)).status).toBe(9)
})

test('given an install that was killed, the next start installs; while npm goes on by itself, it says that it does', async () => {
  const { start, npm, ended } = await installing()
  start.kill('SIGKILL')
  await ended

  // Then npm is left, which nobody may run beside
  const beside = started(npmThat(FAILS))
  expect(beside.status).toBe(1)
  expect(beside.stderr).toContain(`Another install is running here, as process ${npm}.`)

  // And once it is gone too, a start recovers by itself
  process.kill(npm, 'SIGKILL')
  await eventually(
    async () => isRunning(npm),
    (runs) => !runs,
  )
  expect(started(npmThat(FAILS)).status).toBe(9)
})

test('given that what writes the generated files cannot be begun, it says so', () => {
  lacks({})

  const { status, stderr } = started({ PATH: path.dirname(process.execPath) })

  expect(status).toBe(1)
  expect(stderr.trim()).toBe('What is generated could not be written: spawnSync turbo ENOENT')
})

test.runIf(process.platform !== 'win32')(
  'given a user who may not write the program, it runs once its owner has made it ready, and before that says so',
  () => {
    const made = ['prisma/generated/client/client.ts', 'dashboard/dist/index.html'].map(at)
    lacks({})
    chmodSync(clone, 0o555)
    const other = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
    const run = () =>
      spawnSync(process.execPath, ['.ready.mjs', '--build', 'node', '--version'], {
        ...{ cwd: clone, encoding: 'utf8' as const, env: { ...process.env, HOME: tmpdir() } },
        ...other,
      })

    const before = run()
    chmodSync(clone, 0o755)
    for (const file of made) {
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, '')
    }
    chmodSync(clone, 0o555)
    const after = run()
    chmodSync(clone, 0o755)

    expect(before.stderr).toMatch(/is not made ready, and this user may not write there/)
    expect([before.status, after.status, after.stdout.trim()]).toEqual([1, 0, process.version])
  },
)
