/**
 * A subscription to alerts as the query that is asked for each step:
 * `subscription { a: alertRaised(…) { … } }` becomes `query ($alert: ID!) { a: alert(id: $alert) { … } }`.
 */
import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql'
import type { Admitted } from '../graph/admission.ts'
import { type Fragments, fragmentsOf } from '../limits/size.ts'
import { Refused } from '../request/refused.ts'

/** What the stream says of a step itself, and does not ask of the alert. */
const OF_THE_STEP = ['seq', 'cursor', 'step', 'at'] as const
export type OfTheStep = (typeof OF_THE_STEP)[number]

export interface Plan {
  /** Of the subscription, as the schema reads them. */
  args: Readonly<Record<string, unknown>>
  /** Under which the answer stands. */
  key: string
  /** Under which names the answer holds what is of the step. */
  ofTheStep: ReadonlyMap<string, OfTheStep>
  /** Whether it asks for what differs between two who have the same rights: cursors of lists, pseudonyms. */
  isPersonal: boolean
  /** The query of one alert. */
  queryOf: (alertId: string) => Admitted
  /** Alike where the query and its variables are. */
  text: string
}

/** What is subscribed to: the one root field, wherever it stands. Throws Refused where it depends on a condition. */
export function rootFieldOf({ document, operation }: Admitted): string {
  return rootsOf(operation.selectionSet, fragmentsOf(document))[0]?.name.value ?? ''
}

/** The operation has been admitted. Throws Refused where its root field depends on a condition. */
export function asQuery(schema: GraphQLSchema, admitted: Admitted): Plan {
  const { document, operation } = admitted
  const fragments = fragmentsOf(document)
  const roots = rootsOf(operation.selectionSet, fragments)
  const root = roots[0]
  const declared = root && schema.getSubscriptionType()?.getFields()[root.name.value]
  if (!root || !declared) throw new Error('A subscription without a field was admitted.')
  const values = getVariableValues(schema, operation.variableDefinitions ?? [], admitted.variables)
  const args = getArgumentValues(declared, root, values.coerced)
  const selectionSet: SelectionSetNode = {
    kind: Kind.SELECTION_SET,
    selections: roots.flatMap(({ selectionSet: set }) => set?.selections ?? []),
  }
  const { variables: used, fragments: kept } = reachedFrom(selectionSet, fragments)
  const idName = freeName(operation)
  const key = (root.alias ?? root.name).value
  const query = queryFor({ operation, key, selectionSet, used, idName })
  const of: DocumentNode = { kind: Kind.DOCUMENT, definitions: [query, ...kept.values()] }
  const variables = Object.fromEntries(Object.entries(admitted.variables).filter(([name]) => used.has(name)))
  const asked = {
    ...admitted,
    query: print(of),
    document: of,
    operation: query,
    operationName: null,
    isAggregate: false,
  }
  const top = ofTheStepIn(selectionSet, fragments)
  return {
    args,
    key,
    ofTheStep: new Map([...top].map(([field, own]) => [(field.alias ?? field.name).value, own])),
    isPersonal: isPersonal(of, new Set(top.keys())),
    queryOf: (alertId) => ({ ...asked, variables: { ...variables, [idName]: alertId } }),
    text: JSON.stringify([asked.query, variables]),
  }
}

/** The root field may stand in fragments, and twice under one name. */
function rootsOf({ selections }: SelectionSetNode, fragments: Fragments): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include'))
      throw new Refused(400, 'BAD_USER_INPUT', 'What is subscribed to may not depend on a condition.')
    if (selection.kind === Kind.FIELD) return [selection]
    const set =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : fragments.get(selection.name.value)?.selectionSet
    return set ? rootsOf(set, fragments) : []
  })
}

interface QueryParts {
  operation: OperationDefinitionNode
  key: string
  selectionSet: SelectionSetNode
  used: ReadonlySet<string>
  idName: string
}

function queryFor({ operation, key, selectionSet, used, idName }: QueryParts): OperationDefinitionNode {
  const name = (value: string) => ({ kind: Kind.NAME, value }) as const
  const variable = { kind: Kind.VARIABLE, name: name(idName) } as const
  const type = { kind: Kind.NON_NULL_TYPE, type: { kind: Kind.NAMED_TYPE, name: name('ID') } } as const
  const field: FieldNode = {
    kind: Kind.FIELD,
    alias: name(key),
    name: name('alert'),
    arguments: [{ kind: Kind.ARGUMENT, name: name('id'), value: variable }],
    selectionSet,
  }
  return {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    ...(operation.name ? { name: operation.name } : {}),
    variableDefinitions: [
      ...(operation.variableDefinitions ?? []).filter((one) => used.has(one.variable.name.value)),
      { kind: Kind.VARIABLE_DEFINITION, variable, type },
    ],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
  }
}

function freeName({ variableDefinitions = [] }: OperationDefinitionNode): string {
  const taken = new Set(variableDefinitions.map(({ variable }) => variable.name.value))
  let name = 'alert'
  while (taken.has(name)) name += '_'
  return name
}

/** Variables and fragments that the selection reaches; a query may declare no others. */
function reachedFrom(set: SelectionSetNode, fragments: Fragments) {
  const variables = new Set<string>()
  const kept = new Map<string, FragmentDefinitionNode>()
  const scan = (node: ASTNode): void => {
    visit(node, {
      Variable: ({ name }) => void variables.add(name.value),
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value)
        if (!fragment || kept.has(name.value)) return
        kept.set(name.value, fragment)
        scan(fragment.selectionSet)
      },
    })
  }
  scan(set)
  return { variables, fragments: kept }
}

/** Only at the top: an alert of a child further down is as in any query. */
function ofTheStepIn(set: SelectionSetNode, fragments: Fragments): Map<FieldNode, OfTheStep> {
  const found = new Map<FieldNode, OfTheStep>()
  const look = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const own = OF_THE_STEP.find((name) => name === selection.name.value)
        if (own) found.set(selection, own)
        continue
      }
      const inner =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments.get(selection.name.value)?.selectionSet
      if (inner) look(inner)
    }
  }
  look(set)
  return found
}

/** Sealed for one asker, wherever they stand. */
const PERSONAL: ReadonlySet<string> = new Set(['cursor', 'startCursor', 'endCursor', 'childRef'])

function isPersonal(document: DocumentNode, top: ReadonlySet<FieldNode>): boolean {
  let isFound = false
  visit(document, {
    Field: (field) => {
      if (PERSONAL.has(field.name.value) && !top.has(field)) isFound = true
    },
  })
  return isFound
}
