/** Letters to offices by SMTP: to whom, one a state in ten minutes, sent once the server takes it, and tried again while it does not. */
import { randomUUID } from 'node:crypto'
import { type AddressInfo, createServer } from 'node:net'
import { type OversightDb, open } from '@vigia/db/oversight'
import { urlOfRole } from '@vigia/db/roles'
import { addDays } from '@vigia/law/local-dates'
import { instantOf } from '@vigia/law/mexican-time'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailingBy, tellByMail } from '../../services/oversight/src/delivery/mail.ts'
import { dueDigests, writeDigest } from '../../services/oversight/src/store/digest-store.ts'
import { toldPage } from '../../services/oversight/src/store/duty-store.ts'
import { daysAgo, localDay } from '../support/clock.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

let database: ScratchDatabase
let db: OversightDb
let isOpen = false
const letters: string[] = []
/** A server of mail that takes everything, or is closed. */
const server = createServer((socket) => {
  if (!isOpen) return void socket.end('421 closed\r\n')
  let text: string | null = null
  socket.write('220 here\r\n')
  socket.on('data', (chunk) => {
    const said = String(chunk)
    if (text !== null) {
      text += said
      if (!text.endsWith('\r\n.\r\n')) return
      letters.push(text)
      text = null
    } else if (said.startsWith('DATA')) {
      text = ''
      return void socket.write('354 go on\r\n')
    }
    socket.write(said.startsWith('QUIT') ? '221 bye\r\n' : '250 ok\r\n')
  })
  socket.on('error', () => {})
})
beforeAll(async () => {
  database = await scratchDatabase()
  db = open(urlOfRole(database.url, 'vigia_oversight'))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(async () => {
  server.close()
  await db.close()
  await database.drop()
})

let steps = 0
async function raised(state: string, at: Date, { kind = 'HELD_IN_PROHIBITED_PLACE', severity = 'CRITICAL' } = {}) {
  steps += 1
  const alertId = randomUUID()
  await db.pool.query('insert into oversight.mail_waiting values ($1, $2, $3, $4, $5, $6)', [
    ...[steps, alertId, kind, severity, state, at],
  ])
  return alertId
}

/** What the letters to an office prove of an alert. */
async function provenOf(alertId: string, authority: string) {
  const { edges } = await toldPage(db.pool, alertId, { first: 100 })
  return edges.map(({ node }) => node).filter((told) => told.authority === authority)
}

/** All of it is of days that have been: what the database writes by its own clock comes after. */
const DAY = localDay(daysAgo(8))
const at = (minutes: number) => instantOf(DAY, 6, minutes)
const mailing = () =>
  mailingBy({
    smtpUrl: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    from: 'vigia@example.org',
    addresses: { own: 'https://vigia.example.org', of: { 'state-secretary:07': 'sipinna@chiapas.example.org' } },
  })

test('fifty alerts are one letter, and what is raised within ten minutes stands in the next one', async () => {
  for (let n = 0; n < 50; n += 1) await raised('07', at(0))

  await tellByMail(db.pool, mailing(), at(0))
  const whileClosed = letters.length
  isOpen = true
  await tellByMail(db.pool, mailing(), at(1))
  await raised('07', at(5))
  await tellByMail(db.pool, mailing(), at(5))
  const within = letters.length
  await tellByMail(db.pool, mailing(), at(11))

  expect([whileClosed, within, letters.length]).toEqual([0, 1, 2])
  expect(letters[0]).toMatch(/^To: sipinna@chiapas\.example\.org\r$/m)
  expect(letters[0]).toContain('https://vigia.example.org/estado/07')
  expect(
    await database.query(
      'select recipient, address is null as is_shown, sent_at is not null as is_sent, attempts from oversight.mail order by created_at, recipient',
    ),
  ).toEqual([
    { recipient: 'federal-secretary', is_shown: true, is_sent: false, attempts: 0 },
    { recipient: 'ombudsperson-federal', is_shown: true, is_sent: false, attempts: 0 },
    { recipient: 'state-secretary:07', is_shown: false, is_sent: true, attempts: 2 },
    { recipient: 'federal-secretary', is_shown: true, is_sent: false, attempts: 0 },
    { recipient: 'ombudsperson-federal', is_shown: true, is_sent: false, attempts: 0 },
    { recipient: 'state-secretary:07', is_shown: false, is_sent: true, attempts: 1 },
  ])
})

const lettersAt = (now: Date) =>
  database.query<{ recipient: string; subject: string }>(
    `select recipient, subject from oversight.mail where created_at = '${now.toISOString()}' order by recipient, subject`,
  )

test('whoever owes the duty is written to apart from those who oversee it, and INM is not', async () => {
  await raised('30', at(20), { kind: 'NO_DETERMINATION' })
  await raised('30', at(20))
  await tellByMail(db.pool, mailing(), at(20))

  expect(await lettersAt(at(20))).toEqual([
    { recipient: 'federal-secretary', subject: 'Vigía: 2 alertas críticas, Veracruz de Ignacio de la Llave' },
    { recipient: 'ombudsperson-federal', subject: 'Vigía: 1 alerta crítica, Veracruz de Ignacio de la Llave' },
    { recipient: 'ombudsperson-state:30', subject: 'Vigía: 1 alerta crítica, Veracruz de Ignacio de la Llave' },
    {
      recipient: 'ppnna-officer:30',
      subject: 'Vigía: 1 alerta crítica por responder, Veracruz de Ignacio de la Llave',
    },
    { recipient: 'state-secretary:30', subject: 'Vigía: 2 alertas críticas, Veracruz de Ignacio de la Llave' },
  ])
})

const choose = (role: string, state: string | null, severity: string, rhythm: string, when: Date) =>
  db.pool.query(
    `insert into oversight.letter_choice (id, role, state, severity, rhythm, author, at) values ($1, $2, $3, $4, $5, 'somebody of it', $6)`,
    [randomUUID(), role, state, severity, rhythm, when],
  )

test('what an office has silenced is not written to it, what others read stays, and what is critical is written to all', async () => {
  for (const role of ['state-secretary', 'ombudsperson-state', 'ppnna-officer'])
    await choose(role, '14', 'RED', 'AT_ONCE', at(21))
  await choose('federal-secretary', '14', 'RED', 'AT_ONCE', at(21))
  await db.pool.query(
    `insert into oversight.alert_silence (id, kinds, state, reason, author, author_role, at, until)
     values ($1, '{NO_DETERMINATION}', '14', 'Se revisa con la Procuraduría', 'a secretary', 'state-secretary', $2, $3)`,
    [randomUUID(), at(30), at(90)],
  )
  const toSecretary = async (now: Date) =>
    (await lettersAt(now)).filter(({ recipient }) => recipient === 'state-secretary:14').length
  await raised('14', at(40), { kind: 'NO_DETERMINATION', severity: 'RED' })
  await tellByMail(db.pool, mailing(), at(40))
  await raised('14', at(60), { kind: 'NO_DETERMINATION' })
  await tellByMail(db.pool, mailing(), at(60))
  await raised('14', at(100), { kind: 'NO_DETERMINATION', severity: 'RED' })
  await tellByMail(db.pool, mailing(), at(100))

  expect((await lettersAt(at(40))).map(({ recipient }) => recipient)).toEqual([
    ...['federal-secretary', 'ombudsperson-state:14', 'ppnna-officer:14'],
  ])
  expect([await toSecretary(at(40)), await toSecretary(at(60)), await toSecretary(at(100))]).toEqual([0, 1, 1])
})

test('given an office chose a digest, it has one a day, of what is open and what has happened, and is written to at once of its own critical duty', async () => {
  // Given a Procuraduría that chose one yesterday, and what has happened since
  const [yesterday, seven] = [instantOf(DAY, 7), instantOf(addDays(DAY, 1), 7)]
  await choose('ppnna-officer', '20', 'AMBER', 'DAILY', yesterday)
  await database.query(
    `with raised as (
      insert into oversight.alert (id, kind, about, owner, subject, state, severity, since, reached_at, opened_at)
      select gen_random_uuid(), 'BACKLOG_GROWS', 'STATE', '20', 'backlog', '20', 'RED', $1, $1, $1 returning id)
    insert into oversight.alert_history (alert_id, at, step, severity, reached_at) select id, $1, 'OPENED', 'RED', $1 from raised`,
    [instantOf(DAY, 20)],
  )

  // When its hour has not come yet, and when it has come
  const due = async (now: Date) => (await dueDigests(db.pool, now)).map(({ recipient }) => recipient)
  const early = await due(new Date(seven.getTime() - 60_000))
  for (const recipient of await due(seven)) await writeDigest(db.pool, recipient, mailing().addresses, seven)
  await writeDigest(db.pool, 'ppnna-officer:20', mailing().addresses, new Date(seven.getTime() + 60_000))

  // Then it has one, once
  expect([early, await due(seven)]).toEqual([[], []])
  expect(
    await database.query("select recipient, subject, body from oversight.mail where subject like '%resumen%'"),
  ).toEqual([
    {
      recipient: 'ppnna-officer:20',
      subject: `Vigía: resumen del ${addDays(DAY, 1)}, Oaxaca: 1 abierta`,
      body: expect.stringMatching(/1 × E01 .*\(roja\)[\s\S]*En las últimas 24 horas:\n {2}1 × Abierta/),
    },
  ])

  // And the digest proves of which alert it told, and how grave that was
  const [growing] = await database.query<{ id: string }>("select id from oversight.alert where state = '20'")
  expect(await provenOf(growing?.id ?? '', 'ppnna-officer:20')).toMatchObject([
    { channel: 'MAIL', severity: 'RED', outcome: 'SHOWN', dueAt: seven },
  ])

  // And of what is critical and its own it is written to at once, as before: the digest is none of the letters of ten minutes
  const later = new Date(seven.getTime() + 300_000)
  await raised('20', later, { kind: 'NO_DETERMINATION' })
  await raised('20', later, { kind: 'NO_DETERMINATION', severity: 'RED' })
  await tellByMail(db.pool, mailing(), later)
  expect((await lettersAt(later)).filter(({ recipient }) => recipient === 'ppnna-officer:20')).toEqual([
    { recipient: 'ppnna-officer:20', subject: 'Vigía: 1 alerta crítica por responder, Oaxaca' },
  ])
})

test('given nobody chose anything, what is critical alone waits to be written of; once an office wants more, that does too', async () => {
  const waiting = async () =>
    (await database.query("select kind, severity from oversight.mail_waiting where state = '22' order by severity"))
      .length
  const raise = (severity: string) =>
    database.query(
      `with raised as (
      insert into oversight.alert (id, kind, about, owner, subject, state, severity, since, reached_at, opened_at)
      select gen_random_uuid(), 'UNLISTED_PLACE', 'FACILITY', gen_random_uuid()::text, gen_random_uuid()::text, '22', $1, now(), now(), now()
      returning id)
    insert into oversight.alert_history (alert_id, at, step, severity, reached_at) select id, now(), 'OPENED', $1, now() from raised`,
      [severity],
    )

  for (const severity of ['AMBER', 'RED', 'CRITICAL']) await raise(severity)
  const before = await waiting()
  await choose('dif-officer', '22', 'RED', 'AT_ONCE', new Date())
  for (const severity of ['AMBER', 'RED', 'CRITICAL']) await raise(severity)

  expect([before, await waiting()]).toEqual([1, 3])
})

test('a letter proves of which alerts it told and how grave they were; one that no try could send is dead, and not waiting', async () => {
  const minutes = [0, 0.2, 7, 45, 190, 560, 1_300, 2_350, 3_850, 5_650]
  const on = (minute: number) => new Date(instantOf(addDays(DAY, 2)).getTime() + minute * 60_000)
  await choose('state-secretary', '07', 'AMBER', 'AT_ONCE', on(-1))
  isOpen = false
  const [mild, grave] = [
    await raised('07', on(0), { severity: 'AMBER' }),
    await raised('07', on(0), { severity: 'CRITICAL' }),
  ]
  await tellByMail(db.pool, mailing(), on(0))
  const [waiting] = await provenOf(mild, 'state-secretary:07')
  for (const minute of minutes) await tellByMail(db.pool, mailing(), on(minute + 1))

  expect(waiting).toMatchObject({ severity: 'AMBER', outcome: 'WAITING', toldAt: null })
  expect(await provenOf(mild, 'state-secretary:07')).toMatchObject([
    { severity: 'AMBER', outcome: 'DEAD', toldAt: null, tries: 10 },
  ])
  expect(await provenOf(grave, 'state-secretary:07')).toMatchObject([{ severity: 'CRITICAL', outcome: 'DEAD' }])
})
