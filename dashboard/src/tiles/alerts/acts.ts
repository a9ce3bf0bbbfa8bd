/** What the reader may do about an alert: the registry decides, and what it would refuse is not offered. */
import type { Person } from '../../api/session.ts'
import { type AlertOffice, ownOffice } from '../../words/alert-offices.ts'

const ACTS = ['acknowledge', 'release', 'assign', 'comment', 'answer', 'close'] as const
export type Act = (typeof ACTS)[number]

export type Actable = {
  overseers: readonly AlertOffice[]
  dutyHolders: readonly AlertOffice[]
  closedAt: string | null
  resolvedAt: string | null
  /** Until when somebody sees to it; null, and where it is not asked for not given, while nobody does. */
  acknowledgedUntil?: string | null
}

/** Whoever owes the duty answers, and dismisses nothing; of what is over one can only speak. */
export function actsFor(alert: Actable, person: Person): readonly Act[] {
  const { overseers, dutyHolders, closedAt, resolvedAt, acknowledgedUntil } = alert
  const { scopes, role } = person
  const office = ownOffice(role)
  if (office === null) return []
  const isOpen = closedAt === null && resolvedAt === null
  const oversees = overseers.includes(office)
  const may: Readonly<Record<Act, boolean>> = {
    acknowledge: isOpen && oversees && scopes.includes('alert:act'),
    release: isOpen && oversees && scopes.includes('alert:act') && Boolean(acknowledgedUntil),
    assign: isOpen && oversees && scopes.includes('alert:act'),
    comment: scopes.includes('alert:act'),
    answer: dutyHolders.includes(office) && scopes.includes('alert:answer'),
    close: isOpen && oversees && scopes.includes('alert:close'),
  }
  return ACTS.filter((act) => may[act])
}
