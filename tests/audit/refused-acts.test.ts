/** What somebody wanted to do and was refused stands in the audit, of whom and by which act: also where no transaction of it was left. */
import { randomUUID } from 'node:crypto'
import { urlOfRole } from '@vigia/db/roles'
import { folioOf } from '@vigia/law/folios'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusalsIn } from '../../gateway/src/request/refusals.ts'
import { anActor } from '../support/asking.ts'
import { codeOf, emergency, NOBODY, type OpeningWorld, opening, signing, worldOfOpenings } from '../support/openings.ts'
import { entriesOf } from './reading-the-audit.ts'

const PPNNA = anActor('ppnna-officer')
const SECRETARY = anActor('state-secretary')
const WHY = 'Se suspende porque la oficina ya lo atiende hoy'

let world: OpeningWorld
beforeAll(async () => {
  world = await worldOfOpenings()
})
afterAll(() => world.stop())

/** What somebody asks, and what it leaves in the audit beside what others do. */
async function leaves(actor: typeof PPNNA, query: string) {
  const before = (await entriesOf(world.database)).length
  const answer = await world.ask(actor, query)
  const left = (await entriesOf(world.database)).slice(before)
  const mine = left.filter(({ subject }) => subject === actor.sub)
  const told = mine.map(({ service, act, asked, children, missed }) => ({ service, act, asked, children, missed }))
  return { code: codeOf(answer), data: answer.data, told }
}

const refused = (service: string, act: string, missed: string[] = []) => [
  { service, act: 'REFUSED', asked: [act], children: [], missed },
]

test('whoever would sign for an emergency of his own is written down, with the child whose it is', async () => {
  const used = await leaves(PPNNA, emergency(world.stranger))
  const { id } = (used.data as { emergencyAccess: { emergency: { id: string } } }).emergencyAccess.emergency

  const { code, told } = await leaves(PPNNA, signing(id))

  expect(code).toBe('FORBIDDEN')
  expect(told).toEqual(refused('children', 'signEmergencyAccess', [world.stranger]))
})

test('so is whoever would sign for one that there is not, or open a record by a program', async () => {
  const program = { ...SECRETARY, kind: 'machine' as const }

  expect((await leaves(PPNNA, signing(NOBODY))).told).toEqual(refused('children', 'signEmergencyAccess'))
  for (const named of [world.child, folioOf(world.child)])
    expect((await leaves(program, opening(named))).told).toEqual(refused('children', 'openRecord', [world.child]))
})

test('whoever opens what is not his is written down once', async () => {
  const { code, told } = await leaves(SECRETARY, opening(world.stranger))

  expect(code).toBe('NOT_FOUND')
  expect(told).toMatchObject([{ service: 'children', act: 'OPEN', missed: [world.stranger] }])
})

test('whoever would dismiss an alert about himself is written down with the child that it is about', async () => {
  const [alert] = await world.database.query<{ id: string; version: number }>(
    `insert into oversight.alert (id, kind, about, owner, subject, child_id, state, severity, since, reached_at, opened_at)
     values (gen_random_uuid(), 'CASE_NOT_PROCESSED', 'CHILD', $1::uuid::text, 'a case', $1::uuid, '07', 'RED', now(), now(), now()) returning id, version`,
    [world.child],
  )
  const until = new Date(Date.now() + 3_600_000).toISOString()
  const { id, version } = alert as { id: string; version: number }
  const one = `{ id: "${id}", version: ${version} }`
  const said = `reason: "${WHY}", until: "${until}"`
  const each = await leaves(
    PPNNA,
    `mutation { acknowledgeAlert(input: { id: "${id}", version: ${version}, ${said} }) { alert { id } } }`,
  )
  const together = await leaves(
    PPNNA,
    `mutation { acknowledgeAlerts(input: { alerts: [${one}], ${said} }) { refused { code } } }`,
  )

  expect(each).toMatchObject({ code: 'FORBIDDEN', told: refused('oversight', 'acknowledgeAlert', [world.child]) })
  expect(together.data).toEqual({ acknowledgeAlerts: { refused: [{ code: 'FORBIDDEN' }] } })
  expect(together.told).toEqual(expect.arrayContaining(refused('oversight', 'acknowledgeAlerts', [world.child])))
})

test('whoever would silence alerts of another state, or ends what is of others, is written down', async () => {
  const until = new Date(Date.now() + 3_600_000).toISOString()
  const silence = `kind: [NOT_REPRESENTED], state: "30", reason: "${WHY}", until: "${until}"`

  const { code, told } = await leaves(SECRETARY, `mutation { silenceAlerts(input: { ${silence} }) { silence { id } } }`)
  const ended = await leaves(SECRETARY, `mutation { endSilence(input: { id: "${NOBODY}" }) { silence { id } } }`)

  expect([code, ended.code]).toEqual(['FORBIDDEN', 'NOT_FOUND'])
  expect([told, ended.told]).toEqual([refused('oversight', 'silenceAlerts'), refused('oversight', 'endSilence')])
})

test.each([
  ['id', (id: string) => id],
  ['folio', folioOf],
])('whoever asks for the alerts of a child of others by its %s has asked for that child', async (_by, named) => {
  const { data, told } = await leaves(
    SECRETARY,
    `{ alerts(filter: { child: "${named(world.stranger)}" }) { totalCount } }`,
  )

  expect(data).toEqual({ alerts: { totalCount: 0 } })
  expect(told).toMatchObject([{ service: 'oversight', act: 'READ', asked: ['alerts'], missed: [world.stranger] }])
})

test('the ombudsperson is shown on the page of the child who was refused what', async () => {
  const cndh = anActor('ombudsperson-federal')
  await leaves(SECRETARY, opening(world.stranger))
  const used = await leaves(PPNNA, emergency(world.stranger))
  const { id } = (used.data as { emergencyAccess: { emergency: { id: string } } }).emergencyAccess.emergency
  await leaves(PPNNA, signing(id))
  await world.settled()

  const { data } = await world.ask(
    cndh,
    `{ child(id: "${world.stranger}") { accesses(first: 100) { edges { node { act subject asked isGiven } } } } }`,
  )

  const { edges } = (data as { child: { accesses: { edges: { node: unknown }[] } } }).child.accesses
  expect(edges.map(({ node }) => node)).toContainEqual({
    ...{ act: 'REFUSED', subject: PPNNA.sub, asked: ['signEmergencyAccess'], isGiven: false },
  })
})

test('whoever is refused a record that stands for nobody gives the alarm, as whoever is given it', async () => {
  // Given a record that stands for nobody, and the gateway, which refuses an officer of INM before any service is asked
  await world.database.query('insert into audit.honey (child_id) values ($1)', [world.secondStranger])
  const { tell, stop } = refusalsIn(urlOfRole(world.database.url, 'vigia_gateway'))
  const actor = anActor('inm-officer', { sub: 'inm-who-seeks' })

  // When he asks for it
  await tell({ actor, requestId: randomUUID(), reason: null }, ['child'], [world.secondStranger])

  // Then those who oversee are told
  const alarms = () =>
    world.database.query<{ kind: string; subject: string; child_id: string }>(
      "select kind, subject, child_id::text from audit.alarm where subject = 'inm-who-seeks'",
    )
  await expect
    .poll(alarms, { timeout: 10_000 })
    .toEqual([{ kind: 'HONEY', subject: 'inm-who-seeks', child_id: world.secondStranger }])
  await stop()
})
