/** Starts the product as it is deployed: in production, each part a process, over a database and keys of this run, with an issuer of its own. */
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createOrAdopt } from '@vigia/db/embedded-database'
import { scopesOf } from '@vigia/law/access-matrix'
import { type IssuerByHand, issuerByHand } from '../../gateway/src/testing/issuer-by-hand.ts'
import { aDetection } from '../support/builders/inm.ts'
import { type Distributed, startDistributed } from '../support/distributed.ts'
import { feedsOf } from '../support/feeds.ts'
import { dataFolder } from '../support/program.ts'
import { signedIn } from '../support/signed-in.ts'
import { Product, type Started } from './product.ts'

const ISSUER = 'https://issuer.invalid'
/** The numbers of security.md 9, and not those that tests raise. */
const USUAL_RATES = { RATE_PERSON: '', RATE_PROGRAM: '', RATE_ADDRESS: '', RATE_SIGN_IN: '' }
/** What one process may hold: less than `caches` asks. */
const HEAP_IN_MB = 192
/** More than may be opened in an hour. */
const CHILDREN = 305

/** What a start in production is told besides where its database is. */
export function inProduction({ here }: IssuerByHand): NodeJS.ProcessEnv {
  const elsewhere = path.join(import.meta.dirname, 'issuer-elsewhere.ts')
  return {
    NODE_ENV: 'production',
    ...{ OIDC_ISSUER: ISSUER, OIDC_CLIENT_ID: 'vigia', OIDC_CLIENT_SECRET: 'none' },
    VIGIA_ADDRESS: 'https://vigia.invalid',
    // What trials may ask for, and production may not have.
    WEBHOOKS_TO_LOOPBACK: 'yes',
    ...{ CHECK_ISSUER: ISSUER, CHECK_ISSUER_AT: here, NODE_OPTIONS: `--import ${elsewhere}` },
  }
}

export const anIssuer = (): Promise<IssuerByHand> => issuerByHand(Date.now, ISSUER)

/** One that runs already, in production, over this database. */
export async function productOf(
  { url, processesOf, keysOf, said }: Distributed,
  { issuer, ...parts }: Pick<Started, 'databaseUrl' | 'env' | 'stopDatabase'> & { issuer: IssuerByHand },
): Promise<Product> {
  const somebody: Started['somebody'] = async (role) => {
    const actor = {
      sub: randomUUID(),
      kind: 'person',
      role,
      states: null,
      org: 'a check',
      scopes: scopesOf(role),
    } as const
    return { ...(await signedIn(parts.databaseUrl, actor, ISSUER)).headers }
  }
  const aProgram = async () => {
    const token = await issuer.token({ client_id: randomUUID(), vigia_role: 'federal-secretary' })
    return { authorization: `Bearer ${token}` }
  }
  return new Product(url, await somebody('federal-secretary'), {
    ...parts,
    somebody,
    aProgram,
    processesOf,
    keysOf,
    said,
  })
}

/** Ready to be asked, with children in it. */
export async function startProduct(): Promise<{ product: Product; stop: () => Promise<void> }> {
  const folder = dataFolder()
  const server = await createOrAdopt({ directory: path.join(folder.path, 'postgres'), durable: false })
  const issuer = await anIssuer()
  const keys = { VIGIA_KEYS: path.join(folder.path, 'keys.json'), VIGIA_DATA: folder.path }
  Object.assign(process.env, keys) // By which the children are sealed.
  const own = inProduction(issuer)
  const env = {
    ...own,
    ...keys,
    ...USUAL_RATES,
    NODE_OPTIONS: `${own['NODE_OPTIONS']} --max-old-space-size=${HEAP_IN_MB}`,
  }
  const program = await startDistributed(server.url, { twice: '', nats: null, settings: env })
  const product = await productOf(program, { databaseUrl: server.url, env, issuer, stopDatabase: server.stop })
  await takeInChildren(server.url)
  return {
    product,
    async stop() {
      program.child.kill('SIGTERM')
      await program.ended()
      await server.stop()
      issuer.stop()
      folder.remove()
    },
  }
}

async function takeInChildren(databaseUrl: string): Promise<void> {
  const feeds = feedsOf(databaseUrl)
  await feeds.takeIn(
    'children/detections',
    Array.from({ length: CHILDREN }, () => aDetection()),
  )
  await feeds.stop()
}
