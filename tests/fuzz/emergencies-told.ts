/** Of which emergencies whom is told, as the fuzz believes. */
import type { Actor } from '@vigia/kit/actor'

export interface Use {
  child: string
  user: Actor
}
export const usesOf = (user: Actor): Use[] =>
  user.opened?.flatMap(({ by, child }) => (by === 'EMERGENCY' ? [{ child, user }] : [])) ?? []

/** By roles alone, which is more than is told: of which states each office is, the tests of emergencies look at. */
export function maySeeUse({ role }: Actor, { user }: Use): boolean {
  return role === user.role || role.startsWith('ombudsperson') || role.endsWith('secretary')
}
