/** What befalls the children of the twin, month by month, told to whoever writes the files. */
import { Ledger } from './answers/ledger.ts'
import { DAY, type Minute, type Month, monthsUntil } from './calendar.ts'
import { type Network, network } from './facilities.ts'
import { recordOf } from './places/register.ts'
import { Random } from './random.ts'
import { carersOf } from './scenario/carers.ts'
import { type Context, Serials, topics } from './scenario/context.ts'
import { planDepartures } from './scenario/depart.ts'
import { Detector, drawKnown } from './scenario/detect.ts'
import type { Sink } from './scenario/facts.ts'
import type { Known } from './scenario/found.ts'
import { eventsForHeld, holdNow } from './scenario/hold.ts'
import { inspect } from './scenario/inspect.ts'
import { tell } from './scenario/life.ts'
import { meet } from './scenario/meet.ts'
import { Processing } from './scenario/process.ts'

export interface TwinOptions {
  readonly scale: number
  readonly seed: number
  readonly until: Minute
}

/** So long a child who has gone may be found again. */
const REMEMBERED = 420 * DAY

/** Tells the whole scenario to the sink, and gives the ledger of it. `onMonth` is called after each month. */
export function runScenario(
  options: TwinOptions,
  sink: Sink,
  onMonth: (month: Month, events: number) => void = () => {},
  places: Network = network(),
): Ledger {
  const context = contextOf(options, sink, places)
  const months = monthsUntil(options.until)
  const detector = new Detector(context)
  const departures = planDepartures(context, months)
  const processing = new Processing(context)
  let known: Known[] = []

  for (const [at, month] of months.entries()) {
    const isLast = at === months.length - 1
    known = known.filter(({ freeFrom }) => freeFrom > month.start - REMEMBERED)
    const repeats = drawKnown(context, known, detector.repeatsDue(month), month)
    const drafts = detector.draftsOf(month, repeats, isLast ? eventsForHeld(context) : 0)
    if (isLast) holdNow(context, drafts, month.start)
    const found = meet(context, drafts, Math.min(month.end, options.until))
    departures.decide(found, at)
    processing.decide(found, month)
    for (const child of found) remember(known, tell(context, child))
    onMonth(month, found.length)
  }
  listPlaces(context)
  inspect(context)
  return context.ledger
}

/** At the end, as they are then. */
function listPlaces(context: Context): void {
  const { network, random, sink, until, ledger } = context
  for (const place of network.places) {
    if (place.listedBy === null) continue
    const record = recordOf(random('register'), place, carersOf(context, place))
    sink.write({ feed: 'facilities', place, record }, until)
    if (record !== null && place.key !== null) ledger.told.facilities.push(place.key)
  }
}

function contextOf({ scale, seed, until }: TwinOptions, sink: Sink, places: Network): Context {
  const random = topics(new Random(seed))
  return { scale, until, random, network: places, serials: new Serials(), sink, ledger: new Ledger() }
}

function remember(known: Known[], child: Known | null): void {
  if (child) known.push(child)
}
