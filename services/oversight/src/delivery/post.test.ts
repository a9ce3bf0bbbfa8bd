/** Row 47 of security.md 10: what a receiver answers, and what that does to whoever sends. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Outgoing } from './outgoing-address.ts'
import { LIMITS, post } from './post.ts'

const HERE: Outgoing = { allowsLoopback: true, resolve: async () => ['127.0.0.1'] }
const SWITCHED = 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: other\r\n\r\n'
const MESSAGE = { headers: { 'content-type': 'application/json' }, body: '{}' }
const servers: Server[] = []
afterAll(() => {
  for (const server of servers) server.close()
})

async function listening(server: Server): Promise<string> {
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}
const receiver = (answer: RequestListener) => listening(createServer(answer))
const socketReceiver = (answer: (socket: Socket) => void) => listening(createSocketServer(answer))

let canary: string
let hits = 0
beforeAll(async () => {
  canary = await receiver((_request, response) => {
    hits += 1
    response.end()
  })
})

test('a success is one, whatever it says', async () => {
  const url = await receiver((_request, response) => response.writeHead(202).end('thanks'))

  expect(await post(url, MESSAGE, HERE)).toMatchObject({ status: 202, fault: null, body: 'thanks' })
})

test.each([301, 302, 303, 307, 308])(
  'row 46, row 47: %s is a failure, and nobody goes where it leads',
  async (status) => {
    const url = await receiver((_request, response) => response.writeHead(status, { location: canary }).end())

    expect(await post(url, MESSAGE, HERE)).toMatchObject({ status, fault: 'REDIRECT' })
    expect(hits).toBe(0)
  },
)

test.each([
  [410, undefined],
  [429, '9999'],
  [500, undefined],
  [404, undefined],
] as const)('row 47: %s is a failure', async (status, retryAfter) => {
  const url = await receiver((_request, response) =>
    response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter }).end(),
  )

  expect(await post(url, MESSAGE, HERE)).toMatchObject({ status, fault: 'ANSWER', retryAfter })
})

test('row 47: an answer of any size is read up to 64 KB', async () => {
  let isCut = false
  const url = await receiver((_request, response) => {
    const pour = () => {
      while (!response.destroyed && response.write(Buffer.alloc(64 * 1024, 'x')));
    }
    response.on('drain', pour).on('close', () => {
      isCut = true
    })
    pour()
  })

  const { status, fault, body } = await post(url, MESSAGE, HERE)
  await expect.poll(() => isCut).toBe(true)

  expect([status, fault, body.length]).toEqual([200, null, 64 * 1024])
})

test('row 47: headers that never end are cut', async () => {
  const url = await socketReceiver((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n')
    const pour = () => {
      while (!socket.destroyed && socket.write(`x-${'y'.repeat(900)}: z\r\n`));
    }
    socket.on('drain', pour).on('error', () => {})
    pour()
  })

  expect(await post(url, MESSAGE, HERE)).toMatchObject({ status: null, fault: 'ANSWER' })
})

test.each<[string, (socket: Socket) => void]>([
  ['says nothing', () => {}],
  ['sends its headers one sign at a time', (socket) => socket.write('HTTP/1.1 200 OK\r\nx-slow: ')],
  ['begins a body and stops', (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nab')],
])('row 47: a receiver that %s fails when the time is over', async (_what, answer) => {
  const url = await socketReceiver((socket) => {
    socket.on('error', () => {})
    answer(socket)
  })

  expect(await post(url, MESSAGE, HERE, { ...LIMITS, totalInMs: 150 })).toMatchObject({
    status: null,
    fault: 'TIMEOUT',
  })
})

test.each([
  ['ends', (socket: Socket) => socket.end(SWITCHED)],
  ['stays', (socket: Socket) => socket.write(SWITCHED)],
])('row 47: a receiver that turns to another protocol and %s is a failure, at once', async (_what, answer) => {
  const url = await socketReceiver((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => answer(socket))
  })

  expect(await post(url, MESSAGE, HERE)).toMatchObject({ status: null, fault: 'ANSWER' })
})

test('row 47: a receiver has 15 seconds', () => {
  expect(LIMITS.totalInMs).toBe(15_000)
})

test('the time counts for the name too', async () => {
  const resolve = () => new Promise<string[]>(() => {})

  expect(
    await post(
      'https://receptor.example.org/',
      MESSAGE,
      { allowsLoopback: false, resolve },
      { ...LIMITS, totalInMs: 50 },
    ),
  ).toMatchObject({
    fault: 'TIMEOUT',
  })
})

test('a connection that is refused or cut is a failure', async () => {
  const cut = await socketReceiver((socket) => socket.destroy())

  expect(await post(cut, MESSAGE, HERE)).toMatchObject({ status: null, fault: 'UNREACHABLE' })
  expect(await post('http://127.0.0.1:9/', MESSAGE, HERE)).toMatchObject({ status: null, fault: 'UNREACHABLE' })
})

test.each([
  [200, 'ANSWER', 'content-length: 10'],
  [429, 'ANSWER', 'content-length: 10\r\nretry-after: 7'],
  [410, 'ANSWER', 'transfer-encoding: chunked'],
  [302, 'REDIRECT', 'content-length: 10'],
] as const)(
  'a receiver that answers %s and breaks off within its words has answered',
  async (status, fault, headers) => {
    const url = await socketReceiver((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => socket.end(`HTTP/1.1 ${status} Said\r\n${headers}\r\n\r\nab`))
    })

    const retryAfter = status === 429 ? '7' : undefined
    expect(await post(url, MESSAGE, HERE)).toMatchObject({ status, fault, retryAfter, body: '' })
  },
)

test('a name that leads to several addresses is reached by the one that answers', async () => {
  const { port } = new URL(await receiver((_request, response) => response.end('ok')))
  const resolve = async () => ['127.0.0.2', '127.0.0.1']

  expect(await post(`http://localhost:${port}/`, MESSAGE, { ...HERE, resolve })).toMatchObject({ status: 200 })
})

test('row 46: a name that leads elsewhere the second time is not called there: what was judged is what is dialled', async () => {
  const { port } = new URL(canary)
  let asked = 0
  const rebinding: Outgoing = {
    allowsLoopback: false,
    resolve: async () => {
      asked += 1
      return [asked === 1 ? '192.0.2.1' : '127.0.0.1']
    },
  }

  for (let turn = 0; turn < 2; turn += 1)
    expect(await post(`https://receptor.example.org:8443/${port}`, MESSAGE, rebinding)).toMatchObject({
      fault: 'URL_NOT_ALLOWED',
    })
  expect([asked, hits]).toEqual([2, 0])
})

/** As two machines of a partner have them: one that vouches for itself, and one whose issuer the receiver forgot to send along. */
function certificates(folder: string): Record<'ofItself' | 'withoutItsIssuer', { key: string; cert: string }> {
  const at = (name: string) => path.join(folder, name)
  const made = ['-newkey', 'rsa:2048', '-nodes', '-days', '1', '-addext', 'subjectAltName=DNS:localhost']
  const make = (name: string, ...more: string[]) => {
    const written = ['-keyout', at(`${name}.key`), '-out', at(`${name}.pem`), '-subj', `/CN=${name}`]
    execFileSync('openssl', ['req', '-x509', ...made, ...written, ...more], { stdio: 'ignore' })
    return { key: readFileSync(at(`${name}.key`), 'utf8'), cert: readFileSync(at(`${name}.pem`), 'utf8') }
  }
  const ofItself = make('issuer')
  return { ofItself, withoutItsIssuer: make('receiver', '-CA', at('issuer.pem'), '-CAkey', at('issuer.key')) }
}

test('a receiver whose certificate cannot be believed is told so, and not that nobody could be reached', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vigia-receivers-'))
  const { ofItself, withoutItsIssuer } = certificates(folder)
  rmSync(folder, { recursive: true })
  let taken = 0
  const faultsAt = async (credentials: { key: string; cert: string }) => {
    const url = await listening(createSecureServer(credentials, () => (taken += 1)))
    return (await post(url.replace('http:', 'https:'), MESSAGE, HERE)).fault
  }

  expect(await faultsAt(ofItself)).toBe('TLS')
  expect(await faultsAt(withoutItsIssuer)).toBe('TLS')
  expect(taken).toBe(0)
})
