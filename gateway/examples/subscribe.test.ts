/** Examples that follow for ever lose nothing while they stand still, as with their machine, and do not wait for ever for whoever says nothing. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Actor, PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually } from '../../tests/support/eventually.ts'
import { type Running, runExample } from '../../tests/support/example.ts'
import { aNetworkTo, type Network } from '../../tests/support/network.ts'
import { Refused } from '../src/request/refused.ts'
import { type HandFeed, handFeed } from '../src/testing/alerts-by-hand.ts'
import { bySocket } from '../src/testing/for-ever.ts'
import { startWorld, type World } from '../src/testing/two-services.ts'

/** Its 45 seconds are one here, and at a signal it stands still until a file is there and they are over. */
const PRELOAD = `
import { existsSync } from 'node:fs'
const after = globalThis.setTimeout
globalThis.setTimeout = (what, ms, ...more) => after(what, ms === 45_000 ? 1_000 : ms, ...more)
process.on('SIGUSR2', () => {
  console.error('stands still')
  const [since, a] = [Date.now(), new Int32Array(new SharedArrayBuffer(4))]
  while (!existsSync(process.env.GO) || Date.now() - since < 1_100) Atomics.wait(a, 0, 0, 20)
})`

const JAVASCRIPT = [
  'node',
  '--import',
  `data:text/javascript,${encodeURIComponent(PRELOAD)}`,
  'gateway/examples/subscribe.mjs',
] as const

/** While it is made ready it gives no token, and nobody is let in without one. */
let isMadeReady = false
let asked = 0
const issuer = createServer((_request, answer) => {
  asked += 1
  if (isMadeReady) answer.writeHead(503).end('{"status":"starting"}')
  else answer.end('{"access_token":"a token"}')
})
function whoAsks(): Actor {
  if (isMadeReady) throw new Refused(401, 'UNAUTHENTICATED', 'This token does not hold.')
  return PSEUDONYMOUS_FEDERAL_SECRETARY
}

let folder: string
let world: World
let feed: HandFeed
let network: Network
let run: Running | undefined
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'vigia-example-'))
  feed = handFeed()
  world = await startWorld({ feed, heartbeatInMs: 150, actor: whoAsks })
  network = await aNetworkTo(world.url)
  await new Promise<void>((go) => issuer.listen(0, '127.0.0.1', go))
})
afterEach(async () => {
  run?.kill()
  network.stop()
  issuer.close()
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})

function start(command: readonly [string, ...string[]] = JAVASCRIPT, more: NodeJS.ProcessEnv = {}): Running {
  const tokens = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`
  const env = { VIGIA: network.url, TOKENS: tokens, KEY: 'a:key', GO: path.join(folder, 'go'), ...more }
  run = runExample(command, { env })
  return run
}
const isSaid = (text: () => string, what: string) =>
  eventually(
    async () => text(),
    (said) => said.includes(what),
    20_000,
  )

/** Something happens once it follows, as often as it takes. */
async function isToldAtFirst({ said, complained }: Running): Promise<void> {
  await eventually(
    async () => {
      feed.happens()
      return said() + complained()
    },
    () => said() !== '',
    20_000,
  )
}

test('given it stood still while alerts came, and heartbeats after them, it is told of them when it goes on', async () => {
  const following = start()
  await isToldAtFirst(following)
  following.signal('SIGUSR2')
  await isSaid(following.complained, 'stands still')

  const other = bySocket(world.url, async () => ({}))
  await eventually(
    async () => other.connections(),
    (count) => count > 0,
  )
  const missed = [feed.happens(), feed.happens()]
  await eventually(
    async () => other.seqs,
    (seqs) => missed.every((seq) => seqs.includes(seq)),
  )
  const beats = other.connections()
  await eventually(
    async () => other.connections(),
    (count) => count > beats + 2,
  )
  other.close()
  writeFileSync(path.join(folder, 'go'), '')

  for (const seq of missed) await isSaid(following.said, `"id":"alert-${seq}"`)
})

test('given nobody answers it when it begins, it asks again, and is told once somebody does', async () => {
  network.lose()
  const following = start()
  await eventually(
    async () => network.asked(),
    (count) => count > 1,
    20_000,
  )
  network.mend()

  await isToldAtFirst(following)
})

test.each([
  ['JavaScript', JAVASCRIPT],
  ['Python', ['python3', 'gateway/examples/subscribe.py']],
] as const)('given the issuer is made ready when a token is wanted, %s asks again', async (_language, command) => {
  isMadeReady = true
  const before = asked
  const following = start(command)
  await eventually(
    async () => asked,
    (count) => count > before + 1,
    20_000,
  )
  isMadeReady = false

  await isToldAtFirst(following)
})

/** As curl, for which 45 seconds are one. */
const CURL = `#!/bin/sh
for given; do
  shift
  [ "$given" = 45 ] && given=1
  set -- "$@" "$given"
done
PATH=\${PATH#*:} exec curl "$@"
`

test('given a connection that is lost without a word, the shell comes back too', async () => {
  const file = path.join(folder, 'alerts.txt')
  writeFileSync(path.join(folder, 'curl'), CURL, { mode: 0o755 })
  const following = start(['sh', 'gateway/examples/follow.sh', file], { PATH: `${folder}:${process.env['PATH']}` })
  const told = () => (existsSync(file) ? readFileSync(file, 'utf8').replaceAll(/^(?!data: ).*$/gm, '') : '').trim()
  await isToldAtFirst({ ...following, said: told })

  network.lose()
  const missed = feed.happens()
  network.mend()

  await isSaid(told, `"id":"alert-${missed}"`)
})

test.each([
  ['no file', []],
  ['a file that cannot be made', ['/nowhere/alerts.txt']],
])(
  'given %s to keep them in, curl that follows for ever ends and says so, and is not followed in vain',
  async (_what, args: readonly string[]) => {
    const following = runExample(['sh', 'gateway/examples/follow.sh', ...args])
    run = following

    expect(await following.ended).not.toBe(0)
    expect(following.complained()).toMatch(/alerts\.txt/)
  },
)
