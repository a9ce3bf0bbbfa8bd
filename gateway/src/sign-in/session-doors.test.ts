/** What the log holds of a sign-in that came to nothing: why, and a fault where there is one. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { log } from '@vigia/kit/log'
import express from 'express'
import { ResponseBodyError } from 'openid-client'
import { expect, test, vi } from 'vitest'
import { NotLetIn } from './issuer.ts'
import { createSessionDoors, type SessionDoorOptions } from './session-doors.ts'

const FAULT = new Error('the issuer says no')
const saying = (error: string) =>
  new ResponseBodyError('no', { cause: { error }, response: new Response(null, { status: 401 }) })
const [UNKNOWN, OWN_WORDS] = [saying('invalid_client'), saying('ana-lopez')]
const allowed = { allows: () => true }

test.each([
  ['without a cookie', new NotLetIn('no-cookie'), { why: 'no-cookie' }],
  ['whom the issuer refused', new NotLetIn('refused', FAULT), { why: 'refused', fault: FAULT }],
  [
    'as it knows us by no such secret',
    new NotLetIn('refused', UNKNOWN),
    { why: 'refused', said: 'invalid_client', fault: UNKNOWN },
  ],
  ['with words of its own', new NotLetIn('refused', OWN_WORDS), { why: 'refused', fault: OWN_WORDS }],
])('given one comes back %s, the log holds no more than there is', async (_whom, refusal, told) => {
  const said = vi.spyOn(log, 'warn').mockReturnValue()
  const options = {
    address: new URL('http://localhost'),
    issuer: { finish: async () => Promise.reject(refusal) },
    addresses: { of: () => 'somewhere' },
    rates: { signIn: allowed, address: allowed },
    now: () => 0,
  } as unknown as SessionDoorOptions // Nothing else is asked for.
  const server = createServer(express().use(createSessionDoors(options))).listen(0, '127.0.0.1')

  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await fetch(`http://127.0.0.1:${port}/callback`, { redirect: 'manual' })

  server.close()
  const [[entry, sentence] = []] = said.mock.calls
  said.mockRestore()
  expect(entry).toEqual({ requestId: expect.anything(), ...told })
  expect(Object.keys(entry ?? {}).includes('fault')).toBe('fault' in told)
  expect(sentence).toBe('a sign-in failed')
})
