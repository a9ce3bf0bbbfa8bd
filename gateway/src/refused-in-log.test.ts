import { expect, test } from 'vitest'
import { scratchDatabase } from '../../tests/support/scratch-database.ts'
import { startSignedWorld } from './testing/signed-world.ts'

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
