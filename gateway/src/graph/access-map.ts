/**
 * What each field of the supergraph asks of its reader: its `@access`, and what follows from it by the four rules of
 * security.md 3.4. What declares nothing is read by nobody.
 */
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type NamedTypeNode,
  parse,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql'

/** All of these must be held; of each, one list of scopes as a whole. Null: not to be read at all. */
export type Need = readonly (readonly (readonly string[])[])[] | null

export interface AccessMap {
  /** Of a field of an object or interface. */
  field: (type: string, name: string) => Need
  /** Of a field of an input object; nothing where it declares none. */
  input: (type: string, name: string) => Need
  /** What each field of an object names, in the order of the graph. */
  declared: readonly { type: string; name: string; scopes: readonly string[] }[]
  /** Fields that declare nothing: with any, the graph must not be built. */
  undeclared: readonly string[]
}

interface Declared {
  name: string
  directives: readonly ConstDirectiveNode[]
  fields: ReadonlyMap<string, FieldDefinitionNode | InputValueDefinitionNode>
  interfaces: readonly string[]
  isInput: boolean
}

const NOTHING: Need = []

export function accessMapOf(supergraph: string): AccessMap {
  const types = typesOf(parse(supergraph, { noLocation: true }))
  const needs = new Map<string, Need>()
  const undeclared: string[] = []
  const listed: AccessMap['declared'][number][] = []
  for (const type of types.values()) {
    for (const field of type.fields.values()) {
      const name = `${type.name}.${field.name.value}`
      const declared = declaredOf(field.directives ?? [])
      if (type.isInput) needs.set(name, declared ?? NOTHING)
      else {
        if (!declared) undeclared.push(name)
        listed.push({ type: type.name, name: field.name.value, scopes: (declared ?? []).flat(2) })
        needs.set(name, needOf(types, type, field.name.value, new Set()))
      }
    }
  }
  return {
    field: (type, name) => (name === '__typename' ? NOTHING : (needs.get(`${type}.${name}`) ?? null)),
    input: (type, name) => needs.get(`${type}.${name}`) ?? NOTHING,
    declared: listed,
    undeclared,
  }
}

/** Every requirement is added to the others; where one is missing there is none that could be met. */
function needOf(types: Types, type: Declared, name: string, seen: Set<string>): Need {
  const key = `${type.name}.${name}`
  const field = type.fields.get(name)
  if (!field) return null
  if (seen.has(key)) return NOTHING
  seen.add(key)
  const returned = types.get(nameOf(field.type))
  return and([
    declaredOf(field.directives ?? []),
    ...(returned ? [declaredOf(returned.directives) ?? NOTHING] : []),
    ...ofRequired(types, type, field, seen),
    ...ofImplementors(types, type, name, seen),
  ])
}

/** `@requires` and `@fromContext` carry the requirement of what they read. */
function ofRequired(
  types: Types,
  type: Declared,
  field: { directives?: readonly ConstDirectiveNode[] },
  seen: Set<string>,
) {
  const joined = (field.directives ?? []).filter(({ name }) => name.value === 'join__field')
  const requires = joined.flatMap((join) => textOf(join, 'requires') ?? [])
  const contexts = joined.flatMap((join) => contextsOf(join))
  return [
    ...requires.flatMap((selection) => ofSelection(types, type, selectionOf(selection), seen)),
    ...contexts.flatMap(({ type: of, selection }) => {
      const source = types.get(of)
      return source ? ofSelection(types, source, selectionOf(selection), seen) : [null]
    }),
  ]
}

function ofSelection(types: Types, type: Declared, set: SelectionSetNode, seen: Set<string>): Need[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [null]
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const narrowed = selection.typeCondition ? types.get(selection.typeCondition.name.value) : type
      return narrowed ? ofSelection(types, narrowed, selection.selectionSet, seen) : [null]
    }
    const of = types.get(nameOf(type.fields.get(selection.name.value)?.type))
    const inner = selection.selectionSet && of ? ofSelection(types, of, selection.selectionSet, seen) : []
    return [needOf(types, type, selection.name.value, seen), ...inner]
  })
}

/** Through an interface nothing is read that an object behind it asks more for. */
function ofImplementors(types: Types, type: Declared, name: string, seen: Set<string>): Need[] {
  const implementors = [...types.values()].filter(({ interfaces }) => interfaces.includes(type.name))
  return implementors.map((object) =>
    and([declaredOf(object.directives) ?? NOTHING, needOf(types, object, name, seen)]),
  )
}

function and(needs: readonly Need[]): Need {
  const met = needs.filter((need) => need !== null)
  return met.length < needs.length ? null : met.flat()
}

/** Several declarations of one field are one requirement each. */
function declaredOf(directives: readonly ConstDirectiveNode[]): Need {
  const declarations = directives.filter(({ name }) => name.value === 'access')
  return declarations.length === 0 ? null : declarations.map(scopesOf)
}

function scopesOf({ arguments: args }: ConstDirectiveNode): string[][] {
  const value = args?.find(({ name }) => name.value === 'scopes')?.value
  if (value?.kind !== Kind.LIST) return []
  return value.values.map((all) =>
    all.kind === Kind.LIST ? all.values.map((scope) => (scope.kind === Kind.STRING ? scope.value : '')) : [''],
  )
}

type Types = ReadonlyMap<string, Declared>

function typesOf({ definitions }: DocumentNode): Types {
  const types = new Map<string, Declared>()
  for (const node of definitions) {
    if (!('name' in node) || !node.name || node.name.value.includes('__') || !('directives' in node)) continue
    if (node.kind === Kind.OPERATION_DEFINITION || node.kind === Kind.FRAGMENT_DEFINITION) continue
    const fields = 'fields' in node ? (node.fields ?? []) : []
    types.set(node.name.value, {
      name: node.name.value,
      directives: (node.directives ?? []) as readonly ConstDirectiveNode[],
      fields: new Map(fields.map((field) => [field.name.value, field] as const)),
      interfaces: 'interfaces' in node ? (node.interfaces ?? []).map(({ name }: NamedTypeNode) => name.value) : [],
      isInput: node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION,
    })
  }
  return types
}

function nameOf(type: TypeNode | undefined): string {
  if (!type) return ''
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type)
}

function textOf(join: ConstDirectiveNode, name: string): string | undefined {
  const value = join.arguments?.find((argument) => argument.name.value === name)?.value
  return value?.kind === Kind.STRING ? value.value : undefined
}

function contextsOf(join: ConstDirectiveNode): { type: string; selection: string }[] {
  const list = join.arguments?.find(({ name }) => name.value === 'contextArguments')?.value
  if (list?.kind !== Kind.LIST) return []
  return list.values.flatMap((one) => {
    if (one.kind !== Kind.OBJECT) return []
    const part = (wanted: string) => one.fields.find(({ name }) => name.value === wanted)?.value
    const [context, selection] = [part('context'), part('selection')]
    if (context?.kind !== Kind.STRING || selection?.kind !== Kind.STRING) return []
    return [{ type: context.value.split('__').at(-1) ?? '', selection: selection.value }]
  })
}

function selectionOf(text: string): SelectionSetNode {
  const [operation] = parse(text.trimStart().startsWith('{') ? text : `{ ${text} }`, { noLocation: true }).definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`Not a selection of fields: ${text}`)
  return operation.selectionSet
}
