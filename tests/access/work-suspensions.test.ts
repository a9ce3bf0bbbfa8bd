/** The federal secretary alone keeps the calendar of working days, at the gateway and behind it; it only grows, and whoever oversees reads it. */
import { ROLES } from '@vigia/law/access-matrix'
import { addDays } from '@vigia/law/local-dates'
import { calendarVersion } from '@vigia/law/working-days'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { entriesOf } from '../audit/reading-the-audit.ts'
import { anActor } from '../support/asking.ts'
import {
  AGREEMENT,
  type CalendarWorld,
  codeIn,
  LAST_WORKING_DAY,
  type Listed,
  RECORD,
  SUSPENDED,
  TODAY,
  WITHDRAW,
  worldOfCalendars,
} from '../support/work-suspensions.ts'

let world: CalendarWorld
beforeAll(async () => {
  world = await worldOfCalendars()
})
afterAll(() => world.stop())
beforeEach(() => world.restore())

const entries = () => world.database.query('select from oversight.work_suspension_told')

test('given the same is sent once more, it is recorded and withdrawn once; both are in the audit, with why', async () => {
  const input = { authority: 'COMAR', key: 'a suspension of a test' }
  const id = await world.suspend(input)

  expect(codeIn(await world.record(input))).toBe('CONFLICT')
  expect(await entries()).toHaveLength(1)
  expect((await world.withdraw(id)).errors).toBeUndefined()
  expect(codeIn(await world.withdraw(id))).toBe('CONFLICT')
  expect(await entries()).toHaveLength(2)
  const written = (await entriesOf(world.database)).filter(({ act, asked }) => act === 'WRITE' && asked.length > 0)
  expect(written.slice(-2)).toMatchObject([
    { asked: ['recordWorkSuspension'], reason: AGREEMENT },
    { asked: ['withdrawWorkSuspension'], reason: expect.stringContaining('sin efectos') },
  ])
  expect(
    await world.asked(`{ workSuspensions { edges { node { authority by withdrawnBy withdrawnReason } } } }`),
  ).toEqual({
    workSuspensions: {
      edges: [
        {
          node: {
            ...{ authority: 'COMAR', by: 'federal-secretary of a test', withdrawnBy: 'federal-secretary of a test' },
            withdrawnReason: expect.stringContaining('sin efectos'),
          },
        },
      ],
    },
  })
})

test.each([
  ['a state of a federal authority', { authority: 'COMAR', state: '07' }],
  ['no state of one of which each state has its own', { authority: 'PPNNA' }],
  ['days in the wrong order', { authority: 'INM', until: addDays(LAST_WORKING_DAY, -1) }],
  ['more days than any holidays have', { authority: 'INM', until: addDays(LAST_WORKING_DAY, 92) }],
  ['a publication of tomorrow', { authority: 'INM', publishedOn: addDays(TODAY, 1) }],
  ['another year', { authority: 'INM', from: '2006-11-25', until: '2006-11-25' }],
  ['no agreement', { authority: 'INM', agreement: 'un acuerdo' }],
])('given %s, nothing is recorded', async (_what, input) => {
  const before = await entries()

  expect(codeIn(await world.record(input))).toBe('BAD_USER_INPUT')
  expect(await entries()).toHaveLength(before.length)
})

test('nobody else keeps it, at the gateway and at the subgraph, and no program', async () => {
  const id = await world.suspend({ authority: 'PPNNA', state: '07' })
  const before = await entries()
  const input = { ...SUSPENDED, authority: 'INM' }
  const others = ROLES.filter((role) => role !== 'federal-secretary').map((role) => anActor(role))
  for (const actor of [...others, anActor('federal-secretary', { kind: 'machine' })]) {
    const refused = [
      await world.record(input, actor),
      await world.withdraw(id, actor),
      await world.graph.askService('oversight', actor, RECORD, { input }),
      await world.graph.askService('oversight', actor, WITHDRAW, { input: { id, reason: AGREEMENT } }),
    ]
    expect([actor.role, ...refused.map(codeIn)]).toEqual([actor.role, ...Array(4).fill('FORBIDDEN')])
  }
  expect(codeIn(await world.withdraw('00000000-0000-4000-8000-00000000000a'))).toBe('NOT_FOUND')
  expect(await entries()).toHaveLength(before.length)
  expect(await world.holding()).toEqual([id])
})

test('who is bound to a state keeps the calendar of its authorities alone', async () => {
  const ofChiapas = anActor('federal-secretary', { states: ['07'] })
  const [own, ofOthers, ofAll] = [
    await world.suspend({ authority: 'PPNNA', state: '07' }),
    await world.suspend({ authority: 'PPNNA', state: '30' }),
    await world.suspend({ authority: 'COMAR' }),
  ]
  for (const input of [{ authority: 'DIF', state: '30' }, { authority: 'INM' }])
    expect(codeIn(await world.record(input, ofChiapas))).toBe('FORBIDDEN')
  for (const id of [ofOthers, ofAll]) expect(codeIn(await world.withdraw(id, ofChiapas))).toBe('FORBIDDEN')

  expect((await world.record({ authority: 'DIF', state: '07' }, ofChiapas)).errors).toBeUndefined()
  expect((await world.withdraw(own, ofChiapas)).errors).toBeUndefined()
  expect(await world.holding()).toHaveLength(3)
})

test('whoever oversees reads those of every authority, and nobody else does', async () => {
  await world.suspend({ authority: 'PPNNA', state: '07' })
  const list = (filter: string) =>
    `{ workSuspensions(filter: { holds: true ${filter} }) { edges { node { authority } } } }`
  const told = { workSuspensions: { edges: [{ node: { authority: 'PPNNA' } }] } }
  const none = { workSuspensions: { edges: [] } }
  const ofVeracruz = anActor('state-secretary', { states: ['30'] })
  for (const actor of [ofVeracruz, anActor('ombudsperson-federal')])
    expect(await world.asked<Listed>(list(''), actor)).toEqual(told)
  for (const role of ['inm-officer', 'partner', 'public'] as const) {
    expect(codeIn(await world.graph.ask(anActor(role), list(''))), role).toBe('FORBIDDEN')
    expect(codeIn(await world.graph.askService('oversight', anActor(role), list(''))), role).toBe('FORBIDDEN')
  }
  const days = `period: { from: "${LAST_WORKING_DAY}", to: "${LAST_WORKING_DAY}" }`
  expect(await world.asked(list(`state: "07" authority: [PPNNA] ${days}`))).toEqual(told)
  expect(await world.asked(list('state: "30"'))).toEqual(none)
  expect(await world.asked(list('authority: [COMAR]'))).toEqual(none)
  expect(await world.asked(list(`period: { from: "${addDays(TODAY, 1)}", to: "${addDays(TODAY, 9)}" }`))).toEqual(none)
})

test('no login of a service alters what was told, and the version of the calendar counts it all', async () => {
  const id = await world.suspend({ authority: 'INM' })
  await world.withdraw(id)
  await world.settled()
  const may = await world.database.query<{ may: boolean }>(
    `select has_table_privilege('vigia_oversight', 'oversight.work_suspension_told', p) as may
     from unnest(array['insert', 'update', 'delete', 'truncate']) with ordinality o (p, i) order by i`,
  )
  const version = calendarVersion((await entries()).length)

  expect(may.map((one) => one.may)).toEqual([true, false, false, false])
  expect(version).toMatch(/\+([2-9]|\d\d+)$/)
  expect(await world.asked('{ workingCalendar }')).toEqual({ workingCalendar: version })
  expect(await world.asked('{ state(code: "07") { casework { calendar } } }')).toEqual({
    state: { casework: { calendar: version } },
  })
})
