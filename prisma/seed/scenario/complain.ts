/** Complaints about what befell a child: to the national commission about federal bodies, to a few commissions of states about theirs. */
import type { Authority } from '@vigia/law/authorities'
import type { StateCode } from '@vigia/law/states'
import { DAY, type Minute, minuteOf, startOfDay } from '../calendar.ts'
import type { Random } from '../random.ts'
import type { Context } from './context.ts'
import type { Found } from './found.ts'
import type { Complaint } from './fuller-facts.ts'
import { refOf } from './refs.ts'

/** The national commission sends since then; so do the commissions of these states. Shares are ours. */
const SINCE = minuteOf(2024, 1, 1)
const COMMISSIONS: readonly StateCode[] = ['07', '19']
const NATIONAL = 0.004
const OF_STATE = 0.0025

/** The authority has fifteen days to report (LCNDH art. 34). */
const REPORT_WITHIN = 15

export function complain(context: Context, found: Found): void {
  if (found.at < SINCE) return
  const chance = context.random('complaints')
  const draw = chance.next()
  const isOfState = draw > 1 - OF_STATE && COMMISSIONS.includes(found.state)
  if (draw >= NATIONAL && !isOfState) return
  const row = complaintOf(context, found, isOfState)
  if (row.receivedOn > context.until || !context.sink.isSent(row, context.until)) return
  context.sink.write(row, context.until)
  context.ledger.told.complaints.push(row.folio)
}

function complaintOf(context: Context, found: Found, isOfState: boolean): Complaint {
  const chance = context.random('complaints')
  const receivedOn = startOfDay(found.at + chance.below(40) * DAY)
  const after = steps(chance, receivedOn, context.until)
  const against: Authority = isOfState
    ? chance.pick(['PPNNA', 'DIF'])
    : chance.pick(['INM', 'INM', 'INM', 'COMAR', 'SNDIF'])
  return {
    feed: 'complaints',
    ...{ ombuds: isOfState ? 'CEDH' : 'CNDH', state: isOfState ? found.state : null },
    folio: context.serials.stateYear(isOfState ? 'CEDH' : 'CNDH-5', found.state, receivedOn, 5, '/'),
    ref: refOf(chance, found),
    ...{ against, receivedOn },
    reportAskedOn: after(1, 6, 0.9),
    reportAnsweredOn: after(4, REPORT_WITHIN + 12, 0.75),
    recommendedOn: after(120, 300, 0.08),
    recommendationAnsweredOn: after(5, 25, 0.7),
  }
}

/** Each step some days after the one before; none after one that was not taken, but a recommendation needs no report. */
function steps(chance: Random, receivedOn: Minute, until: Minute) {
  let last: Minute | null = receivedOn
  return (fromDays: number, toDays: number, likely: number): Minute | null => {
    const isRecommendation = fromDays > 100
    const since: Minute | null = isRecommendation ? receivedOn : last
    const on: Minute | null = since === null ? null : since + chance.between(fromDays, toDays) * DAY
    last = on !== null && on <= until && chance.chance(likely) ? on : null
    return last
  }
}
