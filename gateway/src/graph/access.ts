/**
 * The first of the four layers: an operation that asks for a field which the actor may not read is refused before any
 * service is asked (security.md 3.4, row 24), and so is a filter by such a field (row 27).
 */
import type { Actor } from '@vigia/kit/actor'
import { mayReadOf } from '@vigia/kit/opened'
import { isScope } from '@vigia/law/access-groups'
import { ceilingOf } from '@vigia/law/access-matrix'
import { isNamedBy } from '@vigia/law/folios'
import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type ValueNode,
} from 'graphql'
import { Refused } from '../request/refused.ts'
import type { AccessMap, Need } from './access-map.ts'
import type { Admitted } from './admission.ts'
import { type Demands, demandsIn, type Place } from './demands.ts'

/** The first field that the actor may not read; by the names of the graph it is written down. */
interface Closed extends Place {
  message: string
}

export interface Access {
  /** Null when the actor may read all. */
  faultOf: (admitted: Admitted, actor: Actor) => Closed | null
  /** Ids of the children whose record the operation asks for by `child(id: …)`. */
  childrenNamed: (admitted: Admitted) => string[]
}

const [NOT_READ, NOT_DONE] = ['You may not read this.', 'You may not do this.']

export function createAccess(schema: GraphQLSchema, map: AccessMap): Access {
  const known = new WeakMap<OperationDefinitionNode, Demands>()

  function demandsOf(admitted: Admitted): Demands {
    const { operation } = admitted
    const demands = known.get(operation) ?? demandsIn(schema, map, admitted)
    known.set(operation, demands)
    return demands
  }

  return {
    faultOf(admitted, actor) {
      const { fields, inputs } = demandsOf(admitted)
      const held = heldBy(actor)
      const holds: Holds = (scope) => held.has(scope)
      const closed =
        fields.find(({ need, child }) => !isMet(need, holdingOf(actor, child, admitted) ?? holds)) ??
        inputs.find(({ type, value }) => !mayGive(map, type, formOf(value, admitted), holds))
      const isAct = admitted.operation.operation === OperationTypeNode.MUTATION && closed?.path.length === 1
      return closed ? { message: isAct ? NOT_DONE : NOT_READ, path: closed.path, fields: closed.fields } : null
    },
    childrenNamed: (admitted) => {
      const named = demandsOf(admitted).fields.flatMap(({ child }) => (child === null ? [] : [idIn(child, admitted)]))
      return [...new Set(named.filter((id) => id !== null))]
    },
  }
}

/** Throws Refused, 403. */
export function refuseWhatIsClosed({ faultOf }: Pick<Access, 'faultOf'>, admitted: Admitted, actor: Actor): void {
  const closed = faultOf(admitted, actor)
  if (closed) throw new Refused(403, 'FORBIDDEN', [{ message: closed.message, path: closed.path }])
}

/** What an actor who has opened records holds of the child that the question names. */
function holdingOf(actor: Actor, named: ValueNode | null, asked: Admitted): Holds | null {
  if (named === null || actor.opened === undefined) return null
  const text = idIn(named, asked)
  const id = actor.opened.find(({ child }) => text !== null && isNamedBy(text, child))?.child ?? text
  return (scope) => isScope(scope) && mayReadOf(actor, scope, id, Date.now())
}

/** A scope beyond what the role can hold counts for nothing here either. */
function heldBy({ role, scopes }: Actor): ReadonlySet<string> {
  const ceiling = ceilingOf(role)
  return new Set(scopes.filter((scope) => ceiling.has(scope)))
}

type Holds = (scope: string) => boolean

function isMet(need: Need, holds: Holds): boolean {
  return need?.every((lists) => lists.some((all) => all.every(holds))) ?? false
}

function mayGive(map: AccessMap, type: GraphQLInputType, value: unknown, holds: Holds): boolean {
  const named = getNamedType(type)
  if (!isInputObjectType(named) || typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every((one) => mayGive(map, named, one, holds))
  const fields = named.getFields()
  return Object.entries(value).every(([name, inner]) => {
    if (inner === undefined) return true // A variable that is left out leaves the field out.
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    return isMet(map.input(named.name, name), holds) && (!field || mayGive(map, field.type, inner, holds))
  })
}

/** Only its form matters: which fields of an input are given at all. Undefined for a variable that is left out. */
function formOf(node: ValueNode, asked: Pick<Admitted, 'operation' | 'variables'>): unknown {
  const { operation, variables } = asked
  switch (node.kind) {
    case Kind.VARIABLE: {
      if (Object.hasOwn(variables, node.name.value)) return variables[node.name.value]
      const declared = operation.variableDefinitions?.find(({ variable }) => variable.name.value === node.name.value)
      return declared?.defaultValue && formOf(declared.defaultValue, asked)
    }
    case Kind.LIST:
      return node.values.map((value) => formOf(value, asked))
    case Kind.OBJECT:
      return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, formOf(value, asked)]))
    case Kind.NULL:
      return null
    default:
      return true
  }
}

/** The id or folio as it is asked for; null for what is none. */
function idIn(node: ValueNode, { operation, variables }: Pick<Admitted, 'operation' | 'variables'>): string | null {
  if (node.kind === Kind.STRING) return node.value
  if (node.kind !== Kind.VARIABLE) return null
  const declared = operation.variableDefinitions?.find(({ variable }) => variable.name.value === node.name.value)
  const given = Object.hasOwn(variables, node.name.value) ? variables[node.name.value] : undefined
  if (given === undefined && declared?.defaultValue?.kind === Kind.STRING) return declared.defaultValue.value
  return typeof given === 'string' ? given : null
}
