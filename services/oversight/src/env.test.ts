/** Settings of the service: what cannot be is said in a sentence. */
import { expect, test } from 'vitest'
import { readSettings } from './env.ts'

const GIVEN = { OVERSIGHT_DATABASE_URL: 'postgres://vigia_oversight@localhost/vigia' }

test('letters are sent with the address that they link to, or not at all', () => {
  const sending = { ...GIVEN, SMTP_URL: 'smtp://mail.example.mx' }

  expect(readSettings(GIVEN)).toMatchObject({ address: '', smtpUrl: undefined })
  expect(readSettings({ ...sending, VIGIA_ADDRESS: 'https://vigia.example.mx/' })).toMatchObject({
    address: 'https://vigia.example.mx',
  })
  for (const VIGIA_ADDRESS of [undefined, ''])
    expect(() => readSettings({ ...sending, VIGIA_ADDRESS })).toThrow(/VIGIA_ADDRESS is needed with SMTP_URL/)
})

test.each([
  { SMTP_URL: 'mail.example.mx' },
  { SMTP_URL: 'http://mail.example.mx' },
  { MAIL_FROM: 'vigia' },
  { MAIL_TO: '{"state-secretary:7": "chiapas@example.mx"}' },
  { MAIL_TO: '{"ombudsperson": "cndh@example.mx"}' },
  { MAIL_TO: '{"federal-secretary": "nobody"}' },
])('given %o, by which a letter would go to nobody, the start says so', (wrong) => {
  expect(() => readSettings({ ...GIVEN, VIGIA_ADDRESS: 'https://vigia.example.mx', ...wrong })).toThrow(
    new RegExp(`^${Object.keys(wrong)[0]} is not usable`),
  )
})

test('given a word of which nobody knows whether receivers may stand on this machine, the start says so', () => {
  const given = (word: string) => readSettings({ ...GIVEN, WEBHOOKS_TO_LOOPBACK: word }).webhooksToLoopback

  expect([given('yes'), given('no'), given('')]).toEqual([true, false, false])
  for (const word of ['maybe', 'true', 'YES'])
    expect(() => given(word)).toThrow(
      `WEBHOOKS_TO_LOOPBACK is not usable: it is ${JSON.stringify(word)}, and must be yes or no.`,
    )
})

test('given what WEBHOOKS.md shows, letters are sent to each office of it', () => {
  const mailTo = {
    'federal-secretary': 'a@example.mx',
    'state-secretary:07': 'b@example.mx',
    'ppnna-officer:07': 'c@example.mx',
  }
  const sending = { SMTP_URL: 'smtps://vigia:p%40ss@mail.example.mx:465', MAIL_FROM: 'Vigía <vigia@example.mx>' }

  expect(
    readSettings({ ...GIVEN, VIGIA_ADDRESS: 'https://vigia.example.mx', ...sending, MAIL_TO: JSON.stringify(mailTo) }),
  ).toMatchObject({ mailTo, smtpUrl: sending.SMTP_URL, mailFrom: sending.MAIL_FROM })
})
