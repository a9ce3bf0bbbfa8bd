/** More than a thousand rows need a second person, and are given once (security.md 10, row 51). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { entriesOf } from '../audit/reading-the-audit.ts'
import type { World } from '../support/world.ts'
import { asked, MORE_THAN_ALONE, tableIn, taker, worldOfMany } from './taking-out.ts'

let world: World
beforeAll(async () => {
  ;({ world } = await worldOfMany())
})
afterAll(() => world.stop())

test('row 51: given 1,001 rows, nothing is given until another has approved, and then once', async () => {
  const secretary = await taker(world, 'state-secretary')
  const number = await asked(secretary)
  expect(await secretary.post(`/${number}/file`)).toMatchObject({ status: 409, code: 'CONFLICT' })

  const federal = await taker(world, 'federal-secretary')
  expect((await federal.look()).waiting).toEqual([
    expect.objectContaining({ number, list: 'children', rows: MORE_THAN_ALONE }),
  ])
  expect((await federal.post(`/${number}/approve`)).status).toBe(204)
  expect(await federal.post(`/${number}/file`)).toMatchObject({ status: 404, code: 'NOT_FOUND' })

  const { status, text, headers } = await secretary.post(`/${number}/file`)
  expect({ status, number: headers.get('x-vigia-export') }).toEqual({ status: 200, number })
  const { head, rows } = tableIn(text)
  expect(new Set(rows.map(([reference]) => reference)).size).toBe(MORE_THAN_ALONE + 1)
  expect(Object.fromEntries(head)['Aprobada por']).toBe(federal.sub)
  expect(await secretary.post(`/${number}/file`)).toMatchObject({ status: 409, code: 'CONFLICT' })

  expect((await secretary.look()).made).toEqual([expect.objectContaining({ number, rows: MORE_THAN_ALONE })])
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

test('given a filter that leaves fewer, no second person is needed', async () => {
  const secretary = await taker(world, 'state-secretary')

  const { status, text } = await secretary.take('children', { from: '2020-01-01', to: '2020-01-31' })

  expect(status).toBe(200)
  expect(tableIn(text).rows).toEqual([])
})
