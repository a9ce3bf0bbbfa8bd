/** What is no request, or is too long for one, is told so as JSON with a code; an answer that has begun is let be. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Listening, listen } from '../start/listen.ts'

let server: Listening
beforeAll(async () => {
  const begin = (response: { write: (text: string) => unknown }) => response.write('begun')
  server = await listen((_request, response) => void begin(response), { host: '127.0.0.1', port: 0 })
})
afterAll(() => server.close())

async function told(sent: string) {
  const peer = connect(server.port, '127.0.0.1')
  peer.end(sent)
  const [head = '', body = ''] = (await text(peer)).split('\r\n\r\n')
  const { errors } = JSON.parse(body) as { errors: { message: string; extensions: { code: string } }[] }
  return { head, length: Buffer.byteLength(body), message: errors[0]?.message, code: errors[0]?.extensions.code }
}

test.each([
  ['what is not HTTP', 'HELO registry\r\n\r\n', 400, 'BAD_REQUEST', /no request/],
  [
    'a length that is none',
    'POST / HTTP/1.1\r\nhost: here\r\ncontent-length: -1\r\n\r\n',
    400,
    'BAD_REQUEST',
    /no request/,
  ],
  [
    'too many cookies',
    `GET / HTTP/1.1\r\nhost: here\r\ncookie: ${'a'.repeat(20_000)}\r\n\r\n`,
    431,
    'HEADERS_TOO_LARGE',
    /16384 bytes/,
  ],
])('%s is refused with its code', async (_what, sent, status, code, sentence) => {
  const { head, length, ...said } = await told(sent)

  expect(head).toMatch(
    new RegExp(`^HTTP/1.1 ${status} .+content-type: application/json.+content-length: ${length}\\r\\n`, 's'),
  )
  expect(said).toEqual({ code, message: expect.stringMatching(sentence) })
})

test('into an answer that has begun nothing else is written', async () => {
  const peer = connect(server.port, '127.0.0.1')
  peer.write('GET / HTTP/1.1\r\nhost: here\r\n\r\n')
  const [begun] = (await once(peer, 'data')) as [Buffer]
  const rest = text(peer).catch(() => '')
  peer.write('HELO registry\r\n\r\n')

  expect(String(begun)).toMatch(/^HTTP\/1.1 200 OK.+begun\r\n$/s)
  expect(await rest).toBe('')
})
