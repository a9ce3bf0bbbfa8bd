/**
 * What the audit is told of: a Pothos plugin that notes, as a field of a record is read, whose record it is and to which group
 * the field belongs. It stands behind the check of access: what was refused was not read. Counts by state are of nobody.
 */
import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core'
import { GROUPS, type Group, groupOf, type Scope } from '@vigia/law/access-groups'
import type { GraphQLFieldResolver } from 'graphql'
import type { Trail } from '../audit/trail.ts'
import { Refusal, type RefusalCode, ToldRefusal } from '../errors.ts'

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      audited: AuditedPlugin<Types>
    }
  }
}

const OF_NOBODY: readonly Group[] = ['public', 'stats', 'intake']
const OPEN: ReadonlySet<unknown> = new Set<Scope>(OF_NOBODY.map((group) => GROUPS[group].scope))

/** A page of a list is no record: its rows are. */
const PAGE = /(?:Connection|Edge|PageInfo)$/

class AuditedPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    const { parentType: type, name } = field
    const { access } = field.pothosOptions as { access?: Scope }
    // An act adds an entry of its own, in its transaction.
    const isAct = access !== undefined && groupOf(access) === null
    if (isAct && type === 'Mutation') return refusable(name, resolver as Resolver)
    if (access === undefined || OPEN.has(access) || PAGE.test(type) || isAct) return resolver
    const key = type === 'Child' ? 'id' : 'childId'
    return (parent, args, context, info) => {
      const { trail } = context as unknown as { trail: Trail }
      trail.scope(access)
      if (type !== 'Query') noteRecord(trail, type, (parent as Record<string, unknown>)[key])
      return resolver(parent, args, context, info)
    }
  }
}

/** Of what a sentence or a version was wrong with nobody need know; that somebody wanted what is not his, whoever oversees him. */
const NOT_HIS: readonly string[] = ['FORBIDDEN', 'NOT_FOUND'] satisfies RefusalCode[]

type Resolver = GraphQLFieldResolver<unknown, object, object>

/** An act that is refused leaves no transaction in which it could be told. */
const refusable =
  (act: string, resolver: Resolver): Resolver =>
  async (parent, args, context, info) => {
    try {
      return await resolver(parent, args, context, info)
    } catch (error) {
      const { trail } = context as unknown as { trail: Trail }
      const child = trail.childBy(String((args as { input?: { childId?: unknown } }).input?.childId))
      if (error instanceof Refusal && !(error instanceof ToldRefusal) && NOT_HIS.includes(error.code))
        trail.refuse(act, child === null ? [] : [child])
      throw error
    }
  }

/** A child is its own record; others say whose they are, or hang on one that does. */
function noteRecord(trail: Trail, type: string, child: unknown): void {
  trail.record(type, typeof child === 'string' ? child : null)
}

SchemaBuilder.registerPlugin('audited', AuditedPlugin)
