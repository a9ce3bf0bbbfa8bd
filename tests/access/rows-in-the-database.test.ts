/**
 * What the database itself gives the login of which a service answers, whoever writes the SQL: the third layer, with the first two
 * left out. In somebody's name there are the rows that the actor may know of.
 */
import { ANSWERING, readerUrl } from '@vigia/db/roles'
import { type RowContext, signedContext } from '@vigia/db/row-context'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import { MATRIX } from '@vigia/law/access-matrix'
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
import { keyOf, underContext } from '../support/under-context.ts'
import { writeDown } from '../support/written-openings.ts'

const FORBIDDEN = '42501'
const CHIAPAS = rowContextOf(anActor('state-secretary'))
const EVERYBODY: RowContext = { rule: 'ALL', states: null, parties: [], opened: [], at: new Date().toISOString() }

/** Of each service tables of rows of children, of whom there are any, and whose acts they are: who oversees the other side has no row of them. */
const TABLES = [
  ['children', 'detection', CHILDREN, 'FEDERAL'],
  ['placements', 'child_ref', CHILDREN, null],
  ['placements', 'stay', LODGED_ONCE, 'FEDERAL'],
  ['placements', 'stay_ledger', LODGED_ONCE, 'FEDERAL'],
  ['representation', 'child_ref', CHILDREN, null],
  ['representation', 'protection_case', FILED, 'STATE'],
  ['returns', 'executed_return', CHILDREN, 'FEDERAL'],
  ['returns', 'return_standing', CHILDREN, 'FEDERAL'],
] as const

let world: ChildrenOfEachKind
let url: string
beforeAll(async () => {
  world = await openChildrenOfEachKind()
  url = readerUrl('children', world.database.url)
})
afterAll(() => world.stop())

/** By the login of the children service, where no other is named. */
const under = (context: string, sql: string, login = url) => underContext(login, context, sql)
const namesOf = (rows: unknown) => inOrder((rows as { id: string }[]).map(({ id }) => world.ids.get(id)))
const idOf = (name: Name) => [...world.ids].find(([, one]) => one === name)?.[0] ?? ''
const signed = (context: RowContext, now?: number) => signedContext(keyOf(url), context, now)

describe('whose rows', () => {
  test.each(Object.entries(SEEN))('%s: of the children service, those of %j alone', async (role, seen) => {
    const context = signed(rowContextOf(actorOf(role)))
    expect(namesOf(await under(context, 'select id from children.child'))).toEqual(inOrder(seen))
    const found = MATRIX[actorOf(role).role].oversees === 'STATE' ? [] : seen
    expect(namesOf(await under(context, 'select child_id as id from children.detection'))).toEqual(inOrder(found))
  })

  const NONE: Record<string, readonly Name[]> = { 'inm-officer': [], partner: [], public: [] }
  test.each(Object.entries({ ...SEEN, ...NONE }))('%s: of every service, those of %j alone', async (role, seen) => {
    const { oversees } = MATRIX[actorOf(role).role]
    for (const [service, table, known, side] of TABLES) {
      const login = readerUrl(service, world.database.url)
      const context = signedContext(keyOf(login), rowContextOf(actorOf(role)))
      const rows = await under(context, `select child_id as id from ${service}.${table}`, login)
      const isSeen = side === null || oversees === undefined || oversees === side
      const expected = isSeen ? known.filter((name) => seen.includes(name)) : []
      expect([table, namesOf(rows)]).toEqual([table, inOrder(expected)])
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

  test.each(ANSWERING)(
    '%s: a stay shows the child until the thirtieth day after it ended, and no longer',
    async (service) => {
      const login = readerUrl(service, world.database.url)
      const shownAfter = async (days: number) => {
        const of = rowContextOf(anActor('dif-officer'), new Date(Date.now() + days * 86_400_000))
        const sql = `select child_id as id from ${service}.act_here`
        return namesOf(await under(signedContext(keyOf(login), of), sql, login))
      }
      expect(await shownAfter(0.9)).toContain('left lately')
      expect(await shownAfter(1.1)).not.toContain('left lately')
    },
  )

  test('INM reads what it sent from the places made for it, and no fact', async () => {
    const context = signed(rowContextOf(anActor('inm-officer')))
    const ofVeracruz = signed(rowContextOf(anActor('inm-officer', { states: ['30'] })))

    expect(await under(context, 'select id from children.detection')).toEqual([])
    const sentOf = (state: string) =>
      `select id from children.detection_sent('${state}', null, null, null, null, false, null)`
    expect(await under(context, sentOf('07'))).toHaveLength(CHILDREN.length - 2)
    expect(await under(context, sentOf('30'))).toEqual([])
    expect(await under(ofVeracruz, sentOf('30'))).toHaveLength(2)
    expect(await under(ofVeracruz, sentOf('07'))).toEqual([])
    expect(await under(signed(EVERYBODY), sentOf('07'))).toEqual([])
  })

  test('a child that the actor has opened in an emergency is seen, and no other', async () => {
    const [id, other] = [idOf('of Veracruz'), idOf('notified')]
    const [opened, until] = [{ child: id, by: 'EMERGENCY', isOutside: true } as const, Date.now() + 60_000]
    const dif = anActor('dif-officer', { opened: [{ ...opened, until }] })
    await writeDown(world.database, dif, { ...dif, sub: 'yesterday', opened: [{ ...opened, until: Date.now() - 1 }] })
    const seenBy = async (context: RowContext) => namesOf(await under(signed(context), 'select id from children.child'))

    const own = ['lodged', 'left lately', 'passed through']
    expect(await seenBy(rowContextOf(dif))).toEqual([...own, 'of Veracruz'])
    for (const another of [{ sub: 'a colleague' }, { sub: 'yesterday' }, { states: ['07', '27'] }])
      expect(await seenBy(rowContextOf({ ...dif, ...another }))).toEqual(own)
    expect(await seenBy({ ...rowContextOf(dif), holder: undefined } as never)).toEqual(own)
    await writeDown(world.database, { ...dif, opened: [{ child: other, by: 'REASON', isOutside: false, until }] })
    expect(await seenBy({ ...rowContextOf(dif), opened: [other] })).toEqual(own)
    const holder = { subject: dif.sub, role: 'ppnna-officer', states: dif.states }
    expect(await seenBy({ ...rowContextOf(dif), holder })).toEqual(own)
  })
})

describe('what is of a state, and of no child', () => {
  const STATES = ['07', '30']
  const WHOLE = { 'federal-secretary': STATES, 'ombudsperson-federal': STATES, 'state-secretary': ['07'] }
  const TOLD: Record<string, string[]> = { ...WHOLE, 'ombudsperson-state': ['07'], 'ppnna-officer': ['07'] }
  const statesGiven = async (role: string, service: (typeof ANSWERING)[number], from: string) => {
    const login = readerUrl(service, world.database.url)
    const context = signedContext(keyOf(login), rowContextOf(actorOf(role)))
    const rows = await under(context, `select distinct state::text as state from ${service}.${from} order by 1`, login)
    return (rows as { state: string }[]).map(({ state }) => state)
  }

  test.each(ANSWERING)(
    '%s: rows that wait are given to whoever oversees what files bring, and to nobody else',
    async (service) => {
      for (const state of STATES)
        await world.database.query(
          `with file as (insert into ${service}.batch (feed, source, state, file_name, sha256, cutoff_on)
           values ('detections', 'PPNNA', $1, 'a file', $2, '2026-01-01') returning id)
         insert into ${service}.unmatched_row (batch_id, feed, line, raw, reason) select id, 'detections', 2, '{}', 'nobody is known' from file`,
          [state, `${service} ${state}`],
        )
      const from = `unmatched_row join ${service}.batch b on b.id = batch_id where b.state is not null`
      for (const role of Object.keys(MATRIX))
        expect([role, await statesGiven(role, service, from)]).toEqual([role, (WHOLE as typeof TOLD)[role] ?? []])
    },
  )

  test('what authorities answered and told of is given to those of the state who oversee, or answer for, its children', async () => {
    const told = { words: 'palabras de una autoridad', author: 'a person', role: 'ppnna-officer' }
    for (const state of STATES) {
      const values = [[state], told.words, told.author, told.role]
      await world.database.query(
        `insert into oversight.answer_by_number (id, number, states, words, author, author_role, at)
         values (gen_random_uuid(), 'N-1', $1, $2, $3, $4, now())`,
        values,
      )
      await world.database.query(
        `insert into oversight.breach_told (id, breach_id, entry, authority, happened_at, states, words, author, author_role, at)
         values (gen_random_uuid(), gen_random_uuid(), 'FOUND', 'INM', now(), $1, $2, $3, $4, now())`,
        values,
      )
    }
    for (const table of ['answer_by_number', 'breach_told'])
      for (const role of Object.keys(MATRIX))
        expect([role, await statesGiven(role, 'oversight', `${table}, unnest(states) state`)]).toEqual([
          role,
          TOLD[role] ?? [],
        ])
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
    expect(await under(signed(CHIAPAS), 'set role vigia_children')).toBe(FORBIDDEN)
  })
})
