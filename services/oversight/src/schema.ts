/** The subgraph, assembled. Each import adds its types and fields to the builder. */
import './graphql/alert-counts.ts'
import './graphql/alerts.ts'
import './graphql/audit.ts'
import './graphql/authority-count.ts'
import './graphql/board-changed.ts'
import './graphql/feed-status.ts'
import './graphql/funnel.ts'
import './graphql/intake.ts'
import './graphql/published-figures.ts'
import './graphql/registry.ts'
import './graphql/series.ts'
import './graphql/state.ts'
import { subgraphSchema } from '@vigia/kit/graph/subgraph'
import { builder } from './builder.ts'

export const schema = subgraphSchema(builder)
