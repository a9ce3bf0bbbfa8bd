/** A list of places tells of them as of its day, and files of stays only mention them: whichever comes first, the list is what is known. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { daysAgo, localDay } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const DIF = { source: 'DIF', state: '07' }
const cutoff = (days: number) => ({ cutoff: localDay(daysAgo(days)) })
const of = (days: number) => ({ ...DIF, ...cutoff(days) })
const listed = (NOMBRE: string, CAPACIDAD: string) => ({ NOMBRE, TIPO: 'CAS estatal', ENTIDAD: 'Chiapas', CAPACIDAD })

/** A child is told to be there, by a file of yesterday. */
async function somebodyIn(place: string, source = 'DIF') {
  const detection = aDetection()
  await desk.send('children/detections', [detection])
  await desk.tell()
  const stay = aStay(detection.ACTA, { 'TIPO DE LUGAR': 'CAS estatal', 'NOMBRE DEL LUGAR': place })
  return desk.send('placements/stays', [stay], { source, cutoff: localDay(daysAgo(1)) })
}

const placeCalled = async (name: string) =>
  desk.database.query<{ lifecycle: string; capacity: number | null }>(
    'select lifecycle, capacity from placements.facility where name = $1',
    [name],
  )

test('the list of last month, sent after this week’s stays, tells of its places all the same', async () => {
  await somebodyIn('CAS Escuintla')

  const list = await desk.send('placements/facilities', [listed('CAS Escuintla', '20')], of(30))

  expect(list).toMatchObject({ counts: { corrected: 1, unchanged: 0 } })
  expect(list.notices).not.toContainEqual(expect.stringContaining('con corte posterior'))
  expect(await placeCalled('CAS Escuintla')).toEqual([{ lifecycle: 'ACKNOWLEDGED', capacity: 20 }])
})

test('a list of an earlier day is late for a later one, and is what is known once that is withdrawn', async () => {
  await somebodyIn('CAS Mazatán')
  const later = await desk.send('placements/facilities', [listed('CAS Mazatán', '30')], of(20))
  const late = await desk.send('placements/facilities', [listed('CAS Mazatán', '25')], of(40))
  expect(late.notices).toContainEqual(expect.stringContaining('con corte posterior'))
  expect(await placeCalled('CAS Mazatán')).toMatchObject([{ capacity: 30 }])

  await desk.takeBack('placements', later.batchId)
  expect(await placeCalled('CAS Mazatán')).toEqual([{ lifecycle: 'ACKNOWLEDGED', capacity: 25 }])

  await desk.takeBack('placements', late.batchId)
  expect(await placeCalled('CAS Mazatán')).toEqual([{ lifecycle: 'SIGHTED', capacity: null }])
})

test('one that somebody else listed, and a stay corroborated since, is not written over by an older list', async () => {
  await desk.send('placements/facilities', [listed('CAS Suchiate', '40')], { ...of(20), source: 'CNDH', state: null })
  await somebodyIn('CAS Suchiate')
  expect(await placeCalled('CAS Suchiate')).toEqual([{ lifecycle: 'CORROBORATED', capacity: 40 }])

  await desk.send('placements/facilities', [listed('CAS Suchiate', '10')], of(40))

  expect(await placeCalled('CAS Suchiate')).toMatchObject([{ capacity: 40 }])
})

test('a list that is withdrawn goes also where a second source has seen the place since', async () => {
  const CNDH = { ...of(20), source: 'CNDH', state: null }
  const first = await desk.send('placements/facilities', [listed('CAS Huehuetán', '40')], CNDH)
  const second = await desk.send('placements/facilities', [listed('CAS Huehuetán', '45')], { ...CNDH, ...cutoff(10) })
  const stays = await somebodyIn('CAS Huehuetán')
  expect(await placeCalled('CAS Huehuetán')).toEqual([{ lifecycle: 'CORROBORATED', capacity: 45 }])

  await desk.takeBack('placements', second.batchId)
  expect(await placeCalled('CAS Huehuetán')).toEqual([{ lifecycle: 'CORROBORATED', capacity: 40 }])

  await desk.takeBack('placements', first.batchId)
  expect(await placeCalled('CAS Huehuetán')).toEqual([{ lifecycle: 'SIGHTED', capacity: null }])

  await desk.takeBack('placements', stays.batchId)
  expect(await placeCalled('CAS Huehuetán')).toEqual([])
})

test('of a list over stays of two sources, withdrawn, two have seen the place; without the first of them, one', async () => {
  const inm = await somebodyIn('CAS Tuzantán', 'INM')
  await somebodyIn('CAS Tuzantán', 'DIF')
  const list = await desk.send('placements/facilities', [listed('CAS Tuzantán', '30')], of(0))
  expect(await placeCalled('CAS Tuzantán')).toEqual([{ lifecycle: 'ACKNOWLEDGED', capacity: 30 }])

  await desk.takeBack('placements', list.batchId)
  expect(await placeCalled('CAS Tuzantán')).toEqual([{ lifecycle: 'CORROBORATED', capacity: null }])

  await desk.takeBack('placements', inm.batchId)
  expect(await placeCalled('CAS Tuzantán')).toEqual([{ lifecycle: 'SIGHTED', capacity: null }])
})

describe('a place that a list names and stays of another source, whichever come first, is seen by two', () => {
  const seen = { CICLO: 'Avistado' }
  const lists = {
    'the CNDH’s alone': [{ source: 'CNDH', state: null }],
    'the CNDH’s, and later the DIF’s, which says that it was seen': [{ source: 'CNDH', state: null }, DIF],
  }

  test.each(Object.entries(lists))('%s', async (_which, senders) => {
    for (const first of ['lists', 'stays']) {
      const name = `CAS de ${senders.length} ${first}`
      const listAll = async () => {
        for (const [at, sender] of senders.entries())
          await desk.send('placements/facilities', [{ ...listed(name, '40'), ...seen }, listed(`${name} ${at}`, '5')], {
            ...sender,
            ...cutoff(20 - at),
          })
      }
      if (first === 'lists') await listAll()
      await somebodyIn(name)
      if (first === 'stays') await listAll()
      expect(await placeCalled(name)).toEqual([{ lifecycle: 'CORROBORATED', capacity: 40 }])
    }
  })
})

describe('a place where somebody is, of which the list of its authority is withdrawn and that of the CNDH stays', () => {
  const CNDH = { source: 'CNDH', state: null }
  const one = (name: string, more: object = {}) => [{ ...listed(name, '40'), ...more }]
  /** Of other bytes: a file is refused as of two senders. */
  const andAnother = (name: string, of: string, more: object = {}) => [...one(name, more), listed(`${name} ${of}`, '5')]

  test.each([
    ['told the same', 'CAS Acapetahua', {}, 'CORROBORATED'],
    ['told otherwise', 'CAS Acacoyagua', { CAPACIDAD: '45' }, 'CORROBORATED'],
    ['said that it is acknowledged', 'CAS Villaflores', { CICLO: 'Reconocido' }, 'ACKNOWLEDGED'],
  ])('that %s, is acknowledged by nobody but as that list says', async (_how, name, more, lifecycle) => {
    await somebodyIn(name)
    const ofDif = await desk.send('placements/facilities', one(name), of(20))
    await desk.send('placements/facilities', andAnother(name, 'dos', more), { ...CNDH, ...cutoff(10) })
    expect(await placeCalled(name)).toMatchObject([{ lifecycle: 'ACKNOWLEDGED' }])

    await desk.takeBack('placements', ofDif.batchId)

    expect(await placeCalled(name)).toMatchObject([{ lifecycle }])
  })

  test('is acknowledged still where another list of its authority says the same', async () => {
    const name = 'CAS Pijijiapan'
    await somebodyIn(name)
    const first = await desk.send('placements/facilities', one(name), of(30))
    await desk.send('placements/facilities', andAnother(name, 'tres'), { source: 'SNDIF', state: null, ...cutoff(20) })
    await desk.send('placements/facilities', one(name, { CAPACIDAD: '45' }), { ...CNDH, ...cutoff(10) })

    await desk.takeBack('placements', first.batchId)

    expect(await placeCalled(name)).toMatchObject([{ lifecycle: 'ACKNOWLEDGED', capacity: 45 }])
  })
})
