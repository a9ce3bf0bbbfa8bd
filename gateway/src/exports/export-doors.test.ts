/** What is on its way to somebody who is turned out goes no further: a long file, and a short one while it is gathered. Nor does a long one with the gateway. */
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { MOST_AT_ONCE, WORKED_AT_ONCE } from '@vigia/law/terms-of-partners'
import { afterEach, expect, test } from 'vitest'
import { Refused } from '../request/refused.ts'
import { doorsOver, place, post, read } from '../testing/doors-of-exports.ts'

let close = () => {}
afterEach(() => close())

async function doors(...over: Parameters<typeof doorsOver>) {
  const opened = await doorsOver(...over)
  close = opened.close
  return opened
}

test('given a long file whose taker is turned out after its first page, the rest is not told, and it may be fetched again', async () => {
  const next = Promise.withResolvers<void>()
  const { said, turnOut, port } = await doors(async function* () {
    yield [place('of before')]
    await next.promise
    yield [place('of after')]
  })
  const answer = await post(port, '/EXP-000007/file')

  turnOut()
  next.resolve()

  // Nor does a proxy keep any of it back, to hand it on later.
  expect(answer.headers['x-accel-buffering']).toBe('no')

  const { text, isWhole } = await read(answer)
  expect(text).not.toContain('of after')
  expect(isWhole).toBe(false)
  await expect.poll(() => said.toSorted()).toEqual(['forgotten', 'not given'])
})

test('given a file that is gathered while its taker is turned out, none of it is told, and it counts as none', async () => {
  const [begun, next] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const { said, turnOut, port } = await doors(async function* () {
    begun.resolve()
    await next.promise
    yield [place('of after')]
  })
  const asked = post(port, '/', JSON.stringify({ list: 'facilities', purpose: 'Informe de la prueba' }))
  await begun.promise

  turnOut()
  next.resolve()

  const answer = await asked
  expect([answer.statusCode, (await read(answer)).text]).toEqual([401, 'UNAUTHENTICATED'])
  expect(said).not.toContain('kept')
})

test('given a reader who has not taken all of a short file when he is turned out, the rest is not told', async () => {
  const long = 'x'.repeat(30_000_000)
  const { said, turnOut, port } = await doors(async function* () {
    yield [place(long)]
  })
  const answer = await post(port, '/', JSON.stringify({ list: 'facilities', purpose: 'Informe de la prueba' }))

  turnOut()

  const { text, isWhole } = await read(answer)
  expect(isWhole).toBe(false)
  // Nor what the system had taken of it, for a reader who takes his time.
  expect(text.length).toBeLessThan(2_000_000)
  await expect.poll(() => said).toContain('forgotten')
})

test('given more files of one account asked for at once than it may have under way, four are gathered and the rest turned away', async () => {
  let gathered = 0
  const next = Promise.withResolvers<void>()
  const { port } = await doors(async function* () {
    gathered += 1
    await next.promise
    yield [place('of a file')]
  })
  const wish = JSON.stringify({ list: 'facilities', purpose: 'Informe de la prueba' })
  const refused: (number | undefined)[] = []
  const ask = async () => {
    const { statusCode } = await post(port, '/', wish)
    if (statusCode !== 200) refused.push(statusCode)
  }

  const asked = Array.from({ length: MOST_AT_ONCE + 1 }, ask)

  await expect.poll(() => gathered + refused.length).toBeGreaterThan(WORKED_AT_ONCE)
  expect([gathered, refused]).toEqual([WORKED_AT_ONCE, [429]])
  next.resolve()
  await Promise.all(asked)
  expect(gathered).toBe(MOST_AT_ONCE)
})

test('given somebody who shows nothing that is known, he is turned away before his wish is read', async () => {
  const { port } = await doors(
    async function* () {},
    () => Promise.reject(new Refused(401, 'UNAUTHENTICATED', 'Sign in.')),
  )
  const asking = request({ port, path: '/', method: 'POST', headers: { 'content-length': '50' } })
  asking.on('error', () => {})
  asking.write('{')

  const [answer] = (await once(asking, 'response')) as [IncomingMessage]

  expect(answer.statusCode).toBe(401)
  asking.destroy()
})

test('given the gateway stops while a long file is on its way, it is noted as not given before that is over, and may be fetched again', async () => {
  const next = Promise.withResolvers<void>()
  const { said, onTheirWay, port } = await doors(async function* () {
    yield [place('of before')]
    await next.promise
    yield [place('of after')]
  })
  const answer = await post(port, '/EXP-000007/file')

  onTheirWay.breakOff()
  const ended = onTheirWay.ended().then(() => said.includes('not given'))
  next.resolve()

  expect(await ended).toBe(true)
  expect((await read(answer)).isWhole).toBe(false)
})
