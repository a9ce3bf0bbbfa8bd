/** A service that is down takes nothing else with it: the rest is answered, its part is null, and the error says who is missing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { startWorld, type World } from '../support/world.ts'

/** One field of each service: of Chiapas, or of the registry where the service owns the state itself. */
const PARTS = {
  placements: 'state(code: "07") { code placements: detention { heldNow } }',
  representation: 'state(code: "07") { code representation: casework { unprocessed } }',
  returns: 'state(code: "07") { code returns: returns(period: $period) { total } }',
  oversight: 'state(code: "07") { code oversight: funnel(period: $period) { detected } }',
  children: 'children: childrenIntake { unmatchedCount }',
} as const

type Service = keyof typeof PARTS
const services = Object.keys(PARTS) as Service[]

/** Never two alike: an answer that is kept would hide a service that is down. */
let asked = 0
const period = () => ({ from: '2020-01-01', to: new Date(Date.UTC(2030, 0, 1 + asked++)).toISOString().slice(0, 10) })

const INTERNAL = /\bat \S+ \(|node_modules|ECONN|127\.0\.0\.1|\bselect\b|\.ts\b|stack|prisma|postgres/i

let world: World
beforeAll(async () => {
  world = await startWorld({ mode: 'over-http' })
  const detection = aDetection()
  await world.takeIn('children/detections', [detection])
  await world.takeIn('placements/stays', [aStay(detection.ACTA)])
  await world.settle()
})
afterAll(() => world.stop())

interface Answer {
  data: Record<string, unknown> & { state: Record<string, unknown> | null }
  errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[]
}

/** Everything of the services but the one left out, which may own the state itself. */
async function ask(of: readonly Service[]): Promise<{ status: number; text: string; answer: Answer }> {
  const query = `query ($period: PeriodInput!) { ${of.map((service) => PARTS[service]).join(' ')} registry { version } }`
  const response = await world.post({ query, variables: { period: period() } })
  const text = await response.text()
  return { status: response.status, text, answer: JSON.parse(text) }
}

describe.each(services)('given %s is down', (down) => {
  const ofStates = services.filter((service) => service !== 'children')
  // Without the owner of the state no state can be answered; without oversight no registry.
  const asking = down === 'children' ? (['children'] as const) : ofStates

  beforeAll(() => world.stopService(down))
  afterAll(() => world.startService(down))

  test('the others answer, and its part is null', async () => {
    const { status, answer } = await ask(asking)

    expect(status).toBe(200)
    const parts = { ...answer.data, ...answer.data.state }
    expect(parts[down]).toBeNull()
    for (const service of asking.filter((name) => name !== down)) expect(parts[service]).not.toBeNull()
  })

  test('the error names the service, and nothing internal leaves', async () => {
    const { text, answer } = await ask(asking)

    expect(answer.errors?.map(({ extensions }) => [extensions.code, extensions.service])).toContainEqual([
      'SUBGRAPH_UNAVAILABLE',
      down,
    ])
    expect(text).not.toMatch(INTERNAL)
  })

  test('readiness says which part is missing', async () => {
    const response = await fetch(`${world.url}/health/ready`)

    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ parts: { [down]: 'unavailable' } })
  })
})

test('given all are up again, all is answered', async () => {
  const { answer } = await ask(services)

  expect(answer.errors).toBeUndefined()
  expect(answer.data).toMatchObject({ state: { placements: { heldNow: 1 } }, children: { unmatchedCount: 0 } })
})
