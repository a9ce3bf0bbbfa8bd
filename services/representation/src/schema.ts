/** The subgraph, assembled. Each import adds its types and fields to the builder. */
import './graphql/child.ts'
import './graphql/counsel-request.ts'
import './graphql/determination.ts'
import './graphql/intake.ts'
import './graphql/protection-case.ts'
import './graphql/representation.ts'
import './graphql/restitution-plan.ts'
import './graphql/state.ts'
import './graphql/unprocessed.ts'
import './graphql/competence.ts'
import { subgraphSchema } from '@vigia/kit/graph/subgraph'
import { builder } from './builder.ts'

export const schema = subgraphSchema(builder)
