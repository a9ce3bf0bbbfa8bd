/** The subgraph, assembled. Each import adds its types and fields to the builder. */
import './graphql/asylum-claim.ts'
import './graphql/child.ts'
import './graphql/children.ts'
import './graphql/code-list.ts'
import './graphql/detection.ts'
import './graphql/detection-evidence.ts'
import './graphql/family-tie.ts'
import './graphql/intake.ts'
import './graphql/legal-basis.ts'
import './graphql/migration-document.ts'
import './graphql/state.ts'
import { subgraphSchema } from '@vigia/kit/graph/subgraph'
import { builder } from './builder.ts'

export const schema = subgraphSchema(builder)
