/** Letters to offices by SMTP: one a state in ten minutes, sent once the server takes it, and tried again while it does not. */
import { randomUUID } from 'node:crypto'
import { type AddressInfo, createServer } from 'node:net'
import { type OversightDb, open } from '@vigia/db/oversight'
import { urlOfRole } from '@vigia/db/roles'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailingBy, tellByMail } from '../../services/oversight/src/delivery/mail.ts'
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
async function raised(state: string, at: Date): Promise<void> {
  steps += 1
  await db.pool.query('insert into oversight.mail_waiting values ($1, $2, $3, $4, $5, $6)', [
    ...[steps, randomUUID(), 'HELD_IN_PROHIBITED_PLACE', 'CRITICAL', state, at],
  ])
}

test('fifty alerts are one letter, and what is raised within ten minutes stands in the next one', async () => {
  const mailing = mailingBy({
    smtpUrl: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    from: 'vigia@example.org',
    addresses: { own: 'https://vigia.example.org', of: { 'state-secretary:07': 'sipinna@chiapas.example.org' } },
  })
  const at = (minutes: number) => new Date(Date.UTC(2026, 10, 26, 12, minutes))
  for (let n = 0; n < 50; n += 1) await raised('07', at(0))

  await tellByMail(db.pool, mailing, at(0))
  const whileClosed = letters.length
  isOpen = true
  await tellByMail(db.pool, mailing, at(1))
  await raised('07', at(5))
  await tellByMail(db.pool, mailing, at(5))
  const within = letters.length
  await tellByMail(db.pool, mailing, at(11))

  expect([whileClosed, within, letters.length]).toEqual([0, 1, 2])
  expect(letters[0]).toMatch(/^To: sipinna@chiapas\.example\.org\r$/m)
  expect(letters[0]).toContain('https://vigia.example.org/estado/07')
  expect(
    await database.query(
      'select recipient, address is null as is_shown, sent_at is not null as is_sent, attempts from oversight.mail order by created_at, recipient',
    ),
  ).toEqual([
    { recipient: 'ombudsperson-state:07', is_shown: true, is_sent: false, attempts: 0 },
    { recipient: 'state-secretary:07', is_shown: false, is_sent: true, attempts: 2 },
    { recipient: 'ombudsperson-state:07', is_shown: true, is_sent: false, attempts: 0 },
    { recipient: 'state-secretary:07', is_shown: false, is_sent: true, attempts: 1 },
  ])
})
