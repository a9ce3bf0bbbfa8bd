import { log } from '@vigia/kit/log'
import { expect, test, vi } from 'vitest'
import { scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { startSignedWorld } from '../testing/signed-world.ts'

test('given tokens that are over or nobody’s, the log has why for who looks for it, and no fault that wakes somebody', async () => {
  const world = await startSignedWorld(await scratchDatabase())
  const iat = Math.floor(world.now() / 1_000) - 290
  const tokens = [await world.issuer.token({ iat, exp: iat + 200 }), await world.issuer.token({}, { kid: 'of nobody' })]

  for (const token of tokens) expect((await world.ask({ authorization: `Bearer ${token}` })).status).toBe(401)

  const told = world.log.map((line) => JSON.parse(line)).filter(({ fault }) => fault)
  await world.stop()
  expect(told.map(({ level, fault }) => [level, fault.name])).toEqual([
    [30, 'JWTExpired'],
    [30, 'JWKSNoMatchingKey'],
  ])
})

test.each([
  ['for another audience', { aud: 'urn:of:another' }, 'aud'],
  ['by a clock two minutes ahead', { iat: Math.floor(Date.now() / 1_000) + 120 }, 'iat'],
  ['with states that are none', { vigia_role: 'partner', vigia_states: '07' }, 'vigia_states'],
  ['of a person', { sub: 'ana' }, 'sub'],
])('given a token of a program %s, the log names the claim', async (_what, claims, claim) => {
  const world = await startSignedWorld(await scratchDatabase())
  const said = vi.spyOn(log, 'info').mockReturnValue()

  const { status } = await world.ask({ authorization: `Bearer ${await world.issuer.token(claims)}` })

  const told = said.mock.calls.map(([entry]) => entry)
  said.mockRestore()
  await world.stop()
  expect([status, told]).toEqual([401, [{ claim }]])
})
