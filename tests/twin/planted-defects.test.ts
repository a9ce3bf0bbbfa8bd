/**
 * What the synthetic twin plants in its files is what the registry finds once they are in: the answer key, name by name; one of them a year
 * late, which changes the past days of which it tells, and no other.
 */
import path from 'node:path'
import { looseKey } from '@vigia/law/code-list'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { boardOf } from '../support/board.ts'
import { localDay } from '../support/clock.ts'
import { opened } from '../support/opened.ts'
import { scratchDatabase } from '../support/scratch-database.ts'
import { type TwinFiles, writeTwinFiles } from '../support/twin-files.ts'
import { startWorld, type World } from '../support/world.ts'
import { expectOnTheirDays, type Late, lateIn, takeInLate } from './a-year-late.ts'
import { againstTheLaw, DENIALS, hasAll, RETURNS, STANDINGS, TOLD } from './told-by-some.ts'

/** Enough for some of every defect, with one seed or another. */
const SCALE = 0.02
const TODAY = new Date()

let twin: TwinFiles
let world: World
let late: Late

beforeAll(async () => {
  twin = await writeTwinFiles(SCALE, localDay(TODAY), (answers) => hasAll(answers) && lateIn(answers).length > 0)
  const database = await scratchDatabase()
  const taken = await takeInLate(twin, database, () => startWorld({ mode: 'in-process', database }))
  world = taken.world
  late = taken.late
}, 240_000)

afterAll(async () => {
  await world.stop()
  await twin.remove()
})

/** Names are sealed: here they are opened as who holds the keys does. */
async function namesOf(which: string, actas: readonly string[]) {
  const sql = `select d.acta, d.child_id as subject, n.sealed from children.detection d join ${which} where d.acta = any ($1)`
  const rows = await world.database.query<{ acta: string; subject: string; sealed: string }>(sql, [actas])
  const names = await opened(world.database, 'children.person_name', rows)
  return rows.map(({ acta }, at) => ({ acta, name: names[at] }))
}

/** One column of an answer of the database, sorted. */
async function listOf(sql: string, values: readonly unknown[] = []): Promise<string[]> {
  const rows = await world.database.query<{ it: string }>(sql, values)
  return rows.map(({ it }) => it).sort()
}

const sorted = (list: readonly string[]) => [...list].sort()

test('determinations of 2024 that arrive with the file of 2025 count on the days on which they were made', () => {
  expectOnTheirDays(twin.answers, late)
})

test('referral centres that stand in no list come to light as sighted, each with its children', async () => {
  const { data } = await world.ask<{
    facilities: { edges: { node: { name: string; registryStatus: string; state: { code: string } } }[] }
  }>(`{ facilities(first: 100, filter: { type: [CCAN], lifecycle: [SIGHTED] }) {
    edges { node { name registryStatus state { code } } } } }`)
  const found = (data?.facilities.edges ?? []).map(({ node }) => node)
  const children = await world.database.query<{ name: string; children: number; first: string }>(
    `select f.name, count(distinct s.child_id)::int as children, min(outbox.mx_date(s.entered_at))::text as first
     from placements.facility f join placements.stay s on s.facility_id = f.id
     where f.type = 'CCAN' and f.lifecycle = 'SIGHTED' group by f.id`,
  )

  const key = twin.answers.planted.unlistedReferralCentres
  expect(key.length).toBeGreaterThan(15)
  expect(sorted(found.map(({ name, state }) => `${state.code} ${looseKey(name)}`))).toEqual(
    sorted(key.map(({ name, state }) => `${state} ${looseKey(name)}`)),
  )
  expect(new Set(found.map(({ registryStatus }) => registryStatus))).toEqual(new Set(['UNKNOWN']))
  expect(sorted(children.map((row) => `${looseKey(row.name)} ${row.first} ${row.children}`))).toEqual(
    sorted(key.map((row) => `${looseKey(row.name)} ${row.firstEntry} ${row.children}`)),
  )
})

test('offices that fell silent are seen to be late or silent since their last file, and no other office is', async () => {
  interface Reporting {
    states: { code: string; reporting: { feed: string; status: string; lastCutoff: string | null }[] }[]
  }
  const { data } = await world.ask<Reporting>('{ states { code reporting { feed status lastCutoff } } }')
  const offices = (data?.states ?? []).map(({ code, reporting }) => ({
    state: code,
    ...reporting.find(({ feed }) => feed === 'representation/protection-cases'),
  }))
  const behind = offices.filter(({ status }) => status !== 'ON_TIME')

  expect(behind.map(({ state, lastCutoff }) => ({ state, cutoff: lastCutoff }))).toEqual(
    twin.answers.planted.silentOffices
      .map(({ state, cutoff }) => ({ state, cutoff }))
      .sort((a, b) => a.state.localeCompare(b.state)),
  )
  expect(behind.find(({ state }) => state === '06')?.status).toBe('SILENT')
})

test.each(STANDINGS)('the returns that stand as %s are those of the key', async (standing) => {
  const found = await listOf(
    `select r.folio as it from returns.return_standing s join returns.executed_return r on r.id = s.return_id
       where s.standing = $1 and r.return_type in ('ASSISTED_RETURN', 'DEPORTATION', 'BORDER_REJECTION')`,
    [standing],
  )

  expect(found.length).toBeGreaterThan(5)
  expect(found).toEqual(sorted(twin.answers.planted.returnsByStanding[standing] ?? []))
})

test.each(RETURNS)('%s', async (_what, sql, planted) => {
  const found = await listOf(sql)

  expect(found.length).toBeGreaterThan(0)
  expect(found).toEqual(sorted(planted(twin.answers.planted) ?? []))
})

test('an acta that comes twice is one detection, and a surname that comes later leaves the former version behind', async () => {
  const { inOneFile, inALaterFile, correctedLater } = twin.answers.planted.sameActaTwice
  const [{ detections, children } = { detections: 0, children: 0 }] = await world.database.query<{
    detections: number
    children: number
  }>(
    'select (select count(*) from children.detection)::int as detections, (select count(*) from children.child)::int as children',
  )
  const twice = [...inOneFile, ...inALaterFile, ...correctedLater]
  const once = await listOf('select acta as it from children.detection where acta = any($1)', [twice])
  const names = await namesOf('children.person_name n using (child_id)', correctedLater)
  const versions = `(select *, former ->> 'sealed' as sealed from children.former_version) n`
  const former = await namesOf(`${versions} on n.entity_id = d.child_id and n.entity = 'person_name'`, correctedLater)
  const named = names.filter(({ name }) => name?.['second_surname'] !== undefined).map(({ acta }) => acta)
  const formerly = former.filter(({ name }) => name && !name['second_surname']).map(({ acta }) => acta)

  expect(Math.min(inOneFile.length, inALaterFile.length, correctedLater.length)).toBeGreaterThan(2)
  expect(once).toEqual(sorted(twice))
  expect({ detections, children }).toEqual({ detections: twin.answers.events.total, children: twin.answers.persons })
  expect(sorted(named)).toEqual(sorted(correctedLater))
  expect(sorted(formerly)).toEqual(sorted(correctedLater))
})

test('a child found in two states under one number is one child', async () => {
  const key = twin.answers.planted.oneChildInTwoStates
  const rows = await world.database.query<{ acta: string; child: string; nue: string }>(
    `select d.acta, d.child_id as child, i.value as nue from children.detection d
     join children.identifier i on i.child_id = d.child_id and i.type = 'NUE' where d.acta = any($1)`,
    [key.flatMap(({ actas }) => actas)],
  )
  const childOf = new Map(rows.map(({ acta, child, nue }) => [`${acta} ${nue}`, child]))

  expect(key.length).toBeGreaterThan(100)
  for (const { nue, actas } of key) {
    const [one, other] = actas.map((acta) => childOf.get(`${acta} ${nue}`))
    expect(one).toBeDefined()
    expect(other).toBe(one)
  }
})

test('rows about children whom nobody sent are kept apart, each of them', async () => {
  const { stays, cases, returns } = twin.answers.planted.unjoinable
  const waiting = (service: string, column: string) =>
    listOf(`select raw ->> $1 as it from ${service}.unmatched_row where matched_at is null`, [column])

  expect(await waiting('placements', 'acta')).toEqual(sorted(stays))
  expect(await waiting('representation', 'folio')).toEqual(sorted(cases))
  expect(await waiting('returns', 'folio')).toEqual(sorted(returns))
  expect(stays.length + cases.length + returns.length).toBeGreaterThan(3)
})

test('what fuller files tell of steps, measures, visits, places and complaints is in, name by name', async () => {
  const { told } = twin.answers
  for (const [name, sql] of Object.entries(TOLD)) {
    expect(told[name]?.length, name).toBeGreaterThan(3)
    expect(await listOf(sql), name).toEqual(sorted(told[name] ?? []))
  }
  expect(await listOf(DENIALS)).toEqual(sorted(told.denials ?? []))
  const relatives = await listOf(
    `select distinct d.acta as it from children.relative r join children.detection d using (child_id) where d.acta = any($1)`,
    [told.relatives],
  )
  expect(relatives).toEqual(sorted(told.relatives ?? []))
})

test('what only some files tell is against the law where the key says so, name by name', async () => {
  for (const [planted, sql] of againstTheLaw(twin.answers.planted)) {
    expect(planted.length, sql).toBeGreaterThan(0)
    expect(await listOf(sql), sql).toEqual(sorted(planted))
  }
})

test('the board says what the key says, state by state', async () => {
  const year = localDay(TODAY).slice(0, 4)
  const { states, nation } = await boardOf(world, { period: { from: `${year}-01-01`, to: `${year}-12-31` } })

  for (const { code, detention, casework, returns } of [...states, nation]) {
    const key = twin.answers.board[code]
    const { over36Hours: _hours, longestHours: _longest, ...held } = key?.detention ?? {}
    expect(detention, code).toMatchObject(held)
    expect(casework, code).toMatchObject(key?.casework ?? {})
    const standings = Object.fromEntries((returns?.byStanding ?? []).map(({ standing, count }) => [standing, count]))
    expect({ ...returns, byStanding: standings }, code).toMatchObject(key?.returns ?? {})
  }
})

test('every cohort has come as far as the key says, and those left over have the fates of the key', async () => {
  const FUNNEL = `query ($period: PeriodInput!) { nation { funnel(period: $period) {
    detected detectionEvents notified caseOpened determined planIssued represented residual residualByFate { fate count } } } }`
  for (const { from, to, ...cohort } of twin.answers.cohorts) {
    const { data } = await world.ask<{
      nation: { funnel: Record<string, number> & { residualByFate: { fate: string; count: number }[] } }
    }>(FUNNEL, { period: { from, to } })
    const { residualByFate = [], ...steps } = data?.nation.funnel ?? {}
    const fates = Object.fromEntries(residualByFate.map(({ fate, count }) => [fate, count]))
    const { coverage: _coverage, eventsInPeriod: _events, ...key } = cohort

    expect({ ...steps, residualByFate: fates }, from).toEqual(key)
  }
})

test('rows that no registry may take are refused with line, column and value', async () => {
  const { bad } = twin.answers.planted
  const [{ file } = { file: '' }] = bad
  const { takeIn } = await import('@vigia/kit/intake/take-in')
  const { openPool } = await import('@vigia/db/open')
  const { feed } = await import('../../services/children/src/intake/detections.ts')
  const pool = openPool(world.database.url, 2)
  const sender = { source: 'INM', state: null, cutoff: localDay(TODAY), isPreliminary: false }
  const input = { path: path.join(twin.folder, file) }
  const { outcome, firstRejects } = await takeIn(pool, feed, input, {
    ...sender,
    now: TODAY,
    dryRun: true,
    acceptGood: true,
  })
  await pool.end()

  expect(outcome).toBe('DRY_RUN')
  expect(firstRejects.map(({ line, column, value }) => ({ line, column, value }))).toEqual(
    bad.map(({ line, column, value }) => ({ line, column, value })),
  )
})
