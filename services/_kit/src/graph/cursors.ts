/**
 * Cursors that hold for one list and one actor: a Pothos plugin that seals what a list gives and opens what it is given
 * (security.md 10, row 28). The lists themselves know positions alone; nobody else reads one in a cursor, for it holds the id of a
 * row, and not everybody who may see a row may see whose it is.
 */
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core'
import type { GraphQLFieldResolver } from 'graphql'
import type { Actor } from '../actor.ts'
import { codeFor } from '../key-of-service.ts'
import { ofAnotherList, type PageArgs } from './page.ts'

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      cursors: CursorsPlugin<Types>
    }
  }
}

const CODE_BYTES = 12

interface Sealing {
  actor: Actor
  cursorKey: KeyObject
}

interface Paged {
  edges: { cursor: string }[]
  pageInfo: { startCursor: string | null; endCursor: string | null }
}

class CursorsPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
    { parentType, name, args, type, pothosOptions }: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (!('after' in args) || type.kind !== 'Object') return resolver
    const list = `${parentType}.${name}`
    // What anybody may read is kept and given to the next who asks: its cursors are everybody's.
    const isEverybodys = (pothosOptions as { access?: string }).access === 'public:read'
    return async (parent, given, context, info) => {
      const { actor, cursorKey } = context as unknown as Sealing
      const codeOf = (position: string) =>
        codeFor(cursorKey, [list, isEverybodys ? '' : actor.sub, position], CODE_BYTES)
      const seal = { codeOf, key: readingKeyOf(cursorKey) }
      const page = await resolver(parent, opened(given, seal), context, info)
      return page && sealed(page as Paged, seal)
    }
  }
}

interface Seal {
  /** Tells the position of this list and this actor from every other; the same for the same position. */
  codeOf: (position: string) => string
  key: KeyObject
}

const readingKeys = new WeakMap<KeyObject, KeyObject>()

function readingKeyOf(cursorKey: KeyObject): KeyObject {
  const known = readingKeys.get(cursorKey)
  if (known) return known
  const key = createSecretKey(createHmac('sha256', cursorKey).update('positions').digest())
  readingKeys.set(cursorKey, key)
  return key
}

/** The code comes first and has always the same length. It is also what the position is enciphered with, beside the key. */
function sealOf(position: string, { codeOf, key }: Seal): string {
  const code = codeOf(position)
  const cipher = createCipheriv(CIPHER, key, startOf(code))
  return code + Buffer.concat([cipher.update(position, 'utf8'), cipher.final()]).toString('base64url')
}

const CODE_LENGTH = Math.ceil((CODE_BYTES * 4) / 3)
const CIPHER = 'aes-256-ctr'
const BLOCK_BYTES = 16

const startOf = (code: string) => Buffer.concat([Buffer.from(code, 'base64url')], BLOCK_BYTES)

function opened(args: PageArgs, seal: Seal): PageArgs {
  const { after, before } = args
  return {
    ...args,
    ...(after ? { after: positionIn(after, seal) } : {}),
    ...(before ? { before: positionIn(before, seal) } : {}),
  }
}

function positionIn(cursor: string, seal: Seal): string {
  const decipher = createDecipheriv(CIPHER, seal.key, startOf(cursor.slice(0, CODE_LENGTH)))
  const hidden = Buffer.from(cursor.slice(CODE_LENGTH), 'base64url')
  const position = Buffer.concat([decipher.update(hidden), decipher.final()]).toString('utf8')
  if (sealOf(position, seal) === cursor) return position
  throw ofAnotherList()
}

/** Sealed when they are read: most lists are asked for no cursor. */
function sealed<Page extends Paged>(page: Page, seal: Seal): Page {
  const { startCursor, endCursor, ...more } = page.pageInfo
  const orNull = (cursor: string | null) => (cursor === null ? null : sealOf(cursor, seal))
  const pageInfo = {
    ...more,
    get startCursor() {
      return orNull(startCursor)
    },
    get endCursor() {
      return orNull(endCursor)
    },
  }
  return { ...page, pageInfo, edges: page.edges.map((edge) => sealedEdge(edge, seal)) }
}

const sealedEdge = <Edge extends Paged['edges'][number]>({ cursor, ...edge }: Edge, seal: Seal) => ({
  ...edge,
  get cursor() {
    return sealOf(cursor, seal)
  },
})

SchemaBuilder.registerPlugin('cursors', CursorsPlugin)
