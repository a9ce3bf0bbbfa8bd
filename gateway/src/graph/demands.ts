/** What an operation asks of its asker: each requirement at the first field that has it, and each value to filter by. */
import {
  type FieldNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  print,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'
import { fragmentsOf } from '../limits/size.ts'
import type { AccessMap, Need } from './access-map.ts'
import type { Admitted } from './admission.ts'

/** Where something is asked for: as the answer names it, and by the names of the graph, whatever names of his own the asker gave. */
export interface Place {
  path: readonly string[]
  fields: readonly string[]
}

interface Demand extends Place {
  need: Need
  /** Whose record it is asked of: the id or folio in `child(id: …)`; null where that is not said. */
  child: ValueNode | null
}

/** A value for something that can be filtered by; what is in it may stand in a variable. */
interface Given extends Place {
  type: GraphQLInputType
  value: ValueNode
}

export interface Demands {
  fields: readonly Demand[]
  inputs: readonly Given[]
}

/** The root field that names one child. Through these types other children are found: what was opened ends there. */
const ONE_CHILD = 'child'
const OF_NO_CHILD: ReadonlySet<string> = new Set(['Facility', 'State'])

/** Each requirement once, at the first field that has it: a page of a thousand fields asks a handful of questions. */
export function demandsIn(schema: GraphQLSchema, map: AccessMap, { document, operation }: Admitted): Demands {
  const fragments = fragmentsOf(document)
  const fields = new Map<string, Demand>()
  const inputs: Given[] = []
  const seen = new Set<string>()
  inSet(operation.selectionSet, schema.getRootType(operation.operation)?.name ?? '', { path: [], fields: [] }, null)
  return { fields: [...fields.values()], inputs }

  function inSet(set: SelectionSetNode, type: string, place: Place, child: ValueNode | null): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) inField(selection, type, place, child)
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        inSet(selection.selectionSet, selection.typeCondition?.name.value ?? type, place, child)
      else inFragment(selection.name.value, place, child)
    }
  }

  /** Wherever it is spread of one child, a fragment asks for the same; the first place is told. */
  function inFragment(name: string, place: Place, child: ValueNode | null): void {
    const fragment = fragments.get(name)
    const key = `${name} ${child ? print(child) : ''}`
    if (!fragment || seen.has(key)) return
    seen.add(key)
    inSet(fragment.selectionSet, fragment.typeCondition.name.value, place, child)
  }

  function inField(field: FieldNode, type: string, { path, fields: outer }: Place, above: ValueNode | null): void {
    const name = field.name.value
    if (name.startsWith('__')) return // Whether the schema may be seen is decided at admission.
    const here = { path: [...path, (field.alias ?? field.name).value], fields: [...outer, name] }
    const need = map.field(type, name)
    const child = type === 'Query' && name === ONE_CHILD ? argumentIn(field, 'id') : above
    const key = JSON.stringify([need, child && print(child)])
    if (!fields.has(key)) fields.set(key, { need, ...here, child })
    const parent = schema.getType(type)
    const declared = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined
    for (const { name: argument, value } of field.arguments ?? []) {
      const of = declared?.args.find((one) => one.name === argument.value)?.type
      if (of && isInputObjectType(getNamedType(of))) inputs.push({ type: of, value, ...here })
    }
    const returned = declared && getNamedType(declared.type)
    if (field.selectionSet && isCompositeType(returned))
      inSet(field.selectionSet, returned.name, here, OF_NO_CHILD.has(returned.name) ? null : child)
  }
}

function argumentIn(field: FieldNode, argument: string): ValueNode | null {
  return field.arguments?.find(({ name }) => name.value === argument)?.value ?? null
}
