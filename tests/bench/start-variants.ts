/** Starts the product and its peers on one database. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { signedIn } from '../support/signed-in.ts'
import { query } from './database.ts'
import { answerOfVariant, DOCUMENTS_TO_TRUST, newBodies, sameBody, started, type Variant } from './variants.ts'

const CONNECTIONS = 16

/** An issuer that nobody asks here: who asks has a personal token. One asks in a second what a person asks in an hour. */
export const IN_PRODUCTION = {
  OIDC_ISSUER: 'https://issuer.invalid',
  OIDC_CLIENT_ID: 'bench',
  OIDC_CLIENT_SECRET: 'none',
  VIGIA_ADDRESS: 'https://vigia.invalid',
  RATE_PERSON: '10000000',
}

/** The folder is for files that live as long as the run. */
export async function startVariants(database: string, children: number, folder: string): Promise<Variant[]> {
  const documents = path.join(folder, 'board-documents.json')
  writeFileSync(documents, DOCUMENTS_TO_TRUST)
  const product = await startProduct(database, children, documents)
  await settled(database)
  const kept = await answerOfVariant(product)
  return [
    await startPeer('static buffer, one hop', children, { args: ['static'], input: kept }),
    product,
    { ...product, name: 'Vigía, no key twice', nextBody: newBodies() },
    await startPeer('raw SQL on the snapshot, one hop', children, { args: ['snapshot', database] }),
    {
      ...(await startPeer('live aggregates, one hop', children, { args: ['live', database] })),
      connections: 4,
      isSlow: true,
    },
  ]
}

/** As `npm start` starts it: gateway and five services in one process, and all that they do by themselves. */
async function startProduct(database: string, children: number, documents: string): Promise<Variant> {
  const env = { DATABASE_URL: database, PORT: '0', TRUSTED_DOCUMENTS: documents, ...IN_PRODUCTION }
  const { child, port } = await started('../../gateway/src/main.ts', { args: ['--no-live', '--no-twin'], env })
  return {
    ...variantOf('Vigía, one key', children, { child, url: `http://127.0.0.1:${port}/graphql` }),
    headers: (await signedIn(database, PSEUDONYMOUS_FEDERAL_SECRETARY, IN_PRODUCTION.OIDC_ISSUER)).headers,
    keepsAnswers: true,
  }
}

async function startPeer(
  name: string,
  children: number,
  options: { args: readonly string[]; input?: Buffer },
): Promise<Variant> {
  const { child, port } = await started('peer.ts', options)
  return variantOf(name, children, { child, url: `http://127.0.0.1:${port}/` })
}

function variantOf(name: string, children: number, { child, url }: Pick<Variant, 'child' | 'url'>): Variant {
  const pid = child.pid ?? 0
  return {
    name,
    children,
    url,
    pid,
    nextBody: sameBody,
    headers: {},
    connections: CONNECTIONS,
    isSlow: false,
    keepsAnswers: false,
    child,
  }
}

/** The first ticks write the snapshots; until then there is nothing to measure. */
async function settled(database: string): Promise<void> {
  const question = `select (select count(*) from placements.snapshot)::int as held, (select count(*) from representation.snapshot)::int as cases,
    (select count(*) from outbox.pending)::int as pending`
  for (;;) {
    const [row] = await query<{ held: number; cases: number; pending: number }>(database, question)
    if (row && row.held >= 32 && row.cases >= 32 && row.pending === 0) return
    await wait(200)
  }
}
