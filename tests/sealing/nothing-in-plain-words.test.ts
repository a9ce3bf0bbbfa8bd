/**
 * Whoever steals the database, its journal, its log or a dump learns no name, no number of a person and no danger (security.md 2,
 * T11); whoever may see them still does; what is erased is read by nobody, and counts as before.
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import type { Service, ServiceName } from '@vigia/kit/service'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { askDirectly } from '../support/ask-directly.ts'
import { anActor } from '../support/asking.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { loadServices } from '../support/services.ts'
import { secretaryWhoOpened } from '../support/written-openings.ts'
import { ADDRESS, ANOTHER, CANARIES, CURP, child, DANGERS, NAME, NUMBERS, sendAll } from './canaries.ts'
import { aged, openRegistry, type Registry } from './registry.ts'
import { dumpOf, wordsIn, wordsUnder } from './search.ts'

let registry: Registry
let services: Map<ServiceName, Service> | undefined
beforeAll(async () => {
  registry = await openRegistry()
  await sendAll(registry)
  vi.stubEnv('VIGIA_KEYS', registry.keys)
  services = await loadServices(registry.url)
}, 240_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  for (const service of services?.values() ?? []) await service.close()
  await registry.close()
})

const RECORD = `query ($id: ID!) { child(id: $id) { ageGroup
  identifiers { edges { node { type value } } } familyTies { edges { node { tie place contact verified } } }
  detections { totalCount edges { node { causes transitConditions riskFactors risks { factor place } evidence { protectionNeed evaluationResult } } } } } }`

async function record(acta = child.ACTA): Promise<string> {
  const [row] = await registry.query<{ id: string }>('select child_id as id from children.detection where acta = $1', [
    acta,
  ])
  const service = services?.get('children')
  if (!service) throw new Error('No children service')
  const secretary = await secretaryWhoOpened(registry, row?.id ?? '')
  const { data, errors } = await askDirectly(service, secretary, RECORD, { id: row?.id })
  expect(errors).toBeUndefined()
  return JSON.stringify(data)
}

const SEEN = [CURP, ANOTHER, ...Object.values(NUMBERS), ...DANGERS]

test('whoever may identify the child reads its numbers, its family and its dangers', async () => {
  const told = await record()

  expect(SEEN.filter((word) => !told.includes(word))).toEqual([])
  expect(told).toContain('"protectionNeed":true')
  expect(told).toContain(
    '"riskFactors":["TRAFFICKING_VICTIM"],"risks":[{"factor":"TRAFFICKING_VICTIM","place":"TRANSIT"}]',
  )
})

test('and the door of a place', async () => {
  const service = services?.get('placements')
  if (!service) throw new Error('No placements service')
  const ombudsperson = anActor('ombudsperson-federal')
  const source = '{ facilities(first: 5) { edges { node { record { address } } } } }'

  expect(JSON.stringify(await askDirectly(service, ombudsperson, source))).toContain(ADDRESS)
})

test('every cell opens with the keys at hand', async () => {
  const { said, status } = await registry.run('seal/keys-command', ['verify'])

  expect(said).toMatch(/^children.person_name: bien/)
  expect(status).toBe(0)
  for (const table of ['person_name', 'identifier', 'detection', 'detection_evidence', 'relative'])
    expect(said).toMatch(new RegExp(`children.${table}: bien. Se abren [1-9]`))
  for (const table of ['facility', 'facility_record']) expect(said).toContain(`placements.${table}: bien. Se abren 1`)
})

test('a CURP joins what three services are told, and the rows of nobody wait', async () => {
  const [row] = await registry.query(
    `select (select count(*)::int from children.child) as children, (select count(*)::int from placements.stay) as stays,
       (select count(*)::int from representation.protection_case) as cases, (select count(*)::int from children.migration_document) as documents,
       (select count(*)::int from children.unmatched_row where matched_at is null) as waiting`,
  )

  expect(row).toEqual({ children: 1, stays: 1, cases: 1, documents: 1, waiting: 1 })
})

test('a dump holds none of it, in any writing', async () => {
  const dump = await dumpOf(registry.url)
  expect(dump.get('children.detection')).toContain(child.ACTA)

  const told = [...dump].filter(([table]) => !table.startsWith('pg_catalog'))
  const found = told.flatMap(([table, rows]) =>
    wordsIn(Buffer.from(rows), [...CANARIES, ...DANGERS]).map((word) => `${table}: ${word}`),
  )
  expect(found).toEqual([])
})

test('nor do the files of the database, its journal and its log', async () => {
  await registry.query('select pg_switch_wal()')
  await registry.query('checkpoint')

  // The acta is no secret: where it is found, a canary would be.
  const places = new Set(wordsUnder(registry.directory, [child.ACTA]).map((found) => found.split('/')[0]))
  expect([...places].sort()).toEqual(expect.arrayContaining(['base', 'pg_wal']))
  expect(wordsUnder(registry.directory, CANARIES)).toEqual([])
  expect(wordsUnder(registry.directory, ['copy staged'])).not.toEqual([])
})

test('nor does what the commands say', () => {
  expect(registry.said()).toContain('sin unir')
  expect(wordsIn(Buffer.from(registry.said()), [...CANARIES, ...DANGERS])).toEqual([])
})

test('the keys are beside the database, for their owner alone, and none of them is in it', async () => {
  const { wrapping, blindIndex } = JSON.parse(readFileSync(registry.keys, 'utf8'))
  const bytes = [...wrapping, blindIndex].map((text: string) => Buffer.from(text, 'base64'))

  expect(statSync(registry.keys).mode & 0o777).toBe(0o600)
  expect(wordsUnder(registry.directory, [...wrapping, blindIndex, ...bytes.map((key) => key.toString('hex'))])).toEqual(
    [],
  )
})

test('keys are turned while all stays readable, with a word that backups of before need the former one, which is then dropped', async () => {
  const before = readFileSync(registry.keys, 'utf8')
  const turned = await registry.run('seal/keys-command', ['rotate'])
  expect(turned.said).toMatch(/respaldos .+ guarde aparte una copia .+ antes de retire/)
  expect(await record()).toContain(CURP)

  await registry.send('children/detections', [aDetection(NAME)])
  expect(await registry.run('seal/keys-command', ['retire'])).toMatchObject({ status: 0 })

  const after = readFileSync(registry.keys, 'utf8')
  expect(JSON.parse(after).wrapping).toHaveLength(1)
  expect(JSON.parse(after).wrapping).not.toEqual(JSON.parse(before).wrapping)
  expect(await record()).toContain(CURP)
})

test('a cell that was moved to another child opens to nothing', async () => {
  const another = aDetection({ ...NAME, CAUSAS: 'Trabajo' })
  await registry.send('children/detections', [another])
  expect(await record(another.ACTA)).toContain('"causes":["WORK"]')

  await registry.query(
    'update children.detection set sealed = (select sealed from children.detection where acta = $1) where acta = $2',
    [child.ACTA, another.ACTA],
  )

  expect(await record(another.ACTA)).toContain('"causes":null')
})

test('with other keys, with former ones, and with none, nothing starts: one sentence says why', async () => {
  const others = `${registry.keys}.others`
  const { wrapping, blindIndex } = JSON.parse(readFileSync(registry.keys, 'utf8'))
  const swapped = [...Buffer.from(wrapping[0], 'base64')].reverse()
  const wrong = [
    { wrapping: [Buffer.from(swapped).toString('base64')], blindIndex },
    { wrapping, blindIndex: Buffer.from(swapped).toString('base64') },
  ]

  for (const keys of [null, ...wrong]) {
    if (keys) writeFileSync(others, JSON.stringify(keys))
    const { said, status } = await registry.run('seal/keys-command', ['show'], { VIGIA_KEYS: others })
    expect({ status, lines: said.trim().split('\n').length }).toEqual({ status: 1, lines: 1 })
    expect(said).toContain(`${others}`)
  }
})

test('erased, nobody reads it any more, not from a backup either; what is counted stays', async () => {
  const [row] = await registry.query<{ folio: string; id: string }>(
    'select c.folio, c.id from children.child c join children.detection d on d.child_id = c.id where d.acta = $1',
    [child.ACTA],
  )
  const backup = await registry.query<{ id: string; wrapped: string }>(
    'select id, wrapped from children.data_key where child_id = $1',
    [row?.id],
  )
  expect(backup.length).toBeGreaterThan(0)
  const COUNTS = `select (select count(*)::int from children.child) as children, (select sum(n)::int from children.day_counter) as counted`
  const counts = await registry.query(COUNTS)

  const asked = ['child', row?.folio ?? '', '--reason', 'lo pidió ante el juez']
  const erased = await registry.run('seal/erase-command', asked)
  expect(erased).toMatchObject({ status: 0, said: expect.stringContaining(`llaves destruidas: ${backup.length}`) })

  const again = await registry.run('seal/erase-command', asked)
  expect(again).toMatchObject({ status: 0, said: expect.stringMatching(/: ya estaba borrado desde .*; no quedaba/) })

  const told = await record()
  expect(SEEN.filter((word) => told.includes(word))).toEqual([])
  for (const part of ['"causes":null', '"risks":null', '"totalCount":1']) expect(told).toContain(part)
  expect(await registry.query(COUNTS)).toEqual(counts)
  expect(
    await registry.query(`select from outbox.event where child_id = $1 and payload::text like '%2012-06-05%'`, [
      row?.id,
    ]),
  ).toEqual([])
  expect(await registry.query(`select from children.former_version where former::text like '%2012-06-05%'`)).toEqual([])
  const audit = await registry.run('audit/command', ['child', row?.folio ?? ''])
  expect(audit.said).toContain('escribió erase')
  expect(audit.said).toContain('lo pidió ante el juez')

  for (const { id, wrapped } of backup)
    await registry.query('update children.data_key set wrapped = $2, destroyed_at = null where id = $1', [id, wrapped])
  expect(await record()).toContain(CURP)
  await registry.run('seal/keys-command', ['show'])
  expect(await record()).not.toContain(CURP)
})

test('what is over its term goes when somebody says so and not before; figures, files and the audit stay', async () => {
  const named = () => aDetection({ ...NAME, CAUSAS: 'Trabajo' })
  const [old, young, caredFor] = [named(), named(), named()]
  await registry.send('children/detections', [old, young, caredFor])
  for (const { ACTA } of [old, caredFor]) {
    const [row] = await registry.query<{ id: string }>(
      'select child_id as id from children.detection where acta = $1',
      [ACTA],
    )
    await registry.query(aged(row?.id ?? ''))
  }
  // Of whom the registry still learns, by another service.
  await registry.send('placements/stays', [aStay(caredFor.ACTA)])
  const COUNTED = ['day_counter', 'month_counter', 'cube', 'month_cube', 'detection', 'batch']
  const sums = COUNTED.map(
    (name) => `(select md5(string_agg(t::text, ',' order by t::text)) from children.${name} t) as ${name}`,
  )
  const STAYS = `select ${sums.join(', ')}, (select count(*)::int from outbox.event) as events`
  const [before, entries] = [await registry.query(STAYS), await registry.query('select id from audit.entry')]

  const looked = await registry.run('seal/retention-command')
  expect(looked).toMatchObject({ status: 0, said: expect.stringContaining('children.child: 1\n') })
  expect(looked.said).toMatch(/^WAITING \(2 años, [^\n]* children.unmatched_row: 1\n.*^SESSION \(1 año, /ms)
  expect(await record(old.ACTA)).toContain('"causes":["WORK"]')

  const applied = await registry.run('seal/retention-command', ['--apply', '--reason', 'acuerdo del comité de archivo'])
  expect(applied).toMatchObject({ status: 0, said: expect.stringContaining('CHILD: se fueron 1.') })
  expect(await record(old.ACTA)).toContain('"causes":null')
  for (const { ACTA } of [young, caredFor]) expect(await record(ACTA)).toContain('"causes":["WORK"]')
  expect(await registry.query('select from children.unmatched_row where matched_at is null')).toEqual([])
  expect(await registry.query(STAYS)).toEqual(before)
  expect(await registry.query('select id from audit.entry')).toEqual(expect.arrayContaining(entries))
  const told = "select asked, records, reason from audit.entry where 'retention' = any (asked) order by asked"
  const each = { records: 1, reason: 'acuerdo del comité de archivo' }
  expect(await registry.query(told)).toEqual([
    { asked: ['retention'], ...each },
    { asked: ['retention', 'children.unmatched_row'], ...each },
  ])
})
