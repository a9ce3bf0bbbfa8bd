/**
 * Fields that somebody may read of one child alone, since he has written down a reason or an emergency: a Pothos plugin that looks
 * at each record whose it is, beside the check of access, which asks whether the field may be read of some child at all. Of whoever
 * has opened nothing it asks nothing.
 */
import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core'
import type { Scope } from '@vigia/law/access-groups'
import { isId } from '@vigia/law/ids'
import { type GraphQLFieldResolver, getNamedType } from 'graphql'
import type { Actor } from '../actor.ts'
import { Refusal } from '../errors.ts'
import { mayReadOf } from '../opened.ts'
import type { Stubs } from './in-sight.ts'

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      opened: OpenedPlugin<Types>
    }
  }
}

/** Records that belong to no child, whichever child led to them: beyond them other children are found. */
const OF_NO_CHILD: ReadonlySet<string> = new Set(['Facility', 'State'])

/** Of each request: whose the records are that do not say so themselves, by the record that led to them. */
const led = new WeakMap<object, WeakMap<object, string>>()

class OpenedPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    const { parentType: type } = field
    const { access } = field.pothosOptions as { access?: Scope }
    if (access === undefined) return resolver
    return (parent, args, context, info) => {
      const { actor, now } = context as unknown as { actor: Actor; now: () => Date }
      if (type === 'Child' && isStub(parent) && !parent.stub.has(access))
        throw new Refusal('FORBIDDEN', 'You may not see this.')
      if (actor.opened === undefined) return resolver(parent, args, context, info)
      const child = childOf(context, type, parent)
      if (!mayReadOf(actor, access, child, now().getTime())) throw new Refusal('FORBIDDEN', 'You may not see this.')
      const told = resolver(parent, args, context, info)
      if (child === null || OF_NO_CHILD.has(getNamedType(info.returnType).name)) return told
      return told instanceof Promise
        ? told.then((value) => leading(context, value, child))
        : leading(context, told, child)
    }
  }
}

/** What a child is known by where it is known as a stub: `stub` holds the groups that are told of it. */
interface Stub {
  stub: ReadonlySet<Scope>
}

function isStub(record: unknown): record is Stub {
  return typeof record === 'object' && record !== null && 'stub' in record
}

const OF_NOTHING: ReadonlySet<Scope> = new Set()

/** A child by its key, in a service that adds to it: of one that is a stub to the asker it tells nothing, and does not say "none". */
export function childByKey({ id }: { id: string }, context: object) {
  if (!isId(id)) return null
  const { stubs } = context as { stubs?: Stubs }
  return stubs ? stubs.load(id).then((left) => (left ? { id, stub: OF_NOTHING } : { id })) : { id }
}

function childOf(context: object, type: string, parent: unknown): string | null {
  if (typeof parent !== 'object' || parent === null || OF_NO_CHILD.has(type)) return null
  const own = (parent as Record<string, unknown>)[type === 'Child' ? 'id' : 'childId']
  return typeof own === 'string' ? own : (led.get(context)?.get(parent) ?? null)
}

function leading(context: object, told: unknown, child: string): unknown {
  const records = led.get(context) ?? new WeakMap<object, string>()
  led.set(context, records)
  for (const one of Array.isArray(told) ? told : [told])
    if (typeof one === 'object' && one !== null) records.set(one, child)
  return told
}

SchemaBuilder.registerPlugin('opened', OpenedPlugin)
