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
