/** A file that is sent piece by piece: no faster than it is taken, whoever takes it; and what fails before the first piece is said. */
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Response } from 'express'
import { expect, test } from 'vitest'
import { sendInPieces } from './send-file.ts'

const FOR_GOOD = new AbortController().signal
const NAMED = { number: 'EXP-000007', list: 'children' }

/** What express adds, of which there is need here. */
const asOfExpress = (response: ServerResponse): Response =>
  Object.assign(response, { status: (code: number) => Object.assign(response, { statusCode: code }) }) as Response

/** Sends these by HTTP; gives what the sender says, and what its reader got. */
async function sent(pieces: (response: ServerResponse) => AsyncIterable<string>) {
  const outcome = Promise.withResolvers<string>()
  const server = createServer((_request, response) => {
    sendInPieces(asOfExpress(response), NAMED, pieces(response), FOR_GOOD).then(outcome.resolve, (error: Error) => {
      response.writeHead(503).end()
      outcome.resolve(error.message)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const answer = await new Promise<IncomingMessage>((resolve) => get({ port, host: '127.0.0.1' }, resolve))
  let bytes = 0
  for await (const chunk of answer) bytes += chunk.length
  server.close()
  return { bytes, end: await outcome.promise, status: answer.statusCode, headers: answer.headers }
}

test('given many pieces that each wait to be taken, nobody listens for the end more often than once', async () => {
  const piece = 'x'.repeat(1_000_000)
  const listening: number[] = []
  async function* pieces(response: ServerResponse) {
    for (let n = 0; n < 30; n += 1) {
      listening.push(response.listenerCount('close') + response.listenerCount('error'))
      yield piece
    }
  }

  const { bytes, end } = await sent(pieces)

  expect({ bytes, end }).toEqual({ bytes: 30 * piece.length, end: 'sent' })
  expect(Math.max(...listening)).toBe(listening[0])
})

test('given a file of which not even the first piece can be read, that is told, and no file is begun', async () => {
  // biome-ignore lint/correctness/useYield: it fails before the first.
  async function* pieces(): AsyncGenerator<string> {
    throw new Error('a service is away')
  }

  const { end, status, headers } = await sent(pieces)

  expect({ end, status }).toEqual({ end: 'a service is away', status: 503 })
  expect(headers).not.toHaveProperty('content-disposition')
})
