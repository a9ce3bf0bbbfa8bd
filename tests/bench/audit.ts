/** What the audit and the policies of rows cost: a page of fifty children, with them and without, side by side on copies of one database. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type BenchServer, copyOf, query } from './database.ts'
import type { Measured } from './rounds.ts'
import { answerOfVariant, started, type Variant } from './variants.ts'

const PAGES = {
  'fifty children alone':
    '{ children(first: 50) { edges { node { id folio ageGroup sex nationality firstDetectedAt } } } }',
  'fifty children with stays, case and returns': `{ children(first: 50) { edges { node { folio ageGroup sex nationality
    detections { totalCount } custody { status } placements { edges { node { enteredAt leftAt hours } } }
    ppnnaCase { status openedAt determination { outcome } } returns { departedAt standing } } } } }`,
} as const
const NAMES = Object.keys(PAGES) as (keyof typeof PAGES)[]
/**
 * With neither; with policies and the asker's transactions, of which nothing is written down; as the product is; and so, but that it answers
 * before its entry has reached the disk, as the product does not: what is left is the audit's own work.
 */
const WAYS = ['off', 'policies', 'on', 'on without the disk'] as const

const REST_IN_MS = 200

const nameOf = (page: string, way: string) => `${page}, audit ${way}`

/**
 * One after the other: a single asker waits for all of it, and nobody else's work hides it. Adds to `variants` as each program
 * starts, so that whoever holds them can end them.
 */
export async function startAudited(
  server: BenchServer,
  database: string,
  { children, variants }: { children: number; variants: Variant[] },
): Promise<void> {
  const heads = mkdtempSync(path.join(tmpdir(), 'vigia-bench-heads-'))
  process.once('exit', () => rmSync(heads, { recursive: true, force: true }))
  const env = { VIGIA_AUDIT_HEADS: heads, VIGIA_AUDIT_KEY: path.join(heads, 'key.pem') }
  const copies: string[] = []
  for (const way of WAYS) {
    const own = await copyOf(server, database, way.replaceAll(' ', '_'))
    copies.push(own)
    if (way === 'off') await withoutPolicies(own)
    if (way === 'on without the disk') await query(own, `alter database ${nameIn(own)} set synchronous_commit = off`)
    const { child, port } = await started('audit-peer.ts', { args: [way.split(' ', 1)[0] ?? way, own], env })
    const [url, pid] = [`http://127.0.0.1:${port}/`, child.pid ?? 0]
    const common = { children, url, pid, headers: {}, connections: 1, isSlow: false, keepsAnswers: false, child }
    for (const page of NAMES)
      variants.push({ ...common, name: nameOf(page, way), nextBody: () => JSON.stringify({ query: PAGES[page] }) })
  }
  for (const page of NAMES) await requireSame(variants, page)
  for (const copy of copies) await settle(copy)
}

/** What a program counts once, when it first starts: the table that it took it from stays as large until it is vacuumed. */
async function settle(database: string): Promise<void> {
  for (;;) {
    const [row] = await query<{ left: boolean }>(database, 'select exists (select from oversight.delta) as left')
    if (row?.left === false) break
    await wait(REST_IN_MS)
  }
  await query(database, 'vacuum')
}

async function withoutPolicies(database: string): Promise<void> {
  await query(
    database,
    `do $$ declare guarded regclass; begin
       for guarded in select distinct polrelid::regclass from pg_policy loop
         execute format('alter table %s disable row level security', guarded);
       end loop;
     end $$`,
  )
}

const nameIn = (database: string) => new URL(database).pathname.slice(1)

async function requireSame(variants: readonly Variant[], page: string): Promise<void> {
  const answers: string[] = []
  for (const way of WAYS) {
    const variant = variants.find(({ name }) => name === nameOf(page, way))
    if (variant) answers.push((await answerOfVariant(variant)).toString())
  }
  if (new Set(answers).size !== 1) throw new Error(`${page}: the answers with the audit and without it differ.`)
}

export interface AuditCost {
  page: (typeof NAMES)[number]
  ways: Readonly<Record<(typeof WAYS)[number], readonly Measured[]>>
}

export function auditCosts(measured: ReadonlyMap<Variant, Measured[]>): AuditCost[] {
  const of = (name: string) => [...measured].find(([variant]) => variant.name === name)?.[1] ?? []
  const ways = (page: string): AuditCost['ways'] => ({
    off: of(nameOf(page, 'off')),
    policies: of(nameOf(page, 'policies')),
    on: of(nameOf(page, 'on')),
    'on without the disk': of(nameOf(page, 'on without the disk')),
  })
  return NAMES.map((page) => ({ page, ways: ways(page) }))
}
