/** The explorer of the graph: GraphiQL with its editors' workers bundled, so that it asks nobody outside for anything. */
import 'graphiql/setup-workers/vite'
import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit'
import { GraphiQL } from 'graphiql'
import { createRoot } from 'react-dom/client'
import 'graphiql/style.css'
import { asReader, loadSession, sessionNow } from '../api/session.ts'
import './explorer.css'
import { childOfThisRegistry } from './child-of-this-registry.ts'
import { hasLeft } from './has-left.ts'
import { keptFor } from './kept.ts'
import { SyntheticMark } from './synthetic-mark.tsx'
import { readsOneChild, tabsFor } from './tabs.ts'

const root = document.getElementById('explorer')
if (!root) throw new Error('explorer.html has no #explorer')

// Whoever is signed out would find an editor that knows no schema.
await loadSession()
const session = sessionNow()
if (session.state !== 'in') location.replace('/entrar?a=/graphql')

const scopes = session.state === 'in' ? session.person.scopes : []
const kept = session.state === 'in' ? await keptFor(session.person.draftKey) : null
const tabs = tabsFor(scopes, readsOneChild(scopes) ? await childOfThisRegistry() : null)

/** What stands on the page is its reader's: once he has left, or somebody else is in, it is opened anew, for whoever that is. */
async function leave(): Promise<void> {
  await kept?.settled()
  location.reload()
}
document.addEventListener('visibilitychange', async () => {
  if (!document.hidden && (await hasLeft())) await leave()
})

const send = createGraphiQLFetcher({
  url: '/graphql',
  headers: asReader(),
  async fetch(...asked: Parameters<typeof fetch>) {
    const answer = await fetch(...asked)
    if (answer.status === 401) await leave()
    return answer
  },
})

/** For a moment after a tab was opened the editor still names the operation of the one before: such a name is left out. */
const ask: Fetcher = ({ operationName, ...asked }, options) =>
  send(namesOperation(asked.query, operationName) ? { ...asked, operationName } : asked, options)

const namesOperation = (query: string, name: string | null | undefined): boolean =>
  Boolean(name) && new RegExp(`\\b(query|subscription)\\s+${name}\\b`).test(query)

createRoot(root).render(
  <GraphiQL fetcher={ask} defaultTabs={[...tabs]} shouldPersistHeaders={false} {...(kept && { storage: kept })}>
    <GraphiQL.Logo>
      <SyntheticMark />
      <a className="explorer-home" href="/panorama">
        Vigía
      </a>
    </GraphiQL.Logo>
  </GraphiQL>,
)
