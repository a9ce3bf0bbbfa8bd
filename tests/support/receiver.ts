/** The system of a partner on this machine: takes messages, verifies who signed them, and answers as a test wants it to. */
import { createPublicKey, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Received {
  headers: IncomingHttpHeaders
  body: string
  type: string
  data: Record<string, unknown>
}

export interface Receiver {
  url: string
  /** All that came, challenges left out. */
  messages: Received[]
  /** What is answered from now on: a status, or more. */
  answer: (next: Answering) => void
  stop: () => Promise<void>
}

interface Answer {
  status: number
  headers?: Record<string, string>
  body?: string
}
type Answering = (received: Received) => Answer | Promise<Answer>

/** It gives challenges back and takes everything else, unless told otherwise. */
export async function aReceiver(): Promise<Receiver> {
  const messages: Received[] = []
  let answering: Answering = () => ({ status: 204 })
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const { type, data } = JSON.parse(body)
    const received = { headers: request.headers, body, type, data }
    const isChallenge = /webhook\.challenge$/.test(type)
    if (!isChallenge) messages.push(received)
    const {
      status,
      headers,
      body: said,
    } = isChallenge
      ? { status: 200, headers: {}, body: JSON.stringify({ challenge: data.challenge }) }
      : { headers: {}, body: '', ...(await answering(received)) }
    response.writeHead(status, headers).end(said)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    messages,
    answer: (next) => {
      answering = next
    },
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

/** By the key that is told with an endpoint: ed25519, over id, time and body (Standard Webhooks, v1a). */
export const isSignedBy = (key: string, { headers, body }: Received) => {
  const der = Buffer.concat([
    Buffer.from('302a300506032b6570032100', 'hex'),
    Buffer.from(key.replace('whpk_', ''), 'base64'),
  ])
  const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' })
  const signed = Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
  return String(headers['webhook-signature'])
    .split(' ')
    .filter((part) => part.startsWith('v1a,'))
    .some((part) => verify(null, signed, publicKey, Buffer.from(part.slice(4), 'base64')))
}
