/** Whoever reads slowly what he missed is asked whether he is there like anybody, and is cut off only when he does not answer. */
import type { Duplex } from 'node:stream'
import { expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { Bundle } from './bundle.ts'
import { Socket } from './socket.ts'
import { Told } from './told.ts'

const BEYOND_WHAT_MAY_WAIT = 300_000

/** A socket whose other end has much to read still, with somebody who has not been told all. */
function clogged() {
  const written: string[] = []
  let isCut = false
  const raw = {
    writableLength: 0,
    write: (frames: Buffer) => written.push(String(frames.subarray(2))),
    on: () => raw,
  }
  const ws = { readyState: 1, OPEN: 1, terminate: () => (isCut = true) }
  const socket = new Socket(ws as unknown as WebSocket, raw as unknown as Duplex)
  const subscription = socket.subscription('one')
  const cursorAt = (seq: number) => `cursor ${seq}`
  socket.begin(subscription, {
    alerts: { cursorAt, restingAt: cursorAt, seq: () => 10, readsPlaces: true, stop: () => {} },
    stop: () => {},
  })
  raw.writableLength = BEYOND_WHAT_MAY_WAIT
  subscription.outlet.give(new Bundle([new Told(11, { data: {} }, false)]))
  written.splice(0)
  return { socket, written, isCut: () => isCut }
}

test('given somebody who has not read all, each heartbeat asks whether he is there, and he stays as long as he answers', () => {
  const { socket, written, isCut } = clogged()
  for (let beat = 0; beat < 10; beat += 1) {
    socket.beat()
    socket.heard()
  }
  expect([written, isCut()]).toEqual([Array.from({ length: 10 }, () => '{"type":"ping"}'), false])
})

test('given somebody who answers no heartbeat, he is cut off at the fourth', () => {
  const { socket, written, isCut } = clogged()
  for (let beat = 0; beat < 3; beat += 1) socket.beat()
  expect(isCut()).toBe(false)
  socket.beat()
  expect([written.length, isCut()]).toEqual([3, true])
})
