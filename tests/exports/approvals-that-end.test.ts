/** A request that waits for a second person ends, and so does an approval: by time, and by the rights of who gave it or asked for it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStay } from '../support/builders/inm.ts'
import type { World } from '../support/world.ts'
import { asked, taker, worldOfMany } from './taking-out.ts'

let world: World
let found: Awaited<ReturnType<typeof worldOfMany>>['found']
beforeAll(async () => {
  ;({ world, found } = await worldOfMany())
})
afterAll(() => world.stop())

test('an approval that is a day old opens nothing', async () => {
  const secretary = await taker(world, 'state-secretary')
  const number = await asked(secretary)
  expect((await (await taker(world, 'federal-secretary')).post(`/${number}/approve`)).status).toBe(204)
  await world.database.query(
    `update exports.export set approved_at = approved_at - interval '25 hours' where id = $1`,
    [Number(number.slice(4))],
  )

  expect(await secretary.post(`/${number}/file`)).toMatchObject({ status: 409, code: 'CONFLICT' })
  expect((await secretary.look()).made).toEqual([expect.objectContaining({ number, standing: 'OVER', until: null })])
})

const DAY_IN_MS = 86_400_000

test('whoever asks for one reads until when it waits, that nobody decided in time, until when it may be fetched, and that it was', async () => {
  const secretary = await taker(world, 'state-secretary')
  const federal = await taker(world, 'federal-secretary')
  const standing = async () => {
    const [{ standing, until, askedAt, approvedAt } = { askedAt: '' }] = (await secretary.look()).made
    const since = Date.parse(approvedAt ?? askedAt)
    return [standing, until ? (Date.parse(until) - since) / DAY_IN_MS : null]
  }
  const late = await asked(secretary)
  const expected = [await standing()]
  await world.database.query("update exports.export set asked_at = asked_at - interval '7 days' where id = $1", [
    Number(late.slice(4)),
  ])
  expected.push(await standing())
  expect((await federal.post(`/${late}/approve`)).status).toBe(409)

  const number = await asked(secretary)
  expect((await federal.post(`/${number}/approve`)).status).toBe(204)
  expected.push(await standing())
  expect((await secretary.post(`/${number}/file`)).status).toBe(200)
  expected.push(await standing())

  expect(expected).toEqual([
    ['WAITING', 7],
    ['LAPSED', null],
    ['APPROVED', 1],
    ['GIVEN', null],
  ])
})

test('what somebody approved who was turned out since, or has other rights, is not given', async () => {
  const [turnedOut, promoted, stays] = [
    await taker(world, 'federal-secretary'),
    await taker(world, 'federal-secretary'),
    await taker(world, 'federal-secretary'),
  ]
  const given: number[] = []
  for (const second of [turnedOut, promoted, stays]) {
    const secretary = await taker(world, 'state-secretary')
    const number = await asked(secretary)
    expect((await second.post(`/${number}/approve`)).status).toBe(204)
    if (second === turnedOut)
      await world.database.query(
        'update sessions.subject set epoch = epoch + 1, revoked_at = clock_timestamp() where sub = $1',
        [second.sub],
      )
    if (second === promoted) await taker(world, 'state-secretary', { sub: second.sub })

    given.push((await secretary.post(`/${number}/file`)).status)
  }

  expect(given).toEqual([409, 409, 200])
})

test('an end in the millisecond of an approval, which the clock of a gateway cuts off, is not before it', async () => {
  const [secretary, federal] = [await taker(world, 'state-secretary'), await taker(world, 'federal-secretary')]
  const number = await asked(secretary)
  expect((await federal.post(`/${number}/approve`)).status).toBe(204)
  await world.database.query(
    `update sessions.subject s set epoch = epoch + 1, revoked_at = e.approved_at - interval '1 millisecond'
     from exports.export e where s.sub = $1 and e.approved_by = s.sub`,
    [federal.sub],
  )

  expect(await secretary.post(`/${number}/file`)).toMatchObject({ status: 409, code: 'CONFLICT' })
})

test('what was approved for one state is not given to the same person who has another by then', async () => {
  const secretary = await taker(world, 'state-secretary')
  const number = await asked(secretary)
  expect((await (await taker(world, 'federal-secretary')).post(`/${number}/approve`)).status).toBe(204)

  const { sub } = secretary
  const now = [
    () => taker(world, 'state-secretary', { sub, states: ['27'] }),
    () => taker(world, 'federal-secretary', { sub }),
    () => taker(world, 'state-secretary', { sub }),
  ]
  const given: (number | string | undefined)[] = []
  for (const signIn of now) {
    const asked = await signIn()
    given.push((await asked.look()).made[0]?.standing, (await asked.post(`/${number}/file`)).status)
  }

  expect(given).toEqual(['OVER', 409, 'OVER', 409, 'APPROVED', 200])
})

test('what was approved of one place is not given to the same officer of the DIF who is of the whole state by then', async () => {
  await world.takeIn(
    'placements/stays',
    found.map(({ ACTA }) => aStay(ACTA)),
    { source: 'DIF' },
  )
  await world.settle()
  const [place] = await world.database.query<{ id: string }>('select id from placements.facility')
  const ofPlace = { facilities: [place?.id ?? ''] }
  const officer = await taker(world, 'dif-officer', ofPlace)
  const number = await asked(officer)
  expect((await (await taker(world, 'state-secretary')).post(`/${number}/approve`)).status).toBe(204)

  const { sub } = officer
  const now = [() => taker(world, 'dif-officer', { sub }), () => taker(world, 'dif-officer', { sub, ...ofPlace })]
  const given: number[] = []
  for (const signIn of now) given.push((await (await signIn()).post(`/${number}/file`)).status)

  expect(given).toEqual([409, 200])
})

test('an export of a list that is exported no more is told by the name under which it was asked for, beside the others', async () => {
  const secretary = await taker(world, 'state-secretary')
  const [gone, known] = [await asked(secretary), await asked(secretary)]
  await world.database.query("update exports.export set list = 'formerly' where id = $1", [Number(gone.slice(4))])

  const { made } = await secretary.look()
  expect(made.map(({ number, label }) => [number, label.es])).toEqual([
    [known, 'Niñas, niños y adolescentes'],
    [gone, 'formerly'],
  ])
  expect((await secretary.post(`/${gone}/file`)).status).toBe(404)
})
