/** The built dashboard as it is served: pages, files that never change, the explorer, and nothing from elsewhere. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, type World } from './testing/two-services.ts'

let folder: string
let world: World
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'vigia-pages-'))
  const dist = path.join(folder, 'dist')
  mkdirSync(path.join(dist, 'assets'), { recursive: true })
  writeFileSync(path.join(folder, 'secret.txt'), 'secret')
  writeFileSync(path.join(dist, 'index.html'), '<title>Vigía</title>')
  writeFileSync(path.join(dist, 'explorer.html'), '<title>Explorer</title>')
  writeFileSync(path.join(dist, 'assets', 'main-abc123.js'), 'export {}')
  world = await startWorld({ pagesFolder: dist })
})
afterAll(async () => {
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

test.each([
  '/',
  '/panorama',
  '/estado/07',
  '/estado/07/',
  '/informe',
  '/alertas',
  '/alertas/1',
  '/avisos',
  '/bandeja',
  '/sistema',
  '/panorama?desde=2026-01-01',
])('given the address %s, the dashboard opens', async (address) => {
  const answer = await fetch(world.url + address, { headers: BROWSER })

  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('Vigía')
  expect(answer.headers.get('cache-control')).toBe('no-cache')
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(answer.headers.get('x-vigia-data')).toBe('SYNTHETIC')
})

test('a file with a hash in its name is kept by the browser for good', async () => {
  const answer = await fetch(`${world.url}/assets/main-abc123.js`)

  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect(answer.headers.get('content-type')).toContain('text/javascript')
})

test('a browser at /graphql gets the explorer, a program does not', async () => {
  const browser = await fetch(`${world.url}/graphql`, { headers: BROWSER })
  expect(await browser.text()).toContain('Explorer')

  const program = await fetch(`${world.url}/graphql`, { headers: { accept: 'application/json' } })
  expect(program.status).toBe(400)
})

test.each(['/nothing', '/assets/nothing.js', '/estado/07/08', '/index.js'])(
  'given the address %s, where there is nothing, 404 in JSON',
  async (address) => {
    const answer = await fetch(world.url + address)

    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
  },
)

test.each(['/nothing', '/estado/99', '/estado/00', '/estado/7'])(
  'given a browser at %s, where there is no page, the dashboard says so, with the status of it',
  async (address) => {
    const answer = await fetch(world.url + address, { headers: BROWSER })

    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('Vigía')
  },
)

test('given a browser that asks for a file where there is none, it is given no page', async () => {
  const file = await fetch(`${world.url}/assets/nothing.js`, { headers: BROWSER })
  expect(file.headers.get('content-type')).toContain('application/json')
})

/** As it stands: fetch would tidy the address up. */
function statusOf(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(world.url)
    const sent = httpRequest({ hostname, port, path: address }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end()
  })
}

test.each(['/../secret.txt', '/assets/..%2f..%2fsecret.txt', '/%2e%2e/secret.txt', '/secret.txt%00.js', '/%E0%A4%A'])(
  'given the address %s, which leads elsewhere, nothing is told',
  async (address) => {
    expect([400, 404]).toContain(await statusOf(address))
  },
)
