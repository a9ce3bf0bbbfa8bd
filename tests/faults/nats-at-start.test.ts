/** A gateway comes to NATS: by the name that it was given, over a line that is sealed, or before there is anybody. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { nkeys } from '@nats-io/transport-node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { carriedBy } from '../support/carried.ts'
import { eventually } from '../support/eventually.ts'
import { aNatsServer } from '../support/nats-server.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { writeSteps } from '../support/steps.ts'

let database: ScratchDatabase
let folder: string
beforeAll(async () => {
  database = await scratchDatabase()
  folder = mkdtempSync(path.join(tmpdir(), 'vigia-nats-names-'))
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const inFolder = (name: string, text: string): string => {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

/** Of this machine, for a day. */
function aCertificate(): { key: string; certificate: string } {
  const [key, certificate] = [path.join(folder, 'key.pem'), path.join(folder, 'certificate.pem')]
  const named = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const made = ['-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, '-days', '1']
  execFileSync('openssl', ['req', '-x509', ...made, ...named], { stdio: 'ignore' })
  return { key, certificate }
}

interface Way {
  /** Of the server. */
  settings: string
  /** What lets the gateway in, by the server's port. */
  right: (port: number) => NodeJS.ProcessEnv
  wrong: (port: number) => NodeJS.ProcessEnv
}

const WAYS: readonly (readonly [what: string, way: () => Way])[] = [
  [
    'a name and a password',
    () => ({
      settings: 'authorization { user: vigia, password: "a password" }',
      right: (port) => ({ NATS_URL: `nats://vigia:a%20password@127.0.0.1:${port}` }),
      wrong: (port) => ({ NATS_URL: `nats://127.0.0.1:${port}` }),
    }),
  ],
  [
    'a token',
    () => ({
      settings: 'authorization { token: "a-token" }',
      right: (port) => ({ NATS_URL: `nats://a-token@127.0.0.1:${port}` }),
      wrong: (port) => ({ NATS_URL: `nats://another@127.0.0.1:${port}` }),
    }),
  ],
  [
    'an NKEY',
    () => {
      const [own, other] = [nkeys.createUser(), nkeys.createUser()]
      const seed = (name: string, pair: typeof own) => inFolder(name, `${Buffer.from(pair.getSeed()).toString()}\n`)
      const with_ = (file: string) => (port: number) => ({ NATS_URL: `nats://127.0.0.1:${port}`, NATS_NKEY: file })
      return {
        settings: `authorization { users: [{ nkey: ${own.getPublicKey()} }] }`,
        right: with_(seed('own.nk', own)),
        wrong: with_(seed('other.nk', other)),
      }
    },
  ],
  [
    'a certificate that is believed',
    () => {
      const { key, certificate } = aCertificate()
      return {
        settings: `tls { cert_file: "${certificate}", key_file: "${key}" }`,
        right: (port) => ({ NATS_URL: `tls://localhost:${port}`, NATS_CA: certificate }),
        wrong: (port) => ({ NATS_URL: `tls://localhost:${port}` }),
      }
    },
  ],
]

test.each(WAYS)(
  'given a NATS that asks for %s, it carries for whoever has it, and for nobody else',
  async (_what, way) => {
    const { settings, right, wrong } = way()
    const nats = await aNatsServer(settings)
    const [own, other] = await Promise.all(
      [right(nats.port), wrong(nats.port)].map((env) => carriedBy(database.url, env)),
    )

    await eventually(async () => own?.isKept(), Boolean)
    await writeSteps(database)

    // Whoever is not let in is told all the same, and says why
    for (const { told } of [own, other].flatMap((one) => one ?? []))
      await eventually(
        async () => told.length,
        (count) => count === 3,
      )
    expect(own?.said).toEqual([])
    expect(await other?.isKept()).toBe(false)
    expect(other?.said[0]).toMatch(
      /^NATS at (?:nats|tls):\/\/[\w.]+:\d+ cannot carry the alerts \(.+\): PostgreSQL does until it can\.$/,
    )
    expect(other?.said.join()).not.toMatch(/another|password/)
    await Promise.all([own?.stop(), other?.stop()])
    await nats.stop()
  },
)

test('given no NATS when it starts, PostgreSQL carries at once, and NATS from when it is there', async () => {
  const nats = await aNatsServer()
  await nats.kill()
  const gateway = await carriedBy(database.url, { NATS_URL: nats.url })
  await eventually(
    async () => gateway.said,
    (said) => said.length > 0,
  )

  await writeSteps(database)
  await eventually(
    async () => gateway.told.length,
    (count) => count === 3,
    1_000,
  )
  expect(await gateway.isKept()).toBe(false)
  expect(gateway.said).toEqual([
    `NATS at ${nats.url} cannot carry the alerts (connection refused): PostgreSQL does until it can.`,
  ])

  await nats.start()
  await eventually(gateway.isKept, Boolean)
  expect(gateway.said[1]).toBe(`NATS at ${nats.url} carries the alerts again.`)
  await gateway.stop()
  await nats.stop()
})
