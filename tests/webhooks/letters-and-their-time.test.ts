/** When letters are written and sent: none is told twice or left out, none is held back or begun too late, and its hour is that of its sending. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type OversightDb, open } from '@vigia/db/oversight'
import { urlOfRole } from '@vigia/db/roles'
import { addDays, type LocalDate } from '@vigia/law/local-dates'
import { instantOf } from '@vigia/law/mexican-time'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Mailing, tellByMail } from '../../services/oversight/src/delivery/mail.ts'
import { dueDigests, writeDigest } from '../../services/oversight/src/store/digest-store.ts'
import { lettersPage } from '../../services/oversight/src/store/mail-store.ts'
import { daysAgo, hoursAgo, localDay } from '../support/clock.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

let database: ScratchDatabase
let db: OversightDb
beforeEach(async () => {
  database = await scratchDatabase()
  db = open(urlOfRole(database.url, 'vigia_oversight'))
})
afterEach(async () => {
  await db.close()
  await database.drop()
})

const ADDRESSES = { own: 'https://vigia.example.org', of: {} }
const DAY = localDay(daysAgo(8))

const sendingBy = (send: () => Promise<void>): Mailing => ({
  addresses: ADDRESSES,
  transport: { from: 'vigia@example.org', send },
})

/** So many letters are due. */
const waiting = (letters: number, since: Date) =>
  database.query(
    `insert into oversight.mail (recipient, address, subject, body, alert_ids, created_at, next_at, severities, is_digest)
     select 'office ' || n, 'office@example.org', 'Vigía', 'Nada', '{}', $1, $1, '{}', false from generate_series(1, $2) n`,
    [since, letters],
  )

/** An office of a state is written to once a day. */
const onceADay = (role: string, state: string, severity: string, since: Date) =>
  db.pool.query(
    `insert into oversight.letter_choice (id, role, state, severity, rhythm, author, at)
     values ($1, $2, $3, $4, 'DAILY', 'somebody of it', $5)`,
    [randomUUID(), role, state, severity, since],
  )

/** Of a state itself, or of a child in it. */
const raised = (kind: string, about: 'STATE' | 'CHILD', state: string, severity: string, at: Date) =>
  database.query(
    `with raised as (
      insert into oversight.alert (id, kind, about, owner, subject, state, severity, since, reached_at, opened_at)
      select gen_random_uuid(), $1, $2, case when $2 = 'STATE' then $3 else gen_random_uuid()::text end, gen_random_uuid()::text, $3, $4,
        $5, $5, $5 returning id)
    insert into oversight.alert_history (alert_id, at, step, severity, reached_at) select id, $5, 'OPENED', $4, $5 from raised`,
    [kind, about, state, severity, at],
  )

test('given letters that wait, and a stop while the first is sent, no other is begun, and none is lost', async () => {
  const now = hoursAgo(1)
  await waiting(5, now)
  const stopping = new AbortController()
  let sent = 0
  const mailing = sendingBy(async () => {
    sent += 1
    stopping.abort()
  })

  await tellByMail(db.pool, mailing, now, stopping.signal)
  const whileStopping = sent
  await tellByMail(db.pool, mailing, now)

  expect([whileStopping, sent]).toEqual([1, 5])
})

test('given a server of mail that takes its time, each letter is sent when it was, and not when the first was begun', async () => {
  const [now, takesMs] = [hoursAgo(1), 60]
  await waiting(3, now)

  await tellByMail(
    db.pool,
    sendingBy(() => pause(takesMs)),
    now,
  )

  const sent = await database.query<{ after: number }>(
    'select (extract(epoch from sent_at - created_at) * 1000)::int as after from oversight.mail order by sent_at',
  )
  expect(sent).toHaveLength(3)
  // What a timer waits for may be a moment less than it was asked for.
  for (const [index, { after }] of sent.entries()) expect(after).toBeGreaterThan(index * takesMs)
})

test('given alerts that were judged before a digest and written down after it, the next one tells that they were opened', async () => {
  /** Seconds after the hour of digests of a day. */
  const after = (day: LocalDate, seconds: number) => instantOf(day, 7, 0, seconds)
  const opened = (at: Date) => raised('BACKLOG_GROWS', 'STATE', '20', 'RED', at)
  const digest = (day: LocalDate) => writeDigest(db.pool, 'ppnna-officer:20', ADDRESSES, after(day, 1))
  await onceADay('ppnna-officer', '20', 'AMBER', after(DAY, -60))

  await opened(after(DAY, -3_600))
  await digest(DAY)
  // While it was written, these were in a transaction that had begun before.
  for (const seconds of [-20, 0]) await opened(after(DAY, seconds))
  await digest(addDays(DAY, 1))
  await digest(addDays(DAY, 2))

  const letters = await database.query<{ body: string }>('select body from oversight.mail order by created_at')
  const told = letters.map(({ body }) =>
    /(?:En las últimas 24 horas|Desde el resumen anterior):\n(.*)/.exec(body)?.[1]?.trim(),
  )
  expect(told).toEqual(['1 × Abierta', '2 × Abierta', 'ninguna'])
})

test('given states whose own offices read a digest, what is raised in them within ten minutes stands in the next letter to the nation', async () => {
  const at = (minutes: number) => instantOf(DAY, 6, minutes)
  for (const state of ['07', '27']) await onceADay('state-secretary', state, 'CRITICAL', at(-1))

  for (const minute of [0, 1, 2, 11]) {
    for (const state of ['07', '27']) await raised('HELD_IN_PROHIBITED_PLACE', 'CHILD', state, 'CRITICAL', at(minute))
    await tellByMail(db.pool, { addresses: ADDRESSES, transport: null }, at(minute))
  }

  const letters = await database.query<{ subject: string }>(
    "select subject from oversight.mail where recipient = 'federal-secretary' order by created_at, id",
  )
  const told = letters.map(({ subject }) => subject.replace(/^.*Vigía: /, ''))
  expect(told).toEqual(['2 alertas críticas, 2 entidades', '6 alertas críticas, 2 entidades'])
})

test('given an office that chooses anew after the hour and before its digest is written, that of the day comes as it was chosen before', async () => {
  const at = (day: LocalDate, seconds: number) => instantOf(day, 7, 0, seconds)
  await onceADay('ppnna-officer', '20', 'AMBER', at(DAY, -60))
  await raised('BACKLOG_GROWS', 'STATE', '20', 'AMBER', at(DAY, -3_600))
  await onceADay('ppnna-officer', '20', 'CRITICAL', at(DAY, 30))

  const due = await dueDigests(db.pool, at(DAY, 60))
  for (const day of [DAY, addDays(DAY, 1)]) await writeDigest(db.pool, 'ppnna-officer:20', ADDRESSES, at(day, 60))

  expect(due.map(({ recipient }) => recipient)).toEqual(['ppnna-officer:20'])
  const letters = await database.query<{ told: number }>(
    'select cardinality(alert_ids) as told from oversight.mail order by created_at',
  )
  expect(letters).toEqual([{ told: 1 }, { told: 0 }])
})

test('a letter of two states is found by each of them, and by no third', async () => {
  for (const state of ['07', '27'])
    await raised('HELD_IN_PROHIBITED_PLACE', 'CHILD', state, 'CRITICAL', instantOf(DAY, 6))
  await tellByMail(db.pool, { addresses: ADDRESSES, transport: null }, instantOf(DAY, 6))

  const recipientsOf = async (state: string) => {
    const { edges } = await lettersPage(db.pool, { state, written: null, isSent: null }, {})
    return edges.map(({ node }) => node.recipient)
  }
  expect(await recipientsOf('07')).toContain('federal-secretary')
  expect(await recipientsOf('27')).toContain('federal-secretary')
  expect(await recipientsOf('07')).not.toContain('state-secretary:27')
  expect(await recipientsOf('20')).toEqual([])
})

test('given an alert that is over before its letter is written, the letter tells that it was raised, and that it is over', async () => {
  const at = (minutes: number) => instantOf(DAY, 12, minutes)
  const write = (minutes: number) => tellByMail(db.pool, { addresses: ADDRESSES, transport: null }, at(minutes))
  await raised('HELD_IN_PROHIBITED_PLACE', 'CHILD', '07', 'CRITICAL', at(0))
  await write(0)
  for (const minutes of [2, 3]) await raised('HELD_IN_PROHIBITED_PLACE', 'CHILD', '07', 'CRITICAL', at(minutes))
  await database.query('update oversight.alert set resolved_at = $1 where opened_at in ($2, $3)', [at(5), at(0), at(2)])
  await write(11)

  const { edges } = await lettersPage(db.pool, { state: '07', written: null, isSent: null }, { first: 20 })
  const toSecretary = edges.filter(({ node }) => node.recipient === 'state-secretary:07')
  expect(toSecretary.map(({ node }) => node.body.match(/\d × .*/g))).toEqual([
    ['2 × A01 NNA en estación o estancia migratoria; 1 ya terminó', '2 × A01 Child in INM premises; 1 already over'],
    ['1 × A01 NNA en estación o estancia migratoria', '1 × A01 Child in INM premises'],
  ])
})
