/**
 * What each list said of how a place stands was not kept until 2026-12-01. Brought up to date, a registry reads it from what it has: a place
 * stands as its lists have it by their days, and what another's list left blank acknowledges nothing once that of the authority is withdrawn.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesk } from '../intake/desk.ts'
import { daysAgo, localDay } from '../support/clock.ts'
import { read } from '../support/source-files.ts'

const MIGRATION = read('prisma/migrations/20261217030000_how_places_stand/migration.sql')
const DIF = { source: 'DIF', state: '07' }
const CNDH = { source: 'CNDH', state: null }
const batches: Record<string, string | null> = {}

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
  const send = async (sender: object, ago: number, places: Record<string, object>) => {
    const rows = Object.entries(places).map(([name, more]) => ({
      ...{ NOMBRE: `CAS ${name}`, TIPO: 'CAS estatal', ENTIDAD: 'Chiapas', CAPACIDAD: '40', CICLO: '' },
      ...more,
    }))
    const taken = await desk.send('placements/facilities', rows, { ...sender, cutoff: localDay(daysAgo(ago)) })
    expect(taken.firstRejects).toEqual([])
    batches[`${ago}`] = taken.batchId
  }
  await send(CNDH, 10, { Uno: {}, Dos: { CICLO: 'Reconocido' } })
  await send(DIF, 20, { Uno: {}, Tres: {}, Cuatro: {}, Cinco: { CICLO: 'Cerrado' }, Seis: {} })
  await send(CNDH, 5, {
    Tres: {},
    Cuatro: { CAPACIDAD: '45' },
    Cinco: { CAPACIDAD: '45' },
    Seis: { CICLO: 'Avistado' },
  })
  await asBefore()
  await desk.database.query(MIGRATION)
})
afterAll(() => desk.close())

/** What the intake of before had written, of which no trigger tells: a list that came late changed nothing, and was kept. */
const asBefore = () =>
  desk.database.query(
    `set session_replication_role = replica;
     drop table placements.listing;
     drop function placements.standing_of;
     update placements.facility set lifecycle = 'SIGHTED' where name = 'CAS Uno';
     delete from placements.confirmation c using placements.facility f where f.id = c.entity_id and f.name = 'CAS Uno';
     delete from placements.former_version v using placements.facility f where f.id = v.entity_id and f.name = 'CAS Uno';
     insert into placements.former_version (entity, entity_id, former, recorded_at, is_late)
     select 'facility', id, to_jsonb(f) || '{"lifecycle": "ACKNOWLEDGED", "batch_id": "${batches['20']}"}', now(), true
     from placements.facility f where name = 'CAS Uno';
     insert into placements.left_blank (batch_id, entity, entity_id, cells)
     select batch_id, 'facility', id, '{lifecycle}' from placements.facility where name = 'CAS Cinco';
     set session_replication_role = default`,
  )

const standings = async () => {
  const rows = await desk.database.query<{ name: string; lifecycle: string }>(
    'select name, lifecycle from placements.facility order by name',
  )
  return Object.fromEntries(rows.map(({ name, lifecycle }) => [name.slice(4), lifecycle]))
}

test('a place stands as its lists have it by their days', async () => {
  expect(await standings()).toEqual({
    ...{ Uno: 'ACKNOWLEDGED', Dos: 'ACKNOWLEDGED', Tres: 'ACKNOWLEDGED', Cuatro: 'ACKNOWLEDGED' },
    ...{ Cinco: 'CLOSED', Seis: 'SIGHTED' },
  })
})

test('of the list of the authority, withdrawn, nobody acknowledges what another’s list names and says no more of', async () => {
  await desk.takeBack('placements', batches['20'] ?? null)

  expect(await standings()).toEqual({
    ...{ Uno: 'SIGHTED', Dos: 'ACKNOWLEDGED', Tres: 'SIGHTED', Cuatro: 'SIGHTED' },
    ...{ Cinco: 'SIGHTED', Seis: 'SIGHTED' },
  })
})
