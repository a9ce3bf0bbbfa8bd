/** What the READMEs show of asking and following is run as it stands, but for its address: who copies it is answered. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { hoursAgo, written } from '../support/clock.ts'
import { eventually } from '../support/eventually.ts'
import { type Running, runExample } from '../support/example.ts'
import { read } from '../support/source-files.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
const runs: Running[] = []
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process', isLive: true })
})
afterAll(async () => {
  for (const run of runs) run.kill()
  await world.stop()
})

/** Blocks of code that stand under a heading, of one language, the first first. */
function codeUnder(heading: string, { of, language }: { of: string; language: string }): string[] {
  const [, after = ''] = read(of).split(`\n## ${heading}\n`)
  const [part = ''] = after.split(/\n## /)
  return [...part.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].flatMap(([, its, code = '']) =>
    its === language ? code : [],
  )
}

/** At the address of this world, with a token in the environment. */
function run(command: readonly [string, ...string[]]): Running {
  const token = world.headers['authorization']?.replace('Bearer ', '')
  const there = command.map((part) => part.replaceAll('localhost:4000', new URL(world.url).host))
  const running = runExample(there as [string, ...string[]], { env: { TOKEN: token } })
  runs.push(running)
  return running
}

async function aChildIsHeld(): Promise<void> {
  const detection = aDetection()
  await world.takeIn('children/detections', [detection])
  await world.takeIn('placements/stays', [aStay(detection.ACTA, { INGRESO: written(hoursAgo(37)) })])
}

test('the stream that the gateway’s README shows of graphql-ws and of curl tells of a detention in Chiapas', async () => {
  const of = 'gateway/README.md'
  const [script = ''] = codeUnder('Streams', { of, language: 'js' })
  const [line = ''] = codeUnder('Streams', { of, language: '' })
  const followers = [
    run(['node', '--input-type=module', '-e', `const freshToken = async () => process.env.TOKEN\n${script}`]),
    run(['sh', '-c', line.replace('curl ', 'curl --silent ')]),
  ]
  const begun = `select count(*)::int as n from audit.entry where asked[1] like 'alertRaised begins %'`
  const following = async () => ({
    streams: (await world.database.query<{ n: number }>(begun))[0]?.n,
    complaints: followers.map((one) => one.complained()),
  })
  await eventually(following, ({ streams }) => streams === followers.length)

  await aChildIsHeld()

  const state = () => Promise.resolve(followers.map((one) => one.said() + one.complained()))
  const told = await eventually(state, (said) => said.every((text) => text.includes('HELD_WITHOUT_LEGAL_BASIS')))
  expect(told[0]).toMatch(/kind: 'HELD_WITHOUT_LEGAL_BASIS'[\s\S]*folio: 'NNA-/)
  expect(told[1]).toMatch(/"kind":"HELD_WITHOUT_LEGAL_BASIS","citation":"LM art. 112 I","state":\{"code":"07"\}/)
})

test('the questions that the README shows are answered without an error', async () => {
  await aChildIsHeld()
  await world.settle()
  const questions = codeUnder('Ask', { of: 'README.md', language: 'graphql' })
  expect(questions).toHaveLength(2)

  for (const question of questions) expect((await world.ask(question)).errors).toBeUndefined()
  const [line = ''] = codeUnder('Ask', { of: 'README.md', language: '' })
  // The command that gives a token is tried with the examples of partners.
  const asked = run(['sh', '-c', line.replace(/^TOKEN=.*$/m, '')])
  expect(await asked.ended).toBe(0)
  expect(JSON.parse(asked.said())).toMatchObject({ data: { nation: { detention: { heldNow: expect.any(Number) } } } })
})
