/** The Pothos builder of this subgraph, with the types of counting that all share. */
import SchemaBuilder from '@pothos/core'
import type { OversightModels } from '@vigia/db/oversight'
import { countingTypes } from '@vigia/kit/graph/counting'
import { type SubgraphTypes, subgraphOptions } from '@vigia/kit/graph/subgraph'
import type { Context } from './context.ts'

export const builder = new SchemaBuilder<SubgraphTypes<OversightModels, Context>>(subgraphOptions())

export const counting = countingTypes(builder)
builder.queryType({
  description: 'What can be asked. Each field is answered by one service, and null while that one is down.',
})
