/** Who is held when the files end: so many by state, for so many hours, in places that the law forbids or does not know. */
import type { StateCode } from '@vigia/law/states'
import { HOUR, type Minute } from '../calendar.ts'
import { HELD_AT, HELD_HOURS, HELD_NOW, heldAtScale } from '../calibration/held.ts'
import { Carry, drawer } from '../shares.ts'
import type { Context } from './context.ts'
import type { Draft } from './found.ts'

/** Fewer events than this in the last month, and hardly a child would be left who is not held. */
export function eventsForHeld({ scale }: Context): number {
  return Math.round(heldAtScale(scale) * 1.6)
}

/** Marks drafts of the last month as held now and moves their hour to fit. */
export function holdNow(context: Context, drafts: readonly Draft[], monthStart: Minute): void {
  const chance = context.random('held')
  const states = new Carry<StateCode>()
  const hours = new Carry<string>()
  const kinds = new Carry<keyof typeof HELD_AT>()
  const count = heldAtScale(context.scale)
  states.accrue(count, HELD_NOW)
  hours.accrue(count, Object.fromEntries(HELD_HOURS.map(([, , weight], band) => [String(band), weight])))
  kinds.accrue(count, HELD_AT)
  const bands = chance.shuffle(hours.take(count))
  const kindDeck = chance.shuffle(kinds.take(count))
  const free = chance.shuffle(drafts.filter(({ known, years }) => known === null && years < 17))
  for (const [at, state] of states.take(count).entries()) {
    const draft = takeOne(free, state)
    if (!draft) return
    const [from, to] = HELD_HOURS[Number(bands[at] ?? 1)] ?? [4, 20]
    const since = Math.max(monthStart + HOUR, Math.round(context.until - (from + chance.next() * (to - from)) * HOUR))
    draft.state = state
    draft.at = Math.max(monthStart, since - 5 - chance.below(50))
    draft.held = { kind: kindDeck[at] ?? drawHeldAt(chance), since }
  }
}

const drawHeldAt = drawer(HELD_AT)

/** One of the state if there is one; else one of the state that has most, which then loses one. */
function takeOne(free: Draft[], state: StateCode): Draft | undefined {
  const own = free.findIndex((draft) => draft.state === state)
  const at = own >= 0 ? own : free.findIndex((draft) => draft.state === '07')
  return free.splice(Math.max(at, 0), 1)[0]
}
