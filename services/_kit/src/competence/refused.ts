/**
 * Fields of an act that are refused where the asker is told of it by its existence and days alone: a Pothos plugin that goes by the list of
 * the law, so that a field which is added tomorrow is refused until the list names it. What is refused is FORBIDDEN, and never silently null.
 */
import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core'
import type { Scope } from '@vigia/law/access-groups'
import { toldOfOthers } from '@vigia/law/competence'
import type { GraphQLFieldResolver } from 'graphql'
import type { Actor } from '../actor.ts'
import { Refusal } from '../errors.ts'
import { isShownInEmergency } from '../opened.ts'
import { isOfOthers } from './others.ts'

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      competence: CompetencePlugin<Types>
    }
  }
}

/** What a list, or an act, keeps of the others beside a field that is refused: so that one refusal takes no neighbour with it. */
const REFUSED = 'FORBIDDEN, and then null, of an act of others (see competence).'

class CompetencePlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    if (!isRefused(field)) return field
    const description = `${field.description} ${REFUSED}`
    return { ...field, description, type: { ...field.type, nullable: true } } as PothosOutputFieldConfig<Types>
  }

  override wrapResolve(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (!isRefused(field)) return resolver
    const { access } = field.pothosOptions as { access: Scope }
    return (parent, args, context, info) => {
      const { actor, now } = context as unknown as { actor: Actor; now: () => Date }
      if (isOfOthers(parent) && !isShownInEmergency(actor, access, parent.competence.childId, now().getTime()))
        throw new Refusal('FORBIDDEN', 'Another ombudsperson is competent for this act.')
      return resolver(parent, args, context, info)
    }
  }
}

function isRefused({ parentType, name }: { parentType: string; name: string }): boolean {
  return toldOfOthers(parentType)?.has(name) === false
}

SchemaBuilder.registerPlugin('competence', CompetencePlugin)
