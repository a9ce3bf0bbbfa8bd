/**
 * A place that was closed and is open again: a list says so by another word than closed, or by an opening after the closing that is known.
 * The closing is over by that; left blank by itself it stays.
 */
import type { Blanks } from '@vigia/kit/intake/known/left-blank'
import { inLines, type Values } from '@vigia/kit/intake/sql'

const OPENS_LATER = 's.opened_on > f.closed_on'
/** One that was denied since is closed still: whoever takes the denial back says that it is open. */
const IS_OPEN_AGAIN = `(f.lifecycle in ('CLOSED', 'DENIED') and s.lifecycle not in ('CLOSED', 'DENIED') or ${OPENS_LATER})`

const CLOSING = `coalesce(s.closed_on, case when (${IS_OPEN_AGAIN}) is not true then f.closed_on end)`

/** How a place that is known stands after a row of a list. `isOfItsAuthority`: SQL on `b`, a list of whoever answers for such places. */
export function lifecycleAfter(isOfItsAuthority: string): Values {
  return {
    lifecycle: `coalesce(s.lifecycle, case
      when f.lifecycle in ('SIGHTED', 'CORROBORATED') and ${isOfItsAuthority} then 'ACKNOWLEDGED'
      when f.lifecycle = 'CLOSED' and s.closed_on is null and ${OPENS_LATER}
        then case when ${isOfItsAuthority} then 'ACKNOWLEDGED' else 'SIGHTED' end
      else f.lifecycle end)`,
    closed_on: CLOSING,
  }
}

/** A word of before it was open again, that comes late, closes nothing. */
const STAYS_OPEN = `(f.lifecycle <> 'CLOSED' and exists (
  select from placements.former_version v
  where v.entity = 'facility' and v.entity_id = f.id and not v.is_late and v.former ->> 'lifecycle' = 'CLOSED'))`

export const LIFECYCLE_LEFT_BLANK: Blanks = {
  lifecycle: { told: `case when not ${STAYS_OPEN} then s.lifecycle end`, kept: "nullif(f.lifecycle, 'ACKNOWLEDGED')" },
  closed_on: { told: 's.closed_on', kept: CLOSING, sameAs: `(${IS_OPEN_AGAIN} or ${STAYS_OPEN}) is not true` },
}

/**
 * What is known to be acknowledged by another's list, and of which a row of no authority's own says nothing: it goes with that list
 * (`NO_LONGER_ACKNOWLEDGED`). It is no column, since what it would be otherwise is not what the list before said.
 */
export const acknowledgedByOthers = (isOfItsAuthority: string): Blanks => ({
  acknowledged: {
    told: `case when ${isOfItsAuthority} then 'ACKNOWLEDGED' else s.lifecycle end`,
    kept: "nullif(f.lifecycle = 'ACKNOWLEDGED', false)",
  },
})

/** SQL for `findings`: one notice, or none; `$1` is the batch. A year mistyped opens a place that is closed, and its sender can tell. */
export const OPEN_AGAIN = `
  select format('Lugares que constaban cerrados, y según este archivo están abiertos otra vez: %s (%s). Si no es así, corríjalo y envíe el archivo otra vez.',
    count(*), ${inLines('f.line')}) as notice
  from placements.facility f cross join lateral (
    select v.former from placements.former_version v
    where v.entity = 'facility' and v.entity_id = f.id and not v.is_late order by v.id desc limit 1) before
  where f.batch_id = $1 and f.line is not null and f.lifecycle <> 'CLOSED' and f.closed_on is null
    and (before.former ->> 'lifecycle' = 'CLOSED' or before.former ->> 'closed_on' is not null)
  having count(*) > 0`
