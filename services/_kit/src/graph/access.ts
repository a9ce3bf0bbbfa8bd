/**
 * Access declared on every field: a Pothos plugin that turns `access: 'child:read'` into the scope that guards the field
 * and into the directive `@access` that travels to the gateway. A field without it fails the build (security.md 3.4).
 */
import SchemaBuilder, {
  BasePlugin,
  type PothosInputFieldConfig,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core'
import { isScope, type Scope } from '@vigia/law/access-groups'
import {
  DirectiveLocation,
  GraphQLDirective,
  type GraphQLFieldResolver,
  type GraphQLInputType,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLResolveInfo,
  GraphQLString,
  getNamedType,
  isInputObjectType,
} from 'graphql'
import { type Actor, hasScope, mayCount } from '../actor.ts'
import { Refusal } from '../errors.ts'

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
    interface InputFieldOptions {
      /** What whoever filters or sorts by this must hold, where it tells more than the field that takes it. */
      access?: Scope
    }
  }
}

/** As it stands in the schemas; gateway and subgraphs both enforce it. */
export const accessDirective = new GraphQLDirective({
  name: 'access',
  description: 'The scopes a reader must hold: one list fully held is enough.',
  locations: [DirectiveLocation.FIELD_DEFINITION, DirectiveLocation.INPUT_FIELD_DEFINITION],
  args: {
    scopes: {
      type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLString))))),
    },
  },
})

type Directives = { name: string; args?: object }[] | Record<string, object | true>

/** Types that Relay makes: a page is of the group of its rows, and where it stands in the list tells nobody anything. */
const PAGE_OF = /^(\w+?)(?:List)?(?:Connection|Edge)$/

class AccessPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    // An external field is another service's: its owner declares the access.
    if (isExternal(field)) return field
    const options = field.pothosOptions as { access?: Scope; directives?: Directives }
    const scope = options.access ?? this.#scopeOfType(field.parentType)
    if (!scope) throw new Error(`${field.parentType}.${field.name} declares no access.`)
    const pothosOptions = { ...options, access: scope, authScopes: { scope }, directives: declaring(options, scope) }
    return { ...field, pothosOptions } as unknown as PothosOutputFieldConfig<Types>
  }

  override onInputFieldConfig(field: PothosInputFieldConfig<Types>): PothosInputFieldConfig<Types> {
    const options = field.pothosOptions as { access?: Scope; directives?: Directives }
    if (!options.access) return field
    const pothosOptions = { ...options, directives: declaring(options, options.access) }
    const extensions = { ...field.extensions, access: options.access }
    return { ...field, extensions, pothosOptions } as unknown as PothosInputFieldConfig<Types>
  }

  override wrapResolve(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    const counts = countsOfState(field)
    if (!counts && Object.keys(field.args).length === 0) return resolver
    return (parent, args, context, info) => {
      const { actor } = context as unknown as { actor: Actor }
      // A state that is not the actor's answers like one of which nobody has told; who may read no count is refused of each.
      if (counts && hasScope(actor, 'stats:read') && !mayCount(actor, (parent as { code: string }).code)) return null
      refuseClosedInput(info, args, actor)
      return resolver(parent, args, context, info)
    }
  }

  #scopeOfType(name: string): Scope | undefined {
    if (name === 'PageInfo') return 'public:read'
    const of = PAGE_OF.exec(name)?.[1] ?? name
    return (this.buildCache.getTypeConfig(of).pothosOptions as { access?: Scope }).access
  }
}

/** Whatever stands on State and is counted: by the state alone it is decided whose it is. */
function countsOfState({ parentType, pothosOptions }: { parentType: string; pothosOptions: object }): boolean {
  return parentType === 'State' && (pothosOptions as { access?: Scope }).access === 'stats:read'
}

/** The kind is the federation plugin's own, and so in no type of Pothos. */
function isExternal(field: { kind: string }): boolean {
  return field.kind === 'ExternalEntity'
}

const declaring = ({ directives }: { directives?: Directives }, scope: Scope) => [
  ...listOf(directives),
  { name: 'access', args: { scopes: [[scope]] } },
]

function listOf(directives: Directives | undefined): { name: string; args?: object }[] {
  if (Array.isArray(directives)) return directives
  return Object.entries(directives ?? {}).map(([name, args]) => ({ name, args: args === true ? {} : args }))
}

/**
 * Filters and sorts by what the asker may not read are refused: an answer to them would tell it (security.md 10, row 27).
 * Throws FORBIDDEN when any argument of this field, at any depth, asks more of the asker than it holds.
 */
function refuseClosedInput({ parentType, fieldName }: GraphQLResolveInfo, args: object, actor: Actor): void {
  for (const { name, type } of parentType.getFields()[fieldName]?.args ?? []) {
    const value = (args as Record<string, unknown>)[name]
    if (value !== undefined && asksTooMuch(type, value, (scope) => hasScope(actor, scope)))
      throw new Refusal('FORBIDDEN', 'You may not filter by this.')
  }
}

function asksTooMuch(type: GraphQLInputType, value: unknown, holds: (scope: Scope) => boolean): boolean {
  const named = getNamedType(type)
  if (!isInputObjectType(named) || typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some((one) => asksTooMuch(named, one, holds))
  return Object.values(named.getFields()).some(({ name, type: inner, extensions }) => {
    if (!Object.hasOwn(value, name)) return false
    const scope = extensions['access']
    const isClosed = isScope(scope) && !holds(scope)
    return isClosed || asksTooMuch(inner, (value as Record<string, unknown>)[name], holds)
  })
}

SchemaBuilder.registerPlugin('access', AccessPlugin)
