/** Whether an actor may read a group of fields of one child: by its role, and by what it has opened of that child. */
import type { Scope } from '@vigia/law/access-groups'
import { SEEN_OUTSIDE, scopesOpened } from '@vigia/law/opened-records'
import { type Actor, hasScope } from './actor.ts'

type Opened = NonNullable<Actor['opened']>

/** Null is no child: there the role alone decides. What has ended opens nothing, whoever still holds it. */
export function mayReadOf(actor: Actor, scope: Scope, child: string | null, now: number): boolean {
  const open = child === null ? [] : openedOf(actor, now).filter((one) => one.child === child)
  const isHeld = hasScope(actor, scope)
  if (open.length === 0) return isHeld
  const isOpened = open.some(({ by }) => scopesOpened(actor.role, by).has(scope))
  // Beyond its rows an actor sees of a child what the emergency opened, and not what it may read of its own.
  if (open.every(({ isOutside }) => isOutside)) return isOpened || (isHeld && SEEN_OUTSIDE.has(scope))
  return isHeld || isOpened
}

/** Whether the group may be read of some child at all: which child is looked at where the child is known. */
export function mayReadOfSome(actor: Actor, scope: Scope, now: number): boolean {
  return hasScope(actor, scope) || openedOf(actor, now).some(({ by }) => scopesOpened(actor.role, by).has(scope))
}

/** Whether the actor has opened the group of this child in an emergency: then whoever's act tells of it. */
export function isShownInEmergency(actor: Actor, scope: Scope, child: string, now: number): boolean {
  const open = openedOf(actor, now).filter((one) => one.child === child && one.by === 'EMERGENCY')
  return open.some(({ by }) => scopesOpened(actor.role, by).has(scope))
}

/** Children whom the actor may know of for an emergency alone. */
export function seenInEmergency(actor: Actor, now: number): ReadonlySet<string> {
  const open = openedOf(actor, now).filter(({ by }) => by === 'EMERGENCY')
  return new Set(open.filter(({ by }) => scopesOpened(actor.role, by).size > 0).map(({ child }) => child))
}

function openedOf({ opened = [] }: Actor, now: number): Opened {
  return opened.filter(({ until }) => until > now)
}
