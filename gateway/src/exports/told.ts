/** What is told of an export to whoever asked for it, or may decide about it; the row that stands for nobody is not. */
import { type Exporter, isStillDecided } from '@vigia/law/exports'
import { type Kept, numberOf } from './export-store.ts'
import { labelOf } from './wish.ts'

export const told = ({
  id,
  askedAt,
  name,
  role,
  states,
  list,
  filter,
  purpose,
  rows,
  approvedBy,
  approvedAt,
  givenAt,
  standing,
  until,
}: Kept) => ({
  number: numberOf(id),
  label: labelOf(list),
  ...{ askedAt, name, role, states, list, filter, purpose, rows, approvedBy, approvedAt, givenAt, standing, until },
})

/** Who has another role by now, or other states, is given none of what he had asked for: it neither waits nor is there to be fetched. */
export function toldTo(asker: Exporter, kept: Kept): ReturnType<typeof told> {
  const isOver = kept.until !== null && !isStillDecided(kept, asker)
  return told(isOver ? { ...kept, standing: 'OVER', until: null } : kept)
}
