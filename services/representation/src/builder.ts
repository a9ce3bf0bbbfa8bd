/** The Pothos builder of this subgraph, with the types of counting that all share. */
import SchemaBuilder from '@pothos/core'
import type { RepresentationModels } from '@vigia/db/representation'
import { countingTypes } from '@vigia/kit/graph/counting'
import { type SubgraphTypes, subgraphOptions } from '@vigia/kit/graph/subgraph'
import type { Context } from './context.ts'

export const builder = new SchemaBuilder<SubgraphTypes<RepresentationModels, Context>>(subgraphOptions())

export const counting = countingTypes(builder)
builder.queryType({
  description: 'What can be asked. Each field is answered by one service, and null while that one is down.',
})
