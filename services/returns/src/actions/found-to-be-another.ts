/** Returns of whom was taken for another child are that one's; of a plan that one has already, the other stays apart. */
import type { Joined } from '@vigia/kit/intake/known/found-to-be-another'

/** By that one, or by somebody else it was taken for. */
const IS_PLANNED = `
  exists (select from returns.return_plan o where o.child_id = m.now and o.folio = f.folio)
  or exists (
    select from returns.identifier_ref r join returns.return_plan o on o.child_id = r.child_before
    where r.child_id = m.now and r.child_before <> m.before and o.id < f.id and o.folio = f.folio)`

export const RETURNS: Joined = {
  byNumbers: ['executed_return', 'return_plan'],
  hanging: ['return_checklist'],
  unless: { return_plan: IS_PLANNED },
}
