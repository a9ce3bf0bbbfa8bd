/** Composes the subgraphs into one supergraph; fails when they contradict one another, or leave a field open to all. */
import { composeServices } from '@apollo/composition'
import { Supergraph } from '@apollo/federation-internals'
import { parse, printSchema } from 'graphql'
import { accessMapOf } from '../graph/access-map.ts'

export interface Subgraph {
  name: string
  sdl: string
}

export interface Composed {
  /** For the gateway. */
  supergraph: string
  /** For clients. */
  api: string
}

/** The addresses in the supergraph are never dialled: the gateway is told where each service is. */
export function compose(subgraphs: readonly Subgraph[]): Composed {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, url: `http://${name}.invalid/graphql`, typeDefs: parse(sdl) })),
  )
  if (!supergraphSdl) {
    const reasons = (errors ?? []).map(({ message }) => message).join('\n')
    throw new Error(`The subgraphs do not compose:\n${reasons}`)
  }
  const { undeclared } = accessMapOf(supergraphSdl)
  if (undeclared.length > 0) throw new Error(`Fields that declare no @access: ${undeclared.join(', ')}`)
  const api = printSchema(Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema())
  return { supergraph: `${supergraphSdl.trim()}\n`, api: `${api}\n` }
}
