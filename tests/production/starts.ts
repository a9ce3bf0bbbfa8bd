/** What a start in production refuses, in one sentence and with 1. */
import pg from 'pg'
import { dataFolder, startProgram } from '../support/program.ts'
import { startedOf } from './line.ts'
import type { Product } from './product.ts'

const PATIENCE_IN_MS = 60_000

export async function refusedStart(product: Product, change: NodeJS.ProcessEnv, why: RegExp): Promise<string | null> {
  const { env, databaseUrl } = startedOf(product)
  const given = { ...env, DATABASE_URL: databaseUrl, PORT: '0', ...change }
  const program = startProgram('gateway/src/main.ts', ['--no-twin'], given)
  const timer = setTimeout(() => program.child.kill('SIGKILL'), PATIENCE_IN_MS)
  // Whoever starts is not waited for to the end: it says where it listens.
  program.child.stdout?.on('data', () => void (/https?:\/\//.test(program.said()) && program.child.kill('SIGKILL')))
  const status = await program.ended()
  clearTimeout(timer)
  if (status === 1 && why.test(program.said())) return null
  return status === null ? 'it starts' : `it ends with ${status}: ${program.said().trim().split('\n').at(-1)}`
}

/** Of a registry that has no keys yet: one whose keys are made unseen would be lost with its machine. */
export async function withoutKeys(product: Product): Promise<string | null> {
  const url = new URL(startedOf(product).databaseUrl)
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query('create database without_keys')
  await client.end()
  url.pathname = '/without_keys'
  const elsewhere = dataFolder()
  const change = { DATABASE_URL: url.href, VIGIA_KEYS: '', VIGIA_DATA: elsewhere.path }
  return refusedStart(product, change, /^VIGIA_KEYS is needed/m).finally(elsewhere.remove)
}
