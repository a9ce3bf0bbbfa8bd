/** Of which records that were opened whom the list of emergencies tells, row by row, as the fuzz believes. */
import { type Actor, acceptActor } from '@vigia/kit/actor'
import type { ScratchDatabase } from '../support/scratch-database.ts'

export interface Use {
  id: string
  isEmergency: boolean
  subject: string
  role: string
  office: string | null
  states: readonly string[] | null
  child: string
  folio: string
  /** In which state the child was found. */
  foundIn: string
}

const USES = `select o.id::text, o.by = 'EMERGENCY' as "isEmergency", o.subject, o.role, o.office, o.states::text[], o.child_id::text as child,
  c.folio, c.state as "foundIn" from openings.opening o join children.child c on c.id = o.child_id`

export const usesIn = (database: ScratchDatabase): Promise<Use[]> => database.query<Use>(USES)

/** Who signs for whom, beside one's own office. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  'state-secretary': ['ppnna-officer', 'dif-officer'],
  'federal-secretary': ['state-secretary'],
}

/**
 * Overseers of the country: all. The ombudsperson of a state: uses by who is bound to it, and of children found there. Everybody else:
 * of the own account, of the own office, and of those for whom one signs, where all of their states are one's own.
 */
export function maySeeUse(actor: Actor, use: Use): boolean {
  const { sub, role, org, states } = acceptActor(actor)
  if (!use.isEmergency) return false
  if (role === 'federal-secretary' || role === 'ombudsperson-federal') if (states === null) return true
  const isOwn = (code: string) => states?.includes(code) === true
  if (role === 'ombudsperson-state') return use.states?.some(isOwn) === true || isOwn(use.foundIn)
  if (use.subject === sub) return true
  if (use.role === role) return use.office === org && String(use.states) === String(states)
  return BELOW[role]?.includes(use.role) === true && use.states?.every(isOwn) === true
}
