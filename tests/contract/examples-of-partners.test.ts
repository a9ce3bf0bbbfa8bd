/** What partners are shown is run as it stands: the key that a start names, and each example, through a break of the network and the end of its tokens. */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lastWords } from '../../gateway/src/start/last-words.ts'
import { type HastyIssuer, hastyIssuer } from '../../gateway/src/testing/hasty-issuer.ts'
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
  step: string
  kind: string
  number: string
  severity: string
  citation: string
  childRef: string | null
  state: { code: string }
}

interface Example {
  command: readonly [string, ...string[]]
  /** After a break, or the end of its token, by itself; what does not is started again with the last cursor. */
  comesBack: boolean
  /** Where it writes what it is told, if not to its output. */
  file?: string
}

const kept = dataFolder()
const FILE = path.join(kept.path, 'alerts.txt')
const EXAMPLES: Readonly<Record<string, Example>> = {
  curl: { command: ['sh', 'gateway/examples/subscribe.sh'], comesBack: false },
  Python: { command: ['python3', 'gateway/examples/subscribe.py'], comesBack: true },
  JavaScript: { command: ['node', 'gateway/examples/subscribe.mjs'], comesBack: true },
  'a shell that follows for ever': {
    command: ['sh', 'gateway/examples/follow.sh', FILE],
    comesBack: true,
    file: FILE,
  },
}
const HELD = 'HELD_WITHOUT_LEGAL_BASIS'

let world: World
let network: Network
let issuer: HastyIssuer
let key = ''
const runs = new Map<string, Running[]>(Object.keys(EXAMPLES).map((name) => [name, []]))

beforeAll(async () => {
  world = await startWorld({ mode: 'in-process', isLive: true })
  network = await aNetworkTo(world.url)
  issuer = await hastyIssuer(world)
  key = await saidByCommand(commandNamedAtStart())
})
afterAll(async () => {
  for (const run of [...runs.values()].flat()) run.kill()
  network.stop()
  issuer.stop()
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
  const answer = await fetch(`${world.url}/issuer/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(key)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  const own = { authorization: `Bearer ${(await answer.json()).access_token}` }

  expect((await heldAlerts(own)).map(({ state }) => state.code)).toEqual(['07'])
  expect(JSON.stringify(await ask(own, '{ nation { detention { heldNow } } }'))).toContain('FORBIDDEN')
})

describe('through a break of the network, and tokens that end again and again', () => {
  beforeAll(async () => {
    // Given each of them has heard how far alerts are, and nothing else
    for (const name of runs.keys()) start(name)
    await eventually(async () => lastIdIn(saidBy('curl')), Boolean)
    await haveAskedForTokens(2)

    // When the network breaks while a child is held
    network.cut()
    await Promise.all(thoseToStartAgain().map((name) => runs.get(name)?.[0]?.ended))
    await aChildIsHeldIn('Chiapas')
    await aChildIsHeldIn('Veracruz')
    await eventually(
      () => heldAlerts(world.headers),
      ({ length }) => length === 4,
    )
    network.mend()
    for (const name of thoseToStartAgain()) start(name, lastIdIn(saidBy(name)))
    await everybodyWasToldOf(1)

    // And tokens go on to end
    await haveAskedForTokens(3)
    await aChildIsHeldIn('Chiapas')
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
    expect(new Set(told.map(({ id, step, severity }) => `${id} ${step} ${severity}`)).size).toBe(told.length)
    expect(new Set(told.map(({ state }) => state.code))).toEqual(new Set(['07']))
  })
})

/** Until their token is over; the first of curl is above. */
const IN_TEN_LINES = ['listen.mjs', 'listen.py']

test.each(IN_TEN_LINES)('%s has ten lines, and tells of the detentions since a cursor', async (file) => {
  const text = readFileSync(path.join(ROOT, 'gateway/examples', file), 'utf8')
  expect(text.split('\n').filter((line) => /^\s*[^\s#/]/.test(line)).length).toBeLessThanOrEqual(10)

  const [cursor = ''] = /(?<=^id: )\S+$/m.exec(saidBy('curl')) ?? []
  const env = { VIGIA: world.url, TOKENS: `${world.url}/issuer/token`, KEY: key, CURSOR: cursor }
  const run = runExample([file.endsWith('py') ? 'python3' : 'node', `gateway/examples/${file}`], { env })
  runs.set(file, [run])

  await eventually(
    async () => toldBy(file).filter(({ kind }) => kind === HELD).length,
    (count) => count === 2,
    30_000,
  ).catch((fault) => Promise.reject(new Error(`${fault}: ${run.complained()}`)))
})

/** From the last words of a start at this address. */
function commandNamedAtStart(): string {
  const address = new URL(world.url)
  const said = lastWords({
    host: address.hostname,
    port: Number(address.port),
    address,
    signIn: { issuer: null },
    isProduction: false,
    isSynthetic: true,
    live: true,
    took: 'a test',
  })
  return /KEY=\$\((.*)\)$/m.exec(said)?.[1] ?? `nothing named in: ${said}`
}

async function saidByCommand(command: string): Promise<string> {
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

/** Each that comes back by itself has been connected once less than it asked for a token. */
async function haveAskedForTokens(times: number): Promise<void> {
  const ofThemselves = [...runs.keys()].filter((name) => EXAMPLES[name]?.comesBack)
  for (const name of ofThemselves)
    await eventually(
      async () => issuer.given(name),
      (count) => count >= times,
      30_000,
    )
}

function start(name: string, cursor = ''): void {
  const { command, comesBack } = EXAMPLES[name] as Example // One of its keys.
  const own = comesBack
    ? { KEY: `${name}:secret`, TOKENS: issuer.url }
    : { KEY: key, TOKENS: `${world.url}/issuer/token` }
  const env = { VIGIA: network.url, CURSOR: cursor, ...own }
  runs.get(name)?.push(runExample(command, { env }))
}

const lastIdIn = (said: string): string => [...said.matchAll(/^id: (\S+)$/gm)].at(-1)?.[1] ?? ''

function saidBy(name: string): string {
  const file = EXAMPLES[name]?.file
  if (file) return existsSync(file) ? readFileSync(file, 'utf8') : ''
  return (runs.get(name) ?? []).map((run) => run.said()).join('\n')
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
