/** In whose name the database is asked: under a context that is signed for it, in one transaction, and in nobody's name no rows at all. */
import { type ChildrenDb, open } from '@vigia/db/children'
import { readerUrl } from '@vigia/db/roles'
import { contextKeyOf, type RowContext, signedContext } from '@vigia/db/row-context'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import type { Agreement } from '@vigia/law/agreements'
import type { AlertKind } from '@vigia/law/alert-kinds'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { AN_AGREEMENT } from '../support/an-agreement.ts'
import { anActor } from '../support/asking.ts'
import {
  actorOf,
  CHILDREN,
  type ChildrenOfEachKind,
  inOrder,
  type Name,
  openChildrenOfEachKind,
  SEEN,
} from '../support/children-of-each-kind.ts'
import { keyOf, underContext } from '../support/under-context.ts'

const NO_ACTOR = '28000'
const CHIAPAS = rowContextOf(anActor('state-secretary'))
const EVERYBODY: RowContext = { rule: 'ALL', states: null, parties: [], opened: [], at: new Date().toISOString() }

let world: ChildrenOfEachKind
let db: ChildrenDb
let url: string
beforeAll(async () => {
  world = await openChildrenOfEachKind()
  url = readerUrl('children', world.database.url)
  db = open(world.database.url)
})
afterAll(async () => {
  await db.close()
  await world.stop()
})

const under = (context: string, sql: string | string[]) => underContext(url, context, sql)
const namesOf = (rows: unknown) => inOrder((rows as { id: string }[]).map(({ id }) => world.ids.get(id)))
const signed = (context: RowContext, now?: number) => signedContext(keyOf(url), context, now)

test.each<[string, () => string]>([
  ['nobody', () => ''],
  ['who is nothing but words', () => 'a.b'],
  ['who has another key', () => signedContext({ ...keyOf(url), secret: contextKeyOf('').secret }, EVERYBODY)],
  ['whose key is unknown', () => signed(EVERYBODY).replace(/^[0-9a-f]/, 'z')],
  [
    'who was altered',
    () => {
      const [id = '', , code = ''] = signed(CHIAPAS).split('.')
      const wider = Buffer.from(JSON.stringify({ until: 9e9, ...EVERYBODY })).toString('base64')
      return [id, wider, code].join('.')
    },
  ],
  ['whose half minute is over', () => signed(EVERYBODY, Date.now() - 31_000)],
  ['of another service', () => signedContext(keyOf(readerUrl('returns', world.database.url)), EVERYBODY)],
])('%s: every row is refused', async (_who, context) => {
  expect(await under(context(), 'select id from children.child')).toBe(NO_ACTOR)
})

test('given its half minute is over within the transaction, every row is refused from then on', async () => {
  const signedAt = Date.now() - 24_000 // Some of it is left, however slow the machine.
  const context = signed(EVERYBODY, signedAt)
  const over = Math.floor(signedAt / 1_000) + 31
  const untilThen = `do $$ begin while clock_timestamp() < to_timestamp(${over}) loop perform pg_sleep(0.01); end loop; end $$`

  expect(namesOf(await under(context, 'select id from children.child'))).toEqual(CHILDREN)
  expect(await under(context, [untilThen, 'select id from children.child'])).toBe(NO_ACTOR)
})

test('given a transaction has an actor, nobody else enters it', async () => {
  const again = `select sec.enter('${signed(EVERYBODY)}')`

  expect(await under(signed(CHIAPAS), [again, 'select id from children.child'])).toBe(NO_ACTOR)
})

test('of an actor of no state, of no mandate, and of a rule that nobody knows, there are no rows', async () => {
  for (const context of [
    { ...CHIAPAS, states: [] },
    { ...CHIAPAS, rule: 'NONE' },
    { ...CHIAPAS, rule: 'some new rule' },
  ])
    expect(await under(signed(context), 'select id from children.child')).toEqual([])
  const ofTheState = "select id from children.child where state = '07'"
  expect(await under(signed({ ...CHIAPAS, rule: 'MANDATE' }), ofTheState)).toEqual([])
})

test('given a child was shown to the state, whoever sees by states sees it, and no officer who knows children by acts', async () => {
  const [shown = ''] = [...world.ids].find(([, name]) => name === 'of Veracruz') ?? []
  const seenBy = async (role: 'state-secretary' | 'ppnna-officer' | 'dif-officer', way = '') => {
    const planned = `select set_config('app.way', '${way}', true)`
    return namesOf(await under(signed(rowContextOf(anActor(role))), [planned, 'select id from children.child']))
  }
  await world.database.query("insert into children.child_sight (child_id, states, parties) values ($1, '{07}', '{}')", [
    shown,
  ])
  try {
    expect(await seenBy('state-secretary')).toContain('of Veracruz')
    for (const way of ['', 'SIGHT', 'ACTS'])
      for (const role of ['ppnna-officer', 'dif-officer'] as const)
        expect(await seenBy(role, way)).not.toContain('of Veracruz')
  } finally {
    await world.database.query('delete from children.child_sight where child_id = $1', [shown])
  }
})

test('whatever way a statement is said to be planned for, it finds nobody whom its actor may not know of', async () => {
  for (const role of Object.keys(SEEN) as (keyof typeof SEEN)[])
    for (const way of ['ALL', 'SIGHT', 'ACTS', 'SOME NEW WAY', ''])
      for (const [table, id] of [['child', 'id'] as const, ['detection', 'child_id as id'] as const]) {
        const planned = `select set_config('app.way', '${way}', true)`
        const found = await under(signed(rowContextOf(actorOf(role))), [
          planned,
          `select distinct ${id} from children.${table}`,
        ])
        expect({
          role,
          way,
          table,
          beyond: namesOf(found).filter((name) => !(SEEN[role] as readonly Name[]).includes(name)),
        }).toEqual({ role, way, table, beyond: [] })
      }
})

test('nothing of an actor stays on the connection, after an answer or a fault', async () => {
  for (const question of ['select id from children.child', 'select 1/0']) {
    const reading = db.withActor(EVERYBODY)
    await reading.run(() => db.rows.query(question)).catch(() => {})
    await reading.keep({ text: 'select 1' }) // What a rollback undoes would be undone in any case.
    reading.close()
  }
  await expect(db.rows.query('select id from children.child')).rejects.toMatchObject({ code: NO_ACTOR })
})

test('given many ask at once, by Prisma and by SQL, each is answered in its own name', async () => {
  const asked = Array.from({ length: 60 }, async (_, turn) => {
    const role = Object.keys(SEEN)[turn % Object.keys(SEEN).length] as keyof typeof SEEN
    const reading = db.withActor(rowContextOf(actorOf(role)))
    const [byPrisma, bySql] = await reading.run(() =>
      Promise.all([db.prisma.child.findMany({ select: { id: true } }), db.rows.query('select id from children.child')]),
    )
    reading.close()
    expect([namesOf(byPrisma), namesOf(bySql.rows)]).toEqual([inOrder(SEEN[role]), inOrder(SEEN[role])])
  })
  await Promise.all(asked)
})

test('given a statement fails, the next one of the same request is answered', async () => {
  const reading = db.withActor(CHIAPAS)
  const [failed, answered] = await reading.run(() =>
    Promise.all([
      db.rows.query('select 1/0').catch(({ code }: { code: string }) => code),
      db.rows.query('select id from children.child'),
    ]),
  )
  reading.close()

  expect(failed).toBe('22012')
  expect(namesOf(answered.rows)).toEqual(inOrder(SEEN['state-secretary']))
})

test.each([
  ['behind', -600_000],
  ['ahead', 600_000],
])(
  'given a machine whose clock is ten minutes %s that of the database, and is then put right, whoever may read does',
  async (_which, by) => {
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime(Date.now() + by)
    const there = open(world.database.url)
    const children = async () => {
      const reading = there.withActor(CHIAPAS)
      const { rows } = await reading.query('select id from children.child')
      reading.close()
      return namesOf(rows)
    }
    try {
      expect(await children()).toEqual(inOrder(SEEN['state-secretary']))
      vi.setSystemTime(Date.now() - by)
      expect(await children()).toEqual(inOrder(SEEN['state-secretary']))
    } finally {
      vi.useRealTimers()
      await there.close()
    }
  },
)

describe('a partner', () => {
  const [STATE, OTHER] = ['07', '30']
  const given = async (service: 'oversight' | 'placements', sql: string, states: string[], of: Partial<Agreement>) => {
    const login = readerUrl(service, world.database.url)
    const partner = anActor('partner', { states, agreement: { ...AN_AGREEMENT, ...of } })
    return underContext(login, signedContext(keyOf(login), rowContextOf(partner)), sql)
  }
  const NOTHING: Partial<Agreement>[] = [{ from: Date.now() + 3_600_000 }, { until: Date.now() }]

  test('is given the alerts of its states, of the kinds and in the term of its agreement', async () => {
    const sql = 'select id, state, kind from oversight.alert order by id'
    const all = await world.database.query<{ state: string; kind: AlertKind }>(sql)
    const of = (state: string) => all.filter((alert) => alert.state === state)
    const kinds = of(STATE)
      .map(({ kind }) => kind)
      .slice(0, 1)

    for (const state of [STATE, OTHER])
      expect(await given('oversight', sql, [state], { kinds: null })).toEqual(of(state))
    expect(await given('oversight', sql, [STATE], { kinds })).toEqual(
      of(STATE).filter(({ kind }) => kinds.includes(kind)),
    )
    expect(new Set(of(STATE).map(({ kind }) => kind)).size).toBeGreaterThan(1)
    for (const without of [...NOTHING, { data: ['overstays'] as const }])
      expect(await given('oversight', sql, [STATE], { kinds: null, ...without })).toEqual([])
  })

  test('is given whoever is held in its states, in the term of its agreement', async () => {
    const sql = 'select child_id as id from placements.overstay'
    const [lodged] = [...world.ids].find(([, name]) => name === 'lodged') ?? []

    expect(namesOf(await given('placements', sql, [STATE], {}))).toEqual(['lodged'])
    for (const without of [...NOTHING, { data: ['alerts'] as const }])
      expect(await given('placements', sql, [STATE], without)).toEqual([])
    expect(await given('placements', sql, [OTHER], {})).not.toContainEqual({ id: lodged })
  })
})
