/** What every subgraph's Pothos builder has in common: plugins, scopes, scalars, and how its schema is made. */
import '../competence/refused.ts'
import './access.ts'
import './audited.ts'
import './cursors.ts'
import './describe-pages.ts'
import './opened.ts'
import DirectivesPlugin from '@pothos/plugin-directives'
import FederationPlugin from '@pothos/plugin-federation'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'
import { getDatamodel } from '@vigia/db/datamodel'
import type { Database } from '@vigia/db/open'
import type { Scope } from '@vigia/law/access-groups'
import { type GraphQLSchema, specifiedDirectives } from 'graphql'
import type { Actor } from '../actor.ts'
import { Refusal } from '../errors.ts'
import { mayReadOfSome } from '../opened.ts'
import { accessDirective } from './access.ts'

/** What the context of every request holds. */
export interface BaseContext {
  /** The database of the service: records, and rows in the name of the asker. */
  db: Pick<Database<unknown>, 'prisma' | 'rows'>
  /** As acceptActor took it. */
  actor: Actor
  now: () => Date
}

export interface SubgraphTypes<Models, Context extends BaseContext> {
  PrismaTypes: Models
  Context: Context
  DefaultFieldNullability: false
  AuthScopes: { scope: Scope }
  Scalars: {
    ID: { Input: string; Output: string }
    DateTime: { Input: Date; Output: Date }
    Date: { Input: string; Output: string }
  }
}

type Plugin =
  | 'access'
  | 'audited'
  | 'competence'
  | 'cursors'
  | 'describePages'
  | 'directives'
  | 'opened'
  | 'scopeAuth'
  | 'prisma'
  | 'relay'
  | 'federation'
/** `directives` stands before `federation`, which needs it; `access` before `scopeAuth`, which enforces it; `audited` behind. `opened` sees pages as they leave. */
const PLUGINS: Plugin[] = [
  DirectivesPlugin,
  'access',
  'opened',
  'competence',
  'cursors',
  'describePages',
  ScopeAuthPlugin,
  'audited',
  PrismaPlugin,
  RelayPlugin,
  FederationPlugin,
]

/** Options of a subgraph's builder. A schema knows no database: each request brings its own. */
export function subgraphOptions() {
  return {
    plugins: PLUGINS,
    defaultFieldNullability: false as const,
    prisma: { client: ({ db }: BaseContext) => db.prisma as never, dmmf: getDatamodel() },
    relay: {
      clientMutationId: 'omit' as const,
      cursorType: 'String' as const,
      pageInfoTypeOptions: { shareable: true },
    },
    scopeAuth: {
      authorizeOnSubscribe: true,
      unauthorizedError: () => new Refusal('FORBIDDEN', 'You may not see this.'),
      authScopes: ({ actor, now }: BaseContext) => ({
        scope: (scope: Scope) => mayReadOfSome(actor, scope, now().getTime()),
      }),
    },
  }
}

interface Buildable {
  toSubGraphSchema: (options: object) => GraphQLSchema
}

/** Those of federation that subgraphs use. Left out, the plugin builds the whole schema once more to find them. */
const FEDERATION_DIRECTIVES = ['@extends', '@external', '@key', '@shareable']

/** The subgraph's schema: federation 2.6, with `@access` carried into the supergraph. */
export function subgraphSchema(builder: unknown): GraphQLSchema {
  return (builder as Buildable).toSubGraphSchema({
    linkUrl: 'https://specs.apollo.dev/federation/v2.6',
    federationDirectives: FEDERATION_DIRECTIVES,
    composeDirectives: ['@access'],
    // A list of ours takes the place of GraphQL's own: without them @include and @skip are unknown.
    directives: [...specifiedDirectives, accessDirective],
    extensions: {
      directives: [{ name: 'link', args: { url: 'https://vigia.mx/access/v1.0', import: ['@access'] } }],
    },
  })
}
