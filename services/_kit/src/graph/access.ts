/**
 * Access declared on every field: a Pothos plugin that turns `access: 'child:read'` into the scope that guards the field
 * and into the directive `@access` that travels to the gateway. A field without it fails the build (security.md 3.4).
 */
import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core'
import { DirectiveLocation, GraphQLDirective, GraphQLList, GraphQLNonNull, GraphQLString } from 'graphql'
import type { Scope } from '../actor.ts'

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      access: AccessPlugin<Types>
    }
    interface FieldOptions {
      /** The scope that a reader of this field must hold. */
      access?: Scope
    }
    interface ObjectTypeOptions {
      /** The scope of every field of this type that names none of its own. */
      access?: Scope
    }
  }
}

/** As it stands in the schemas; gateway and subgraphs both enforce it. */
export const accessDirective = new GraphQLDirective({
  name: 'access',
  description: 'The scopes a reader must hold: one list fully held is enough.',
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: {
    scopes: {
      type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLString))))),
    },
  },
})

type Directives = { name: string; args?: object }[] | Record<string, object | true>

/** Types that Relay makes: whoever may read the field that gives the page may read the page. */
const PAGES = /(^PageInfo$|Connection$|Edge$)/

class AccessPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    // An external field is another service's: its owner declares the access.
    if (PAGES.test(field.parentType) || isExternal(field)) return field
    const options = field.pothosOptions as { access?: Scope; directives?: Directives }
    const declared = listOf(options.directives)
    const ofType = this.buildCache.getTypeConfig(field.parentType).pothosOptions as { access?: Scope }
    const scope = options.access ?? ofType.access
    if (!scope) throw new Error(`${field.parentType}.${field.name} declares no access.`)
    const directives = [...declared, { name: 'access', args: { scopes: [[scope]] } }]
    const pothosOptions = { ...field.pothosOptions, authScopes: { scope }, directives }
    return { ...field, pothosOptions } as unknown as PothosOutputFieldConfig<Types>
  }
}

/** The kind is the federation plugin's own, and so in no type of Pothos. */
function isExternal(field: { kind: string }): boolean {
  return field.kind === 'ExternalEntity'
}

function listOf(directives: Directives | undefined): { name: string; args?: object }[] {
  if (Array.isArray(directives)) return directives
  return Object.entries(directives ?? {}).map(([name, args]) => ({ name, args: args === true ? {} : args }))
}

SchemaBuilder.registerPlugin('access', AccessPlugin)
