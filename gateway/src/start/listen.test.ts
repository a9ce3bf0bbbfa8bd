/** The port: taken by another it is one sentence; closing it cuts streams and finishes answers. */
import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { sendTo } from '../testing/send-raw.ts'
import { freePort, listen } from './listen.ts'
import { createDoorway } from './waiting-page.ts'

const HERE = { host: '127.0.0.1', port: 0 }

test('given a port that is taken, one sentence says which and what to do', async () => {
  const first = await listen((_request, response) => response.end(), HERE)

  const second = listen((_request, response) => response.end(), { ...HERE, port: first.port })

  await expect(second).rejects.toMatchObject({ name: 'CannotStart' })
  await expect(second).rejects.toThrow(`Port ${first.port} is taken`)
  await first.close()
})

test('given a host that is not ours, one sentence names it', async () => {
  const wrong = listen((_request, response) => response.end(), { host: '203.0.113.7', port: 0 })

  await expect(wrong).rejects.toThrow('203.0.113.7')
})

test('given a proxy that keeps connections for a minute, none is closed before, and all are when it ends', async () => {
  const server = await listen((_request, response) => response.end(), HERE)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const [answer] = await once(get({ host: '127.0.0.1', port: server.port, agent }), 'response')
  const { socket, headers } = answer as IncomingMessage
  const ended = once(socket, 'close')

  expect(Number(/^timeout=(\d+)$/.exec(String(headers['keep-alive']))?.[1])).toBeGreaterThan(60)
  await once(answer.resume(), 'end')
  await server.close()
  await ended
  agent.destroy()
})

test('given an answer under way and a stream that never ends, closing finishes the one and cuts the other', async () => {
  const server = await listen((request, response) => {
    response.write('begun ')
    if (request.url === '/answer') setTimeout(() => response.end('done'), 200)
  }, HERE)
  const url = `http://127.0.0.1:${server.port}`
  const answer = await fetch(`${url}/answer`)
  const stream = await fetch(`${url}/stream`)

  const closed = server.close()

  expect(await answer.text()).toBe('begun done')
  await expect(stream.text()).rejects.toThrow()
  await closed
})

test('given who wants a socket while the registry is made ready, and resets, it is told so and the process goes on', async () => {
  const doorway = createDoorway()
  const turnedAway: unknown[] = []
  const server = await listen(
    {
      ...doorway,
      upgrade(request, raw, head) {
        raw.once('close', () => turnedAway.push(raw.errored))
        doorway.upgrade(request, raw, head)
      },
    },
    HERE,
  )
  const peer = connect(server.port, HERE.host)
  peer.write('GET /graphql HTTP/1.1\r\nhost: here\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n')

  const [said] = await once(peer, 'data')
  peer.resetAndDestroy()

  expect(String(said)).toMatch(/^HTTP\/1.1 503 /)
  await expect.poll(() => turnedAway).toMatchObject([{ code: 'ECONNRESET' }])
  await server.close()
})

test('given who looks while the registry is made ready, a page says how far it is in both languages, a program STARTING, and it is live', async () => {
  const doorway = createDoorway()
  const server = await listen(doorway.listener, HERE)
  const url = `http://127.0.0.1:${server.port}`
  const look = async (path: string, accept: string) => {
    const response = await fetch(url + path, { headers: { accept } })
    return { status: response.status, again: response.headers.get('retry-after'), text: await response.text() }
  }
  doorway.say('El archivo <1> de 9')

  const page = await look('/panorama', 'text/html')
  expect(page).toMatchObject({ status: 503, again: '2' })
  expect(page.text).toMatch(/se está preparando.+El archivo &#60;1&#62; de 9.+being made ready/s)
  for (const path of ['/graphql', '/health/ready'])
    expect(await look(path, 'application/json')).toMatchObject({
      ...{ status: 503, again: '2', text: expect.stringContaining('"code":"STARTING"') },
    })
  expect(await look('/health/live', 'text/html')).toMatchObject({ status: 200, text: '{"status":"live"}' })

  doorway.open({ listener: (_request, response) => response.end('open'), upgrade: () => {}, hangUp: () => {} })
  expect(await look('/panorama', 'text/html')).toMatchObject({ status: 200, text: 'open' })
  await server.close()
})

test('a port that another process is to open is none that the system gives to whoever goes out meanwhile', async () => {
  const ports = await Promise.all(Array.from({ length: 20 }, () => freePort(HERE)))

  expect(Math.max(...ports)).toBeLessThan(32_768)
  expect(Math.min(...ports)).toBeGreaterThan(1_023)
})

test('given a program that offers HTTP/2 with what it asks, as that of Java does, it is answered as anybody', async () => {
  const server = await listen(
    {
      listener: (request, response) => void request.pipe(response),
      upgrade: (_request, raw) => raw.destroy(),
      hangUp: () => {},
    },
    HERE,
  )
  const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAEAAEAAAAIAAAAB' }

  const answer = await sendTo(`http://127.0.0.1:${server.port}`, { headers, body: '{"query":"{ nation { code } }"}' })

  await server.close()
  expect([answer.status, answer.text]).toEqual([200, '{"query":"{ nation { code } }"}'])
})

test('given a program that expects what nobody here promises, it is answered as anybody, and not by a bare number', async () => {
  const server = await listen((request, response) => void request.pipe(response), HERE)
  const asked = { body: '{"query":"{ nation { code } }"}' }
  const [odd, usual] = await Promise.all(
    ['a-receipt', '100-continue'].map((expect) =>
      sendTo(`http://127.0.0.1:${server.port}`, { ...asked, headers: { expect } }),
    ),
  )

  await server.close()
  expect([odd?.status, odd?.text]).toEqual([200, asked.body])
  expect([usual?.status, usual?.text]).toEqual([200, asked.body])
})
