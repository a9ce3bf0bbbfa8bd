/** More than a thousand rows need a second person, and are given once (security.md 10, row 51). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { entriesOf } from '../audit/reading-the-audit.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { startWorld, type World } from '../support/world.ts'
import { type Taker, tableIn, taker } from './taking-out.ts'

const ROWS = 1_001

const found = Array.from({ length: ROWS }, () => aDetection())
let world: World
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process' })
  await world.takeIn('children/detections', found)
  await world.settle()
})
afterAll(() => world.stop())

async function asked(from: Taker): Promise<string> {
  const { status, code, extensions } = await from.take('children')
  expect({ status, code }).toEqual({ status: 403, code: 'APPROVAL_REQUIRED' })
  return String(extensions['number'])
}

test('row 51: given 1,001 rows, nothing is given until another has approved, and then once', async () => {
  const secretary = await taker(world, 'state-secretary')
  const number = await asked(secretary)
  expect(await secretary.post(`/${number}/file`)).toMatchObject({ status: 409, code: 'CONFLICT' })

  const federal = await taker(world, 'federal-secretary')
  expect((await federal.look()).waiting).toEqual([expect.objectContaining({ number, list: 'children', rows: ROWS })])
  expect((await federal.post(`/${number}/approve`)).status).toBe(204)
  expect(await federal.post(`/${number}/file`)).toMatchObject({ status: 404, code: 'NOT_FOUND' })

  const { status, text, headers } = await secretary.post(`/${number}/file`)
  expect({ status, number: headers.get('x-vigia-export') }).toEqual({ status: 200, number })
  const { head, rows } = tableIn(text)
  expect(new Set(rows.map(([reference]) => reference)).size).toBe(ROWS + 1)
  expect(Object.fromEntries(head)['Aprobada por']).toBe(federal.sub)
  expect(await secretary.post(`/${number}/file`)).toMatchObject({ status: 409, code: 'CONFLICT' })

  expect((await secretary.look()).made).toEqual([expect.objectContaining({ number, rows: ROWS })])
  const entries = await world.database.query<{ act: string; asked: string[]; subject: string }>(
    `select act, asked, subject from audit.entry where service = 'gateway' and reason like $1 || '%' order by id`,
    [number],
  )
  expect(entries).toEqual([
    { act: 'REFUSED', asked: ['exports.children'], subject: secretary.sub },
    { act: 'EXPORT', asked: ['exports.children.approve'], subject: federal.sub },
    { act: 'REFUSED', asked: ['exports.file'], subject: federal.sub },
    { act: 'EXPORT', asked: ['exports.children'], subject: secretary.sub },
  ])
})

test('whoever lost the answer approves again, is told that it is approved, and it is written down once', async () => {
  const secretary = await taker(world, 'state-secretary')
  const number = await asked(secretary)
  const [federal, other] = [await taker(world, 'federal-secretary'), await taker(world, 'federal-secretary')]

  const answers: number[] = []
  for (const one of [federal, federal, other]) answers.push((await one.post(`/${number}/approve`)).status)
  expect((await secretary.post(`/${number}/file`)).status).toBe(200)
  answers.push((await federal.post(`/${number}/approve`)).status)

  expect(answers).toEqual([204, 204, 409, 204])
  const written = (await entriesOf(world.database)).filter(({ subject, reason }) => {
    return subject === federal.sub && reason?.startsWith(number)
  })
  expect(written.map(({ asked: [what] }) => what)).toEqual(['exports.children.approve'])
})

test('a program of the second person’s own is not that person: by his token nothing is approved', async () => {
  const secretary = await taker(world, 'state-secretary')
  const number = await asked(secretary)
  const federal = await taker(world, 'federal-secretary')

  expect(await federal.postByToken(`/${number}/approve`)).toMatchObject({ status: 403, code: 'FORBIDDEN' })
  expect(await secretary.post(`/${number}/file`)).toMatchObject({ status: 409, code: 'CONFLICT' })

  expect((await federal.post(`/${number}/approve`)).status).toBe(204)
  expect((await secretary.postByToken(`/${number}/file`)).status).toBe(200)
})

test('who decides is told of which state and days it is', async () => {
  const filter = { state: '07', from: '2020-01-01', to: '2100-01-01' }
  const asking = await taker(world, 'federal-secretary')
  expect((await asking.take('children', filter)).code).toBe('APPROVAL_REQUIRED')
  const deciding = await taker(world, 'federal-secretary')

  const { waiting } = await deciding.look()

  expect(waiting).toContainEqual(expect.objectContaining({ list: 'children', filter }))
})

test('who may not decide about it is told that it is not there', async () => {
  const secretary = await taker(world, 'state-secretary')
  const number = await asked(secretary)

  const strangers = [
    secretary,
    await taker(world, 'state-secretary', { states: ['27'] }),
    await taker(world, 'ombudsperson-federal'),
    await taker(world, 'federal-secretary', { kind: 'machine' }),
  ]
  for (const one of strangers) {
    expect(await one.post(`/${number}/approve`)).toMatchObject({ status: 404, code: 'NOT_FOUND' })
    expect(await one.post(`/${number}/file`)).toMatchObject({ status: one === secretary ? 409 : 404 })
    expect((await one.look()).waiting).toEqual([])
  }
  // And it is written down what each wanted, and of which file.
  const refused = (await entriesOf(world.database)).filter(({ act, reason }) => act === 'REFUSED' && reason === number)
  expect(refused.map(({ subject, asked: [what] }) => `${subject} ${what}`)).toEqual(
    strangers.flatMap(({ sub }) => [
      `${sub} exports.approve`,
      ...(sub === secretary.sub ? [] : [`${sub} exports.file`]),
    ]),
  )
  for (const role of ['ppnna-officer', 'inm-officer', 'partner', 'independent-counsel'] as const)
    expect(await (await taker(world, role)).post(`/${number}/approve`)).toMatchObject({ status: 403 })
})

test('who may decide is shown what waits for him, however many wait for others', async () => {
  const secretary = await taker(world, 'state-secretary')
  await world.database.query(
    `insert into exports.export (subject, name, role, states, list, kind, filter, language, purpose)
     select 'person ' || n, 'A person', case when n % 2 = 0 then 'state-secretary' else 'ombudsperson-state' end,
       case when n % 2 = 0 then '{27}' else '{07}' end::text[], 'facilities', 'RECORDS', '{}', 'es', 'Informe de la prueba al pleno'
     from generate_series(1, 401) n`,
  )
  const number = await asked(secretary)

  const colleague = await taker(world, 'state-secretary')
  const numbers = (await colleague.look()).waiting.map((one) => one.number)
  await world.database.query("delete from exports.export where subject like 'person %'")

  expect(numbers).toContain(number)
})

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

test('given a filter that leaves fewer, no second person is needed', async () => {
  const secretary = await taker(world, 'state-secretary')

  const { status, text } = await secretary.take('children', { from: '2020-01-01', to: '2020-01-31' })

  expect(status).toBe(200)
  expect(tableIn(text).rows).toEqual([])
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
