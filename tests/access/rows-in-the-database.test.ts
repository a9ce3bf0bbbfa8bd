/**
 * What the database itself gives the login of which a service answers, whoever writes the SQL: the third layer, with the first two
 * left out. In nobody's name there are no rows; in somebody's, those that the actor may know of.
 */
import { type ChildrenDb, open } from '@vigia/db/children'
import { ANSWERING, readerUrl } from '@vigia/db/roles'
import { contextKeyOf, type RowContext, signedContext } from '@vigia/db/row-context'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import {
  actorOf,
  CHILDREN,
  type ChildrenOfEachKind,
  FILED,
  inOrder,
  LODGED_ONCE,
  type Name,
  openChildrenOfEachKind,
  SEEN,
} from '../support/children-of-each-kind.ts'
import { writeDown } from '../support/written-openings.ts'

const [FORBIDDEN, NO_ACTOR] = ['42501', '28000']
const CHIAPAS = rowContextOf(anActor('state-secretary'))
const EVERYBODY: RowContext = { rule: 'ALL', states: null, parties: [], opened: [], at: new Date().toISOString() }

/** Of each service tables of rows of children, and of whom there are any. */
const TABLES = [
  ['children', 'detection', CHILDREN],
  ['placements', 'child_ref', CHILDREN],
  ['placements', 'stay', LODGED_ONCE],
  ['placements', 'stay_ledger', LODGED_ONCE],
  ['representation', 'child_ref', CHILDREN],
  ['representation', 'protection_case', FILED],
  ['returns', 'executed_return', CHILDREN],
  ['returns', 'return_standing', CHILDREN],
] as const

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

const keyOf = (address: string) => contextKeyOf(decodeURIComponent(new URL(address).password))

/** The rows, or the code of the refusal, under a context that is set as any SQL can set it. */
async function under(context: string, sql: string, login = url): Promise<pg.QueryResult['rows'] | string> {
  const client = new pg.Client({ connectionString: login })
  await client.connect()
  try {
    await client.query('begin')
    await client.query("select set_config('app.ctx', $1, true)", [context])
    return (await client.query(sql)).rows
  } catch (error) {
    return (error as { code?: string }).code ?? 'unknown'
  } finally {
    await client.end()
  }
}
const namesOf = (rows: unknown) => inOrder((rows as { id: string }[]).map(({ id }) => world.ids.get(id)))
const signed = (context: RowContext, now?: number) => signedContext(keyOf(url), context, now)

describe('in whose name', () => {
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
        Promise.all([
          db.prisma.child.findMany({ select: { id: true } }),
          db.rows.query('select id from children.child'),
        ]),
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
})

describe('whose rows', () => {
  test.each(Object.entries(SEEN))('%s: of the children service, those of %j alone', async (role, seen) => {
    const context = signed(rowContextOf(actorOf(role)))
    expect(namesOf(await under(context, 'select id from children.child'))).toEqual(inOrder(seen))
    expect(namesOf(await under(context, 'select child_id as id from children.detection'))).toEqual(inOrder(seen))
  })

  const NONE: Record<string, readonly Name[]> = { 'inm-officer': [], partner: [], public: [] }
  test.each(Object.entries({ ...SEEN, ...NONE }))('%s: of every service, those of %j alone', async (role, seen) => {
    for (const [service, table, known] of TABLES) {
      const login = readerUrl(service, world.database.url)
      const context = signedContext(keyOf(login), rowContextOf(actorOf(role)))
      const rows = await under(context, `select child_id as id from ${service}.${table}`, login)
      expect([table, namesOf(rows)]).toEqual([table, inOrder(known.filter((name) => seen.includes(name)))])
    }
  })

  test.each(['ppnna-officer', 'dif-officer', 'ombudsperson-state'] as const)(
    '%s: of the alerts of the state, those about its children, about places and the state',
    async (role) => {
      const login = readerUrl('oversight', world.database.url)
      const sql = 'select child_id as id, state from oversight.alert where child_id is not null'
      const own = await under(signedContext(keyOf(login), rowContextOf(anActor(role))), sql, login)
      const all = await world.database.query<{ id: string; state: string }>(sql)

      const ofState = all.filter(({ state }) => state === '07')
      expect(namesOf(own)).toEqual(namesOf(ofState).filter((name) => SEEN[role].includes(name)))
      expect(namesOf(ofState)).toContain('not notified')
    },
  )

  test('a stay that ended shows the child for 30 days, by the clock of who signed', async () => {
    const dif = (days: number) => signed(rowContextOf(anActor('dif-officer'), new Date(Date.now() + days * 86_400_000)))
    const seen = async (days: number) => namesOf(await under(dif(days), 'select id from children.child'))
    expect(await seen(-2)).toContain('left long ago')
    expect(await seen(0)).toEqual(['lodged', 'left lately', 'passed through'])
    expect(await seen(2)).toEqual(['lodged', 'passed through'])
    expect(await seen(11)).toEqual(['lodged'])
    const timeless = signed({ ...rowContextOf(anActor('dif-officer')), at: undefined } as never)
    expect(namesOf(await under(timeless, 'select id from children.child'))).toEqual(['lodged'])
  })

  test('INM reads what it sent from the places made for it, and no fact', async () => {
    const context = signed(rowContextOf(anActor('inm-officer')))
    const ofVeracruz = signed(rowContextOf(anActor('inm-officer', { states: ['30'] })))

    expect(await under(context, 'select id from children.detection')).toEqual([])
    expect(await under(context, 'select id from children.detection_sent')).toHaveLength(CHILDREN.length - 2)
    expect(await under(ofVeracruz, 'select id from children.detection_sent')).toHaveLength(2)
    expect(await under(signed(EVERYBODY), 'select id from children.detection_sent')).toEqual([])
  })

  test('a child that the actor has opened in an emergency is seen, and no other', async () => {
    const [id = ''] = [...world.ids].find(([, name]) => name === 'of Veracruz') ?? []
    const [opened, until] = [{ child: id, by: 'EMERGENCY', isOutside: true } as const, Date.now() + 60_000]
    const dif = anActor('dif-officer', { opened: [{ ...opened, until }] })
    await writeDown(world.database, dif, { ...dif, sub: 'yesterday', opened: [{ ...opened, until: Date.now() - 1 }] })
    const seenBy = async (context: RowContext) => namesOf(await under(signed(context), 'select id from children.child'))

    const own = ['lodged', 'left lately', 'passed through']
    expect(await seenBy(rowContextOf(dif))).toEqual([...own, 'of Veracruz'])
    for (const another of [{ sub: 'a colleague' }, { sub: 'yesterday' }, { states: ['07', '27'] }])
      expect(await seenBy(rowContextOf({ ...dif, ...another }))).toEqual(own)
    expect(await seenBy({ ...rowContextOf(dif), holder: undefined } as never)).toEqual(own)
  })
})

describe('every table', () => {
  test('that says of whom its rows are is guarded, or closed to the login that answers', async () => {
    const open_ = await world.database.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = any ($1) and c.relkind in ('r', 'p') and not c.relrowsecurity
         and (c.relname = 'child' or exists (select from pg_attribute a
           where a.attrelid = c.oid and a.attname in ('child_id', 'raw', 'former', 'payload')))
         and has_any_column_privilege('vigia_' || n.nspname || '_reader', c.oid, 'select')`,
      [ANSWERING],
    )

    expect(open_).toEqual([])
  })

  test('is only read by it, whatever it is', async () => {
    const written = await world.database.query(
      `select c.oid::regclass::text as name, r.rolname
       from pg_class c join pg_namespace n on n.oid = c.relnamespace, pg_roles r
       where n.nspname !~ '^(pg_|information_schema)' and r.rolname like 'vigia\\_%\\_reader' and c.relkind in ('r', 'p', 'v')
         and (has_any_column_privilege(r.oid, c.oid, 'insert, update, references')
           or has_table_privilege(r.oid, c.oid, 'delete, truncate, trigger'))`,
    )

    expect(written).toEqual([])
  })

  test('the login that answers stands above no policy and owns nothing', async () => {
    const roles = await world.database.query<{ rolname: string; above: boolean; owns: number }>(
      `select rolname, rolsuper or rolbypassrls or rolcreaterole as above,
         (select count(*)::int from pg_class c where c.relowner = r.oid) as owns
       from pg_roles r where rolname like 'vigia\\_%\\_reader' order by 1`,
    )

    expect(roles).toEqual(
      [...ANSWERING].sort().map((service) => ({ rolname: `vigia_${service}_reader`, above: false, owns: 0 })),
    )
    expect(await under('', 'set role vigia_children')).toBe(FORBIDDEN)
  })
})
