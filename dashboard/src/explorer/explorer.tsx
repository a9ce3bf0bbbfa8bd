/** The explorer of the graph: GraphiQL with its editors' workers bundled, so that it asks nobody outside for anything. */
import 'graphiql/setup-workers/vite'
import { createGraphiQLFetcher } from '@graphiql/toolkit'
import { GraphiQL } from 'graphiql'
import { createRoot } from 'react-dom/client'
import 'graphiql/style.css'
import './explorer.css'
import { SyntheticMark } from './synthetic-mark.tsx'
import { TABS } from './tabs.ts'

const root = document.getElementById('explorer')
if (!root) throw new Error('explorer.html has no #explorer')

createRoot(root).render(
  <GraphiQL fetcher={createGraphiQLFetcher({ url: '/graphql' })} defaultTabs={[...TABS]} shouldPersistHeaders={false}>
    <GraphiQL.Logo>
      <SyntheticMark />
      <a className="explorer-home" href="/panorama">
        Vigía
      </a>
    </GraphiQL.Logo>
  </GraphiQL>,
)
