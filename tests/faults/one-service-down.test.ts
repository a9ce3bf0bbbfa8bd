/** A service that is down takes nothing else with it: the rest is answered, its part is null, and the error says who is missing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { secretaryOfEveryState } from '../support/asking.ts'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { eventually } from '../support/eventually.ts'
import { signedIn } from '../support/signed-in.ts'
import { asker, startWorld, type World } from '../support/world.ts'

/** One field of each service, of Chiapas: also of the one that gives the states themselves. */
const PARTS = {
  placements: 'state(code: "07") { code placements: detention { heldNow } }',
  representation: 'state(code: "07") { code representation: casework { unprocessed } }',
  returns: 'state(code: "07") { code returns: returns(period: $period) { total } }',
  oversight: 'state(code: "07") { code oversight: funnel(period: $period) { detected } }',
  children: 'state(code: "07") { code name children: detection(period: $period) { events } }',
} as const

type Service = keyof typeof PARTS
const services = Object.keys(PARTS) as Service[]

/** Never two alike: an answer that is kept would hide a service that is down. */
let asked = 0
const period = () => ({ from: '2020-01-01', to: new Date(Date.UTC(2030, 0, 1 + asked++)).toISOString().slice(0, 10) })

const INTERNAL = /\bat \S+ \(|node_modules|ECONN|127\.0\.0\.1|\bselect\b|\.ts\b|stack|prisma|postgres/i

let world: World
beforeAll(async () => {
  world = await startWorld({ mode: 'over-http', isHurried: true })
  const detection = aDetection()
  await world.takeIn('children/detections', [detection])
  await world.takeIn('placements/stays', [aStay(detection.ACTA)])
  await world.takeIn('returns/executed-returns', [aReturn(aDetection().ACTA)])
  await world.takeIn('returns/executed-returns', [aReturn(detection.ACTA)])
  await world.settle()
})
afterAll(() => world.stop())

interface Answer {
  data: Record<string, unknown> & { state: Record<string, unknown> | null }
  errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[]
}

interface Asked {
  status: number
  text: string
  answer: Answer
}

/** A part of each service, in one question. */
async function ask(of: readonly Service[]): Promise<Asked> {
  const query = `query ($period: PeriodInput!) {
    ${of.map((service) => PARTS[service]).join(' ')}
    nation { returns(period: $period) { total } }
    publishedFigures(first: 1) { totalCount }
  }`
  const response = await world.post({ query, variables: { period: period() } })
  const text = await response.text()
  return { status: response.status, text, answer: JSON.parse(text) }
}

describe.each(services)('given %s is down', (down) => {
  beforeAll(() => world.stopService(down))
  afterAll(() => world.startService(down))

  test('the others answer, and its part is null', async () => {
    const others = [...services.filter((name) => name !== down), 'name']
    const partsIn = ({ answer: { data } }: Asked) => ({ ...data, ...data.state }) as Record<string, unknown>
    const isWhole = (asked: Asked) => others.every((service) => partsIn(asked)[service])

    // On a busy machine one of the others may be late too; it answers the next time.
    const asked = await eventually(() => ask(services), isWhole)

    expect(asked.status).toBe(200)
    expect(partsIn(asked)[down]).toBeNull()
  })

  test('the error names the service, and nothing internal leaves', async () => {
    const { text, answer } = await ask(services)

    expect(answer.errors?.map(({ extensions }) => [extensions.code, extensions.service])).toContainEqual([
      'SUBGRAPH_UNAVAILABLE',
      down,
    ])
    expect(text).not.toMatch(INTERNAL)
  })

  test('the error stands at the place that is null because of it', async () => {
    const { answer } = await ask(services)

    const error = answer.errors?.find(({ path }) => JSON.stringify(path) === JSON.stringify(['state', down]))
    expect(error?.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', service: down })
  })

  test('readiness says which part is missing', async () => {
    const response = await fetch(`${world.url}/health/ready`)

    // The rest can be answered, so the gateway is to be asked.
    expect(response.status).toBe(200)
    const { status, parts } = (await response.json()) as { status: string; parts: Record<string, string> }
    expect(status).toBe('degraded')
    expect(Object.keys(parts).filter((name) => parts[name] !== 'ready')).toEqual([down])
  })
})

interface AlertRow {
  kind: string
  state: { name: string } | null
  facility: { name: string } | null
  child: { folio: string } | null
}

/** Alerts of places, of children, and of neither, with what three services know of them. */
async function alertsNow() {
  const query = '{ alerts(first: 50) { edges { node { kind state { name } facility { name } child { folio } } } } }'
  const { headers } = await signedIn(world.database.url, secretaryOfEveryState())
  const answer = (await asker(world.url, headers)(query)) as Answer
  const { edges } = answer.data['alerts'] as { edges: { node: AlertRow }[] }
  const pathsOf = (service: string) =>
    (answer.errors ?? [])
      .filter(({ extensions }) => extensions['service'] === service)
      .map(({ path }) => path?.join('.'))
  return { rows: edges.map(({ node }) => node), pathsOf }
}

describe.each(['facility', 'child'] as const)('given who knows of each %s of an alert is down', (part) => {
  const down = part === 'facility' ? 'placements' : 'children'
  let before: AlertRow[]
  beforeAll(async () => {
    const known = await eventually(alertsNow, ({ rows }) => rows.some((row) => row[part] && row.state))
    before = known.rows
    await world.stopService(down)
  })
  afterAll(() => world.startService(down))

  test('an alert that has one is told from an alert that has none: the error stands there, and nowhere else', async () => {
    const { rows, pathsOf } = await eventually(alertsNow, ({ pathsOf: of }) => of(down).length > 0)

    expect(rows.map(({ kind }) => kind)).toEqual(before.map(({ kind }) => kind))
    expect(rows.map((row) => row[part])).toEqual(before.map(() => null))
    const lost = before.flatMap((row, index) => (row[part] ? [`alerts.edges.${index}.node.${part}`] : []))
    expect(pathsOf(down)).toEqual(lost)
    expect(before.some((row) => !row[part])).toBe(true)
  })

  test('its state is named', async () => {
    const { rows } = await alertsNow()

    expect(rows.map(({ state }) => state)).toEqual(before.map(({ state }) => state))
  })
})

describe('given oversight is down', () => {
  beforeAll(() => world.stopService('oversight'))
  afterAll(() => world.startService('oversight'))

  test('a child is told by the others, and its alerts are null: none that is known is not what is said', async () => {
    const query = '{ children(first: 1) { edges { node { folio custody { status } alerts { totalCount } } } } }'
    const answer = await eventually(
      async () => (await world.post({ query })).json() as Promise<Answer>,
      // Whoever was stopped before is asked again by then.
      ({ errors }) => errors?.length === 1 && errors[0]?.extensions?.['service'] === 'oversight',
    )

    expect(answer.data).toEqual({
      children: {
        edges: [{ node: { folio: expect.any(String), custody: { status: expect.any(String) }, alerts: null } }],
      },
    })
    expect(answer.errors).toMatchObject([
      {
        path: ['children', 'edges', 0, 'node', 'alerts'],
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'oversight' },
      },
    ])
  })
})

test('given all are up again, all is answered', async () => {
  const { answer } = await eventually(
    () => ask(services),
    (asked) => asked.answer.errors === undefined,
  )

  expect(answer.data).toMatchObject({ state: { placements: { heldNow: 1 }, children: { events: 1 } } })
})
