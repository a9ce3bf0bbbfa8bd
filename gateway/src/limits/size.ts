/** How deep and how wide an operation is, each fragment looked at once however often it is spread. */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql'
import { LIMITS } from './limits.ts'

/** By name. A map, since a fragment may be called `__proto__`. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

export function fragmentsOf(document: DocumentNode): Fragments {
  return new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  )
}

/** The sentence that says which limit is passed; null when none is. */
export function passedLimit(document: DocumentNode): string | null {
  const { aliases, directives } = written(document)
  if (aliases > LIMITS.aliases) return sentence('aliases', LIMITS.aliases)
  if (directives > LIMITS.directives) return sentence('directives', LIMITS.directives)
  const fragments = fragmentsOf(document)
  const depths = new Map<string, number>()
  const widths = new Map<string, number>()
  const totals = new Map<string, number>()
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    if (rootFields(definition, fragments, widths) > LIMITS.rootFields) return sentence('root fields', LIMITS.rootFields)
    if (total(definition.selectionSet, fragments, totals) > LIMITS.fields) return sentence('fields', LIMITS.fields)
    if (depth(definition.selectionSet, fragments, depths) > LIMITS.depth) return sentence('levels', LIMITS.depth)
  }
  return null
}

const sentence = (what: string, most: number) => `The query has too many ${what}: ${most} is the most.`

/** As they stand in the text: an alias in a fragment that is spread twice is one alias. */
function written(document: DocumentNode): { aliases: number; directives: number } {
  const count = { aliases: 0, directives: 0 }
  visit(document, {
    Field: ({ alias }) => {
      if (alias) count.aliases += 1
    },
    Directive: () => {
      count.directives += 1
    },
  })
  return count
}

function rootFields({ selectionSet }: OperationDefinitionNode, fragments: Fragments, seen: Map<string, number>) {
  return width(selectionSet, fragments, seen)
}

function width(set: SelectionSetNode, fragments: Fragments, seen: Map<string, number>): number {
  return set.selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FIELD) return sum + 1
    if (selection.kind === Kind.INLINE_FRAGMENT) return sum + width(selection.selectionSet, fragments, seen)
    return sum + once(selection.name.value, fragments, seen, (inner) => width(inner, fragments, seen))
  }, 0)
}

function total(set: SelectionSetNode, fragments: Fragments, seen: Map<string, number>): number {
  return set.selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      return sum + once(selection.name.value, fragments, seen, (inner) => total(inner, fragments, seen))
    }
    const below = selection.selectionSet ? total(selection.selectionSet, fragments, seen) : 0
    return sum + below + (selection.kind === Kind.FIELD ? 1 : 0)
  }, 0)
}

function depth(set: SelectionSetNode, fragments: Fragments, seen: Map<string, number>): number {
  return set.selections.reduce((deepest, selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const inner = once(selection.name.value, fragments, seen, (below) => depth(below, fragments, seen))
      return Math.max(deepest, inner)
    }
    const below = selection.selectionSet ? depth(selection.selectionSet, fragments, seen) : 0
    if (selection.kind === Kind.INLINE_FRAGMENT) return Math.max(deepest, below)
    // The depth of introspection has a rule of its own, which lets the explorer's long query pass.
    if (selection.name.value.startsWith('__')) return Math.max(deepest, 1)
    return Math.max(deepest, 1 + below)
  }, 0)
}

/** A fragment in a circle counts nothing here: validation names the circle. */
function once(
  name: string,
  fragments: Fragments,
  seen: Map<string, number>,
  measure: (set: SelectionSetNode) => number,
): number {
  const known = seen.get(name)
  if (known !== undefined) return known
  seen.set(name, 0)
  const fragment = fragments.get(name)
  const value = fragment ? measure(fragment.selectionSet) : 0
  seen.set(name, value)
  return value
}
