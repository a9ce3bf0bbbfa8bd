/** Prints a subgraph's schema beside its package, so that a change of contract shows in the diff. */
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { printSubgraphSchema } from '@apollo/subgraph'
import type { GraphQLSchema } from 'graphql'

// Nothing is connected to: the modules only want to be told where.
process.env['DATABASE_URL'] ??= 'postgresql://nobody:nothing@127.0.0.1:1/none'

const module: { schema: GraphQLSchema } = await import(pathToFileURL(`${process.cwd()}/src/schema.ts`).href)
writeFileSync('schema.graphql', `${printSubgraphSchema(module.schema)}\n`)
process.exit() // The schema's module holds an idle connection pool.
