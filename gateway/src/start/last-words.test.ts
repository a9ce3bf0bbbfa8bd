import { expect, test } from 'vitest'
import { lastWords } from './last-words.ts'

const STARTED = {
  host: '0.0.0.0',
  port: 4000,
  isProduction: false,
  isSynthetic: false,
  live: false,
  took: 'in a moment',
}

test('given an address of its own, that is where the dashboard is; who asks whether it runs asks here', () => {
  const signIn = { issuer: { iss: 'https://id.example.mx' } } as Parameters<typeof lastWords>[0]['signIn'] // Nothing else is told of it.

  const said = lastWords({ ...STARTED, isProduction: true, address: new URL('https://vigia.example.mx'), signIn })

  expect(said).toMatch(/Dashboard +https:\/\/vigia\.example\.mx\/\n/)
  // In production there is no explorer.
  expect(said).toMatch(
    /Graph +https:\/\/vigia\.example\.mx\/graphql {2}\(by POST; documents that are known, and no explorer\)\n/,
  )
  expect(said).toMatch(/Health +http:\/\/localhost:4000\/health\/ready/)
})

test('given none, it is on this machine', () => {
  const said = lastWords({ ...STARTED, address: new URL('http://localhost:4000'), signIn: { issuer: null } })

  expect(said).toMatch(/Dashboard +http:\/\/localhost:4000\/\n/)
  expect(said).toMatch(/Graph .*the explorer, with queries ready to run/)
})
