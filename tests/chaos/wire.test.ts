/** A wire does to connections what it says: a fault that is none would prove nothing. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { type Trouble, Wire } from './wire.ts'

/** Answers each message with the same, and a client that has ended with "over". */
const echo = createServer({ allowHalfOpen: true }, (socket) => {
  socket.on('error', () => {})
  socket.on('data', (bytes) => socket.write(bytes))
  socket.on('end', () => socket.end('over'))
})
let wire: Wire
beforeAll(async () => {
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve))
  wire = await Wire.to('a test', (echo.address() as AddressInfo).port)
})
afterAll(() => {
  wire.stop()
  echo.close()
})

interface Line {
  socket: Socket
  heard: () => string
  isClosed: () => boolean
}

async function aLine(): Promise<Line> {
  const socket = connect({ host: '127.0.0.1', port: wire.port, allowHalfOpen: true })
  let [heard, isClosed] = ['', false]
  socket.on('error', () => {}).on('data', (bytes) => (heard += bytes))
  socket.once('close', () => {
    isClosed = true
  })
  await once(socket, 'connect')
  socket.write('hello')
  await eventually(
    async () => heard,
    (said) => said === 'hello',
  )
  return { socket, heard: () => heard, isClosed: () => isClosed }
}

const suffering = (trouble: Trouble, isCutAfter = false) => wire.suffer(trouble, { forMs: 300, isCutAfter })
const hearing = ({ heard }: Line, text: string) =>
  eventually(
    async () => heard(),
    (said) => said === text,
  )
const closing = ({ isClosed }: Line) => eventually(async () => isClosed(), Boolean)

test.each<Trouble>(['held', 'one-way'])('given it is %s, nothing is heard meanwhile', async (trouble) => {
  const line = await aLine()
  const over = suffering(trouble)
  line.socket.write(' you')
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect([line.heard(), line.isClosed()]).toEqual(['hello', false])
  await over
  // A way back that was shut is cut; what was merely held goes on.
  await (trouble === 'held' ? hearing(line, 'hello you') : closing(line))
  line.socket.destroy()
})

test.each<Trouble>(['slow', 'dripping'])('given it is %s, all is heard, and late', async (trouble) => {
  const line = await aLine()
  const over = suffering(trouble)
  const [began, long] = [performance.now(), 'x'.repeat(2_000)]
  line.socket.write(long)
  await hearing(line, `hello${long}`)
  expect(performance.now() - began).toBeGreaterThan(50)
  line.socket.destroy()
  await over
})

test('given it is reset, what was open is cut, and who comes anew is let through', async () => {
  const line = await aLine()
  await suffering('reset')
  await closing(line)
  ;(await aLine()).socket.destroy()
})

test('given it is half closed, the far end hears that nobody sends any more, and its last word is heard', async () => {
  const line = await aLine()
  await suffering('half-closed')
  await hearing(line, 'helloover')
  line.socket.destroy()
})

test('given it is severed, it is cut in the middle of what is said', async () => {
  const line = await aLine()
  const over = suffering('severed')
  line.socket.write('y'.repeat(10_000))
  await closing(line)
  expect(line.heard().length).toBeLessThan(10_000)
  await over
})

test('given what was held is cut after, it is cut', async () => {
  const line = await aLine()
  await suffering('held', true)
  await closing(line)
})
