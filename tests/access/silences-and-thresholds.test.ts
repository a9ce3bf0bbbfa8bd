/**
 * What holds back notices and never alerts, from when on something is one, how fifty alerts are one notice, how INM answers what it may
 * not know of, and how an office chooses what is written to it.
 */
import { open } from '@vigia/db/oversight'
import { urlOfRole } from '@vigia/db/roles'
import { addDays } from '@vigia/law/local-dates'
import { instantOf, localDateOf } from '@vigia/law/mexican-time'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { silenceAlerts } from '../../services/oversight/src/actions/silence-alerts.ts'
import { entriesOf } from '../audit/reading-the-audit.ts'
import { type AlertWorld, faultIn, inHours, worldOfAlerts } from '../support/alerts.ts'
import { anActor } from '../support/asking.ts'

let world: AlertWorld
beforeAll(async () => {
  world = await worldOfAlerts()
})
afterAll(() => world.stop())

const [federal, secretary, ombuds] = [
  ...[anActor('federal-secretary'), anActor('state-secretary'), anActor('ombudsperson-federal')],
] as const
const REASON = 'Obra en el centro: todos lo saben hasta el viernes'
const today = localDateOf(new Date())

async function asked<Data>(actor: typeof federal, query: string): Promise<Data> {
  const { data, errors } = await world.graph.ask(actor, query)
  expect(errors).toBeUndefined()
  return data as Data
}

interface Silenced {
  alerts: { edges: { node: { severity: string; silencedUntil: string | null } }[] }
}
const silenced = async (actor: typeof federal) => {
  const query =
    '{ alerts(filter: { kind: [HELD_WITHOUT_LEGAL_BASIS], state: "07" }) { edges { node { severity silencedUntil } } } }'
  const { alerts } = await asked<Silenced>(actor, query)
  return Object.fromEntries(alerts.edges.map(({ node }) => [node.severity, node.silencedUntil]))
}
const silencing = (more: object = {}) => ({
  ...{ kind: '[HELD_WITHOUT_LEGAL_BASIS]', state: '07', reason: REASON, until: inHours(48), ...more },
})

test('a silence holds back notices of its own role, never of what is critical, and is seen by all who oversee', async () => {
  const until = inHours(48)
  const set = await world.act(secretary, 'silenceAlerts', silencing({ until }))

  expect(set.errors).toBeUndefined()
  expect(await silenced(secretary)).toEqual({ CRITICAL: null, RED: until.toISOString(), AMBER: until.toISOString() })
  expect(await silenced(ombuds)).toEqual({ CRITICAL: null, RED: null, AMBER: null })
  const list =
    '{ silences(filter: { isStanding: true }) { edges { node { id role reason by until endedAt state { code } } } } }'
  const { silences } = await asked<{ silences: { edges: { node: { id: string } }[] } }>(ombuds, list)
  expect(silences.edges.map(({ node }) => node)).toMatchObject([
    { role: 'state-secretary', reason: REASON, by: 'state-secretary of a test', state: { code: '07' } },
  ])
  expect((await entriesOf(world.database)).findLast(({ act }) => act === 'WRITE')).toMatchObject({
    act: 'WRITE',
    asked: ['silenceAlerts'],
    reason: REASON,
  })

  const id = silences.edges[0]?.node.id ?? ''
  expect(faultIn(await world.act(ombuds, 'endSilence', { id }))?.['code']).toBe('NOT_FOUND')
  expect((await world.act(secretary, 'endSilence', { id })).errors).toBeUndefined()
  expect(await silenced(secretary)).toEqual({ CRITICAL: null, RED: null, AMBER: null })
  expect(await asked(ombuds, list)).toEqual({ silences: { edges: [] } })
})

test('a silence that is sent again under its key is the one before, though its time is over by then', async () => {
  const db = open(urlOfRole(world.database.url, 'vigia_oversight'))
  const until = inHours(2)
  const wish = {
    kinds: ['LONG_STAY'],
    state: '07',
    facilityId: null,
    reason: REASON,
    until,
    key: 'sent twice',
  } as const
  const sentAt = (now: Date) => silenceAlerts({ db, actor: secretary, now, requestId: 'a test' }, wish)
  try {
    const first = await sentAt(new Date())

    expect(await sentAt(inHours(3))).toMatchObject({ id: first.id, until })
    await expect(
      silenceAlerts({ db, actor: secretary, now: inHours(3), requestId: 'a test' }, { ...wish, key: 'another key' }),
    ).rejects.toThrow('Say until when')
    await world.act(secretary, 'endSilence', { id: first.id })
  } finally {
    await db.close()
  }
})

test('given no reason, too long a time, another state or a duty of one’s own, nothing is silenced', async () => {
  const refused = [
    await world.act(secretary, 'silenceAlerts', silencing({ reason: 'porque sí' })),
    await world.act(secretary, 'silenceAlerts', silencing({ until: inHours(7 * 24 + 1) })),
    await world.act(secretary, 'silenceAlerts', silencing({ state: '30' })),
    await world.act(secretary, 'silenceAlerts', silencing({ state: '00' })),
    await world.act(ombuds, 'silenceAlerts', silencing({ kind: '[NO_DETERMINATION]' })), // a duty of a state
    await world.act(anActor('ppnna-officer'), 'silenceAlerts', silencing()),
  ]

  expect(refused.map((answer) => faultIn(answer)?.['code'])).toEqual([
    ...['BAD_USER_INPUT', 'BAD_USER_INPUT', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'],
  ])
  expect(await world.database.query('select from oversight.alert_silence where ended_at is null')).toEqual([])
})

interface Thresholds {
  alertThresholds: { severity: string; value: number; isBinding: boolean; changes?: { by: string }[] }[]
}
const thresholds = async (more = '', kind = 'HELD_WITHOUT_LEGAL_BASIS') => {
  const query = `{ alertThresholds(kind: ${kind}${more}) { severity value isBinding changes { by } } }`
  return (await asked<Thresholds>(federal, query)).alertThresholds
}
const setting = (more: object) => ({
  ...{
    kind: 'HELD_WITHOUT_LEGAL_BASIS',
    severity: 'AMBER',
    value: 5,
    state: '07',
    effectiveOn: today,
    reason: REASON,
    ...more,
  },
})

test('a default may be loosened for a state from a day on, and takes back nothing that was raised; a term of the law may not', async () => {
  const set = await world.act(federal, 'setAlertThreshold', setting({}))
  const later = await world.act(federal, 'setAlertThreshold', setting({ value: 9, effectiveOn: addDays(today, 3) }))
  const refused = [
    await world.act(federal, 'setAlertThreshold', setting({ severity: 'CRITICAL', value: 37 })),
    await world.act(federal, 'setAlertThreshold', setting({ effectiveOn: addDays(today, -1) })),
    await world.act(federal, 'setAlertThreshold', setting({ reason: 'sin motivo' })),
    await world.act(federal, 'setAlertThreshold', setting({ value: 25 })), // amber, after red
    await world.act(secretary, 'setAlertThreshold', setting({})),
  ]
  await world.judgedAt(new Date())
  await world.judgedAt(new Date())

  expect([set.errors, later.errors]).toEqual([undefined, undefined])
  expect(refused.map((answer) => faultIn(answer)?.['code'])).toEqual([
    ...['BAD_USER_INPUT', 'BAD_USER_INPUT', 'BAD_USER_INPUT', 'BAD_USER_INPUT', 'FORBIDDEN'],
  ])
  expect(await thresholds(', state: "07"')).toMatchObject([
    { severity: 'AMBER', value: 5, isBinding: false, changes: [{ by: 'federal-secretary of a test' }, {}] },
    { severity: 'RED', value: 24 },
    { severity: 'CRITICAL', value: 36, isBinding: true },
  ])
  expect((await thresholds()).map(({ value }) => value)).toEqual([3, 24, 36])
  // Held for four hours, and amber by the term that was in force then: what is set later takes nothing back.
  expect(await world.listed('{ kind: [HELD_WITHOUT_LEGAL_BASIS], severity: [AMBER], isOpen: true }')).toHaveLength(1)
  expect(await world.database.query('select due_at from oversight.threshold_wave')).toHaveLength(1)
})

test('of a backlog it is set by its number of how few nothing is said, beside from how much on it is red', async () => {
  const fewest = setting({ kind: 'BACKLOG_GROWS', severity: 'RED', step: 2 })
  const set = await world.act(federal, 'setAlertThreshold', fewest)
  const values = async (more = '') => (await thresholds(more, 'BACKLOG_GROWS')).map(({ value }) => value)

  expect([set.errors, await values()]).toEqual([undefined, [50, 100, 10, 7]])
  expect(await values(', state: "07"')).toEqual([50, 100, 5, 7])
})

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
  // The next that comes: what was raised just now is since the one before.
  const morning = instantOf(new Date() < instantOf(today, 7) ? today : addDays(today, 1), 7, 30)

  await world.judgedAt(morning)
  await world.judgedAt(new Date(morning.getTime() + 60_000))

  const digests = await world.database.query<{ recipient: string; body: string }>(
    "select recipient, body from oversight.mail where subject like '%resumen%' order by recipient",
  )
  expect(digests.map(({ recipient }) => recipient)).toEqual(['federal-secretary', 'state-secretary:30'])
  expect(digests[0]?.body).toMatch(/CHIAPAS[\s\S]*Desde el resumen anterior:\n {2}\d+ × Abierta/)
})
