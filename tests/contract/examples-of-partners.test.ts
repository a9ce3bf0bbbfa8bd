/** What partners are shown is run as it stands: the key that a start names, and each example, through a break of the network. */
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lastWords } from '../../gateway/src/last-words.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { hoursAgo, written } from '../support/clock.ts'
import { eventually } from '../support/eventually.ts'
import { type Running, runExample } from '../support/example.ts'
import { aNetworkTo, type Network } from '../support/network.ts'
import { dataFolder } from '../support/program.ts'
import { ROOT } from '../support/source-files.ts'
import { startWorld, type World } from '../support/world.ts'

interface Told {
  cursor: string
  id: string
  kind: string
  number: string
  severity: string
  citation: string
  childRef: string | null
  state: { code: string }
}

interface Example {
  command: readonly [string, ...string[]]
  /** After a break, by itself; what does not is started again with the last cursor. */
  comesBack: boolean
  /** Where it writes what it is told, if not to its output. */
  file?: string
}

const PYTHON = ['python3', 'gateway/examples/subscribe.py'] as const
const kept = dataFolder()
const FILE = path.join(kept.path, 'alerts.jsonl')
const EXAMPLES: Readonly<Record<string, Example>> = {
  curl: { command: ['sh', 'gateway/examples/subscribe.sh'], comesBack: false },
  Python: { command: PYTHON, comesBack: false },
  JavaScript: { command: ['node', 'gateway/examples/subscribe.mjs'], comesBack: true },
  'a shell that follows for ever': {
    command: ['sh', 'gateway/examples/follow.sh', FILE, ...PYTHON],
    comesBack: true,
    file: FILE,
  },
}
const HELD = 'HELD_WITHOUT_LEGAL_BASIS'

let world: World
let network: Network
let token = ''
const runs = new Map<string, Running[]>(Object.keys(EXAMPLES).map((name) => [name, []]))

beforeAll(async () => {
  world = await startWorld({ mode: 'in-process', isLive: true })
  network = await aNetworkTo(world.url)
  token = await tokenBy(commandNamedAtStart())
})
afterAll(async () => {
  for (const run of [...runs.values()].flat()) run.kill()
  network.stop()
  kept.remove()
  await world.stop()
})

test('the command that a start names gives a key that reads the alerts of its states, and nothing else', async () => {
  await aChildIsHeldIn('Chiapas')
  await aChildIsHeldIn('Veracruz')
  await eventually(
    () => heldAlerts(world.headers),
    ({ length }) => length === 2,
  )
  const own = { authorization: `Bearer ${token}` }

  expect((await heldAlerts(own)).map(({ state }) => state.code)).toEqual(['07'])
  expect(JSON.stringify(await ask(own, '{ nation { detention { heldNow } } }'))).toContain('FORBIDDEN')
})

describe('through a break of the network', () => {
  beforeAll(async () => {
    start('curl', '')
    const first = await eventually(async () => /^id: (\S+)/m.exec(saidBy('curl'))?.[1] ?? '', Boolean)
    writeFileSync(FILE, `{"cursor":"${first}"}\n`)
    for (const name of runs.keys()) if (name !== 'curl') start(name, first)
    await aChildIsHeldIn('Chiapas')
    await everybodyWasToldOf(1)

    network.cut()
    await Promise.all(thoseToStartAgain().map((name) => runs.get(name)?.[0]?.ended))
    await aChildIsHeldIn('Chiapas')
    await aChildIsHeldIn('Veracruz')
    await eventually(
      () => heldAlerts(world.headers),
      ({ length }) => length === 5,
    )

    network.mend()
    for (const name of thoseToStartAgain()) start(name, toldBy(name).at(-1)?.cursor ?? '')
    await everybodyWasToldOf(2)
  })

  test.each(Object.keys(EXAMPLES))('%s tells of each detention in Chiapas once, and of no other state', (name) => {
    const told = toldBy(name)
    const held = told.filter(({ kind }) => kind === HELD)

    expect(held.map(({ number, severity, citation }) => [number, severity, citation])).toEqual([
      ['A02', 'CRITICAL', 'LM art. 112 I'],
      ['A02', 'CRITICAL', 'LM art. 112 I'],
    ])
    expect(new Set(held.map(({ childRef }) => childRef)).size).toBe(2)
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length)
    expect(new Set(told.map(({ state }) => state.code))).toEqual(new Set(['07']))
  })
})

/** From the last words of a start at this address. */
function commandNamedAtStart(): string {
  const address = new URL(world.url)
  const said = lastWords({
    host: address.hostname,
    port: Number(address.port),
    address,
    signIn: { issuer: null },
    isSynthetic: true,
    live: true,
    took: 'a test',
  })
  return /TOKEN=\$\((.*)\)$/m.exec(said)?.[1] ?? `nothing named in: ${said}`
}

async function tokenBy(command: string): Promise<string> {
  const env = { ...process.env, VIGIA_DATA: world.dataFolder }
  const { stdout } = await promisify(execFile)('sh', ['-c', command], { cwd: ROOT, env })
  return stdout.trim()
}

async function aChildIsHeldIn(state: 'Chiapas' | 'Veracruz'): Promise<void> {
  const detection = aDetection({ ENTIDAD: state })
  await world.takeIn('children/detections', [detection])
  await world.takeIn('placements/stays', [
    aStay(detection.ACTA, { ENTIDAD: state, 'NOMBRE DEL LUGAR': `CC ${state}`, INGRESO: written(hoursAgo(37)) }),
  ])
}

const thoseToStartAgain = () => [...runs.keys()].filter((name) => EXAMPLES[name]?.comesBack === false)

function start(name: string, cursor: string): void {
  const { command } = EXAMPLES[name] as Example // One of its keys.
  const env = { VIGIA: network.url, TOKEN: token, CURSOR: cursor, TOKEN_COMMAND: `echo ${token}` }
  runs.get(name)?.push(runExample(command, { env }))
}

function saidBy(name: string): string {
  const file = EXAMPLES[name]?.file
  return file ? readFileSync(file, 'utf8') : (runs.get(name) ?? []).map((run) => run.said()).join('\n')
}

/** Each prints an alert as JSON somewhere in a line, as it came or out of its envelope. */
function toldBy(name: string): Told[] {
  const lines = saidBy(name).match(/\{.*\}$/gm) ?? []
  return lines
    .map((line) => JSON.parse(line))
    .map((one) => one.data?.alertRaised ?? one)
    .filter(({ id }) => id)
}

async function everybodyWasToldOf(count: number): Promise<void> {
  const missing = async () =>
    [...runs.keys()]
      .filter((name) => toldBy(name).filter(({ kind }) => kind === HELD).length < count)
      .map((name) => ({ name, said: saidBy(name), complained: runs.get(name)?.map((run) => run.complained()) }))
  await eventually(missing, ({ length }) => length === 0, 30_000)
}

async function ask(headers: Record<string, string>, query: string) {
  const answer = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  })
  return answer.json()
}

async function heldAlerts(headers: Record<string, string>): Promise<{ state: { code: string } }[]> {
  const { data } = await ask(
    headers,
    `{ alerts(filter: { kind: [${HELD}] }) { edges { node { id state { code } } } } }`,
  )
  return data.alerts.edges.map(({ node }: { node: { state: { code: string } } }) => node)
}
