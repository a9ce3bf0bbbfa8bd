/** The subgraph, assembled. Each import adds its types and fields to the builder. */
import './graphql/child.ts'
import './graphql/executed-return.ts'
import './graphql/gates.ts'
import './graphql/intake.ts'
import './graphql/return-receipt.ts'
import './graphql/returns.ts'
import './graphql/state.ts'
import './graphql/competence.ts'
import { subgraphSchema } from '@vigia/kit/graph/subgraph'
import { builder } from './builder.ts'

export const schema = subgraphSchema(builder)
