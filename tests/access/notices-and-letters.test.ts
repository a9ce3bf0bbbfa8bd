/** How fifty alerts are one notice, how INM answers what it may not know of, and how an office chooses what is written to it. */
import { addDays } from '@vigia/law/local-dates'
import { instantOf, localDateOf } from '@vigia/law/mexican-time'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { entriesOf } from '../audit/reading-the-audit.ts'
import { type AlertWorld, faultIn, worldOfAlerts } from '../support/alerts.ts'
import { anActor } from '../support/asking.ts'

let world: AlertWorld
beforeAll(async () => {
  world = await worldOfAlerts()
})
afterAll(() => world.stop())

const asked: AlertWorld['asked'] = (...wanted) => world.asked(...wanted)

const [federal, secretary, _ombuds] = [
  ...[anActor('federal-secretary'), anActor('state-secretary'), anActor('ombudsperson-federal')],
] as const
const today = localDateOf(new Date())

interface Groups {
  alertGroups: {
    edges: {
      cursor: string
      node: {
        key: string
        count: number
        severity: string
        critical: number
        alerts: { totalCount: number; edges: { node: { id: string } }[] }
      }
    }[]
    pageInfo: { hasNextPage: boolean }
  }
}
const GROUP =
  'key kind severity count critical acknowledged state { code } alerts(first: 10) { totalCount edges { node { id } } }'

test('alerts of one kind, place and day are one notice with all of them under it, and nobody is told of more than it may read', async () => {
  const of = async (actor: typeof federal, page = 'first: 100') =>
    (
      await asked<Groups>(
        actor,
        `{ alertGroups(${page}) { edges { cursor node { ${GROUP} } } pageInfo { hasNextPage } } }`,
      )
    ).alertGroups
  const all = await of(secretary)
  const first = await of(secretary, 'first: 1')
  const next = await of(secretary, `first: 100, after: "${first.edges[0]?.cursor}"`)
  const ofVeracruz = await of(anActor('state-secretary', { states: ['30'] }))
  const counted = all.edges.reduce((sum, { node }) => sum + node.count, 0)

  expect(counted).toBe((await world.listed('{ isOpen: true }')).length)
  expect(all.edges.every(({ node }) => node.alerts.totalCount === node.count)).toBe(true)
  expect(all.edges.find(({ node }) => 'kind' in node && node.kind === 'HELD_WITHOUT_LEGAL_BASIS')?.node).toMatchObject({
    ...{ severity: 'CRITICAL', count: 3, critical: 1, acknowledged: 0, state: { code: '07' } },
  })
  for (const { node } of all.edges) {
    const ids = node.alerts.edges.map((edge) => edge.node.id)
    expect((await world.listed(`{ togetherWith: "${ids.at(-1)}", isOpen: true }`)).map(({ id }) => id)).toEqual(ids)
  }
  const foreign = `{ alerts(filter: { togetherWith: "${all.edges[0]?.node.alerts.edges[0]?.node.id}" }) { totalCount } }`
  const refused = await world.graph.ask(anActor('state-secretary', { states: ['30'] }), foreign)
  expect(faultIn(refused)?.['code']).toBe('BAD_USER_INPUT')
  expect(first.pageInfo.hasNextPage).toBe(true)
  expect([...first.edges, ...next.edges].map(({ node }) => node.key)).toEqual(all.edges.map(({ node }) => node.key))
  expect(new Set(all.edges.map(({ node }) => node.key)).size).toBe(all.edges.length)
  expect(ofVeracruz.edges.length).toBeGreaterThan(0)
  expect(JSON.stringify(ofVeracruz)).not.toContain('"code":"07"')
})

test('INM answers by its own number, whether there is such a number or not, and who oversees its state reads that', async () => {
  const inm = anActor('inm-officer', { org: 'INM-07' })
  const answers = [
    await world.act(inm, 'answerByNumber', { number: 'inm/07/2026/0000001', text: 'Se entregó al DIF el mismo día' }),
    await world.act(inm, 'answerByNumber', { number: 'nada', text: 'Se entregó al DIF el mismo día' }),
  ]
  const list =
    '{ answersByNumber(filter: { number: "INM/07/2026/0000001" }) { edges { node { number text by office } } } }'
  const read = (states: string[]) => asked(anActor('state-secretary', { states }), list)

  expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined])
  expect(await read(['07'])).toMatchObject({
    answersByNumber: {
      edges: [{ node: { number: 'INM/07/2026/0000001', by: 'inm-officer of a test', office: 'INM-07' } }],
    },
  })
  expect(await read(['30'])).toEqual({ answersByNumber: { edges: [] } })
  const others = await world.act(anActor('dif-officer'), 'answerByNumber', { number: 'nada', text: 'Se hace mañana' })
  expect(faultIn(others)?.['code']).toBe('FORBIDDEN')
})

test('given INM sends an answer once more under its key, since it heard nothing back, it is told when the first was written down', async () => {
  const inm = anActor('inm-officer', { org: 'INM-07' })
  const answer = { number: 'inm/07/2026/0000002', text: 'Se entregó al DIF el mismo día', key: 'an answer of a test' }
  const told = [await world.act(inm, 'answerByNumber', answer), await world.act(inm, 'answerByNumber', answer)]
  const written = await asked<{ answersByNumber: { edges: { node: { at: string } }[] } }>(
    secretary,
    '{ answersByNumber(filter: { number: "INM/07/2026/0000002" }) { edges { node { at } } } }',
  )

  const [{ node } = { node: { at: '' } }, ...more] = written.answersByNumber.edges
  expect(more).toEqual([])
  expect(told.map(({ data }) => data)).toEqual(
    told.map(() => ({ answerByNumber: { number: 'INM/07/2026/0000002', at: node.at } })),
  )
})

test('an office chooses how it is written to, of its own states; it is written down who chose, and nobody else can', async () => {
  const terms = '{ letterTerms { state { code } severity rhythm by } }'
  const usual = { severity: 'CRITICAL', rhythm: 'AT_ONCE', by: null }
  const both = anActor('state-secretary', { states: ['07', '30'] })
  const before = await asked(both, terms)
  const wish = { state: 'MX-VER', severity: 'AMBER', rhythm: 'DAILY' }
  const made = await world.act(both, 'chooseLetters', { ...wish, key: 'letters of a test' })
  await world.act(both, 'chooseLetters', { ...wish, key: 'letters of a test' })
  const chosen = { state: { code: '30' }, severity: 'AMBER', rhythm: 'DAILY', by: 'state-secretary of a test' }

  expect(before).toEqual({ letterTerms: ['07', '30'].map((code) => ({ state: { code }, ...usual })) })
  expect(made.data).toEqual({ chooseLetters: { terms: [{ state: { code: '07' }, ...usual }, chosen] } })
  expect(await asked(secretary, terms)).toEqual({ letterTerms: [{ state: { code: '07' }, ...usual }] })
  expect(await asked(federal, terms)).toEqual({ letterTerms: [{ state: null, ...usual }] })
  const entries = (await entriesOf(world.database)).filter(({ asked: what }) => what.includes('chooseLetters'))
  expect(entries.filter(({ act }) => act === 'WRITE')).toMatchObject([{ reason: 'AMBER DAILY 30' }])
  for (const [actor, input, code] of [
    [secretary, wish, 'NOT_FOUND'],
    [secretary, { severity: 'RED', rhythm: 'DAILY' }, 'BAD_USER_INPUT'],
    [anActor('state-secretary', { kind: 'machine' }), { ...wish, state: '07' }, 'FORBIDDEN'],
    [anActor('inm-officer'), { ...wish, state: '07' }, 'FORBIDDEN'],
  ] as const)
    expect(faultIn(await world.act(actor, 'chooseLetters', input))?.['code']).toBe(code)
})

test('given a digest is due, whoever delivers writes it by a job, and once', async () => {
  await world.act(federal, 'chooseLetters', { state: '07', severity: 'RED', rhythm: 'DAILY' })
  // The next after what was raised here, which is since the hour of the one before: seven may have struck in between.
  const [raised] = await world.database.query<{ at: Date }>('select max(opened_at) as at from oversight.alert')
  const morning = instantOf((raised?.at ?? new Date()) < instantOf(today, 7) ? today : addDays(today, 1), 7)

  await world.judgedAt(morning)
  await world.judgedAt(new Date(morning.getTime() + 60_000))

  const digests = await world.database.query<{ recipient: string; body: string }>(
    "select recipient, body from oversight.mail where subject like '%resumen%' order by recipient",
  )
  expect(digests.map(({ recipient }) => recipient)).toEqual(['federal-secretary', 'state-secretary:30'])
  expect(digests[0]?.body).toMatch(/CHIAPAS[\s\S]*En las últimas 24 horas:\n {2}\d+ × Abierta/)
})
