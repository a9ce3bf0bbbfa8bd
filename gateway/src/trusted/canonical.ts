/** The one form of a document, however a client prints it: parts by name, without the type names that clients add by themselves. */
import { createHash } from 'node:crypto'
import { type DefinitionNode, type DocumentNode, Kind, print, visit } from 'graphql'

/** `sha256:` and the digest of the canonical form. */
export function documentIdOf(document: DocumentNode): string {
  return `sha256:${createHash('sha256').update(canonicalOf(document)).digest('hex')}`
}

export function canonicalOf(document: DocumentNode): string {
  const bare = visit(document, {
    Field: ({ name, alias }) => (name.value === '__typename' && !alias ? null : undefined),
  })
  return print({ ...bare, definitions: bare.definitions.toSorted(byName) })
}

const byName = (one: DefinitionNode, other: DefinitionNode) => (nameOf(one) < nameOf(other) ? -1 : 1)

function nameOf(definition: DefinitionNode): string {
  const name = 'name' in definition ? (definition.name?.value ?? '') : ''
  return `${definition.kind === Kind.OPERATION_DEFINITION ? 0 : 1} ${name}`
}
