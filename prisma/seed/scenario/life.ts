/** Tells all that follows from one event, in the order in which authorities write it down, and remembers who may be found again. */

import { work } from './casework.ts'
import { complain } from './complain.ts'
import type { Context } from './context.ts'
import type { HandedOver } from './evidence.ts'
import type { Found, Known } from './found.ts'
import { executeReturn, moveElsewhere, someHoursAfter } from './leave.ts'
import { REST_BEFORE_NEXT } from './meet.ts'
import { detectionOf } from './notice.ts'
import { claimAsylum, givePapers } from './papers.ts'
import { sendAgain, sendUnjoinableStay } from './plant.ts'
import { type Lodging, lodge } from './stays.ts'

/** Null for a child who cannot be found again: still somewhere, or without a number by which to be known again. */
export function tell(context: Context, found: Found): Known | null {
  const { sink, ledger } = context
  const { person, at, state, acta } = found
  const lodging = lodge(context, found)
  const detection = detectionOf(context, found, handedOver(lodging))
  sink.write(detection, at)
  sendAgain(context, detection, found.known === null)
  ledger.found(person, at, state, acta, detection.ppnnaAt)
  ledger.told.of(detection)
  givePapers(context, found)
  claimAsylum(context, found)
  sendStays(context, found, lodging)
  if (found.hasCase) work(context, found, detection, lodging)
  if (found.departure) executeReturn(context, found, found.departure)
  else if (lodging.lastSeen !== null) moveElsewhere(context, found, someHoursAfter(context.random('moves'), at))
  complain(context, found)
  return knownFrom(found, lodging)
}

/** When INM let the child go to DIF, and where to. */
function handedOver({ stays }: Lodging): HandedOver | null {
  const [first, next] = stays
  if (first?.sender !== 'INM' || first.exit !== 'INSTITUTIONAL_REFERRAL' || first.leftAt === null) return null
  return { at: first.leftAt, to: next?.place.name ?? 'Sistema DIF estatal' }
}

/**
 * INM writes a stay down when it is over, or at the end when it is not; DIF at entry, and again at exit.
 * So no row of INM ever stands open between a child's exit there and the entry with DIF.
 */
function sendStays(context: Context, { person }: Found, { stays }: Lodging): void {
  const { sink, ledger, until } = context
  for (const stay of stays) {
    const { leftAt, enteredAt } = stay
    if (stay.sender === 'INM') sink.write(stay, leftAt ?? until)
    else if (leftAt === null) sink.write(stay, enteredAt)
    else sink.writeTwice({ ...stay, leftAt: null, exit: null }, enteredAt, stay, leftAt)
    ledger.stayed(person.id, stay)
    sendUnjoinableStay(context, stay, leftAt ?? until)
  }
}

function knownFrom(found: Found, { lastSeen }: Lodging): Known | null {
  const { person, departure, hasCase, known } = found
  const seen = departure?.at ?? lastSeen
  if (seen === null || person.nue === null) return null
  return { person, freeFrom: seen + REST_BEFORE_NEXT, hadCase: hasCase || (known?.hadCase ?? false) }
}
