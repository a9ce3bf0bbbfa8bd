/** What was given on the word of one issuer, when another is named: a trial account opens nothing in a registry of real children. */
import { randomBytes } from 'node:crypto'
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { PersonalTokens } from './personal-tokens.ts'
import { SessionStore } from './session-store.ts'
import { TRIAL_ISSUER, USUAL_TERMS } from './settings.ts'

const NAMED = 'https://id.example.mx'
const NOW = new Date()
const WHO = { actor: { ...PSEUDONYMOUS_FEDERAL_SECRETARY, sub: 'cndh' }, name: 'CNDH' }

let database: ScratchDatabase
let pool: ReturnType<typeof openPool>
beforeAll(async () => {
  database = await scratchDatabase()
  pool = openPool(urlOfRole(database.url, 'vigia_sessions'), 2)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

async function signIn(issuer: string) {
  const id = randomBytes(32).toString('base64url')
  const sessions = new SessionStore(pool, issuer, USUAL_TERMS)
  await sessions.begin(id, WHO, { now: NOW, former: null })
  const caller = await sessions.use(id, NOW.getTime(), 0)
  if (!caller) throw new Error('The session that was begun does not hold.')
  return { id, caller }
}

test('given another issuer is named, no session and no token holds, nor does one come back by a sign-in of that name', async () => {
  const { id, caller } = await signIn(TRIAL_ISSUER)
  const token = await new PersonalTokens(pool, TRIAL_ISSUER).make(caller, { name: 'before', days: 90 }, NOW)
  expect(await new PersonalTokens(pool, TRIAL_ISSUER).use(token, NOW.getTime())).toMatchObject({ by: 'personal-token' })
  const [sessions, tokens] = [new SessionStore(pool, NAMED, USUAL_TERMS), new PersonalTokens(pool, NAMED)]

  expect(await sessions.use(id, NOW.getTime(), NOW.getTime())).toBeNull()
  expect(await sessions.holds(caller.key, NOW.getTime(), NOW.getTime())).toBe(false)
  expect(await tokens.use(token, NOW.getTime())).toBeNull()

  await signIn(NAMED)
  expect(await tokens.list('cndh', NOW)).toEqual([])
  expect(await tokens.use(token, NOW.getTime())).toBeNull()
  expect(await new PersonalTokens(pool, TRIAL_ISSUER).use(token, NOW.getTime())).toBeNull()
})
