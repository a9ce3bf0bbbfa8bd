/**
 * What the audit is told of: a Pothos plugin that notes, as a field of a record is read, whose record it is and to which group
 * the field belongs. It stands behind the check of access: what was refused was not read. Counts by state are of nobody.
 */
import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core'
import { GROUPS, type Group, groupOf, type Scope } from '@vigia/law/access-groups'
import type { GraphQLFieldResolver } from 'graphql'
import type { Trail } from '../audit/trail.ts'

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
    const { parentType: type } = field
    const { access } = field.pothosOptions as { access?: Scope }
    // An act adds an entry of its own, in its transaction.
    const isAct = access !== undefined && groupOf(access) === null
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

/** A child is its own record; others say whose they are, or hang on one that does. */
function noteRecord(trail: Trail, type: string, child: unknown): void {
  trail.record(type, typeof child === 'string' ? child : null)
}

SchemaBuilder.registerPlugin('audited', AuditedPlugin)
