/** The subgraph, assembled. Each import adds its types and fields to the builder. */
import './graphql/child.ts'
import './graphql/facilities.ts'
import './graphql/facility.ts'
import './graphql/facility-record.ts'
import './graphql/inspection.ts'
import './graphql/intake.ts'
import './graphql/overstays.ts'
import './graphql/placement.ts'
import './graphql/place-of-stay.ts'
import './graphql/placements.ts'
import './graphql/stay-record.ts'
import './graphql/state.ts'
import './graphql/competence.ts'
import { subgraphSchema } from '@vigia/kit/graph/subgraph'
import { builder } from './builder.ts'

export const schema = subgraphSchema(builder)
