/** Defects that authorities' files have, planted on purpose and remembered for the answer key. */
import { civil, DAY, type Minute } from '../calendar.ts'
import { foreignNames } from '../names/others.ts'
import { SURNAMES } from '../names/spanish.ts'
import type { Context } from './context.ts'
import type { Detection, ExecutedReturn, ProtectionCase, Stay } from './facts.ts'
import type { Ref } from './ref.ts'

/** How often. Ours; real tables repeat far more (real-data/README.md). */
const TWICE_IN_ONE_FILE = 0.0012
const AGAIN_LATER = 0.0008
const CORRECTED_LATER = 0.0012
const UNJOINABLE = { stays: 0.0006, cases: 0.0015, returns: 0.0012 } as const

/**
 * The same acta again: in the same file, in a later one, or later with the surname that was missing. What is said of a person is
 * what the first detection says, so only that one is corrected.
 */
export function sendAgain(context: Context, detection: Detection, isFirst: boolean): void {
  const chance = context.random('plant')
  const draw = chance.next()
  const { at, acta, person } = detection
  if (draw < TWICE_IN_ONE_FILE) {
    context.sink.write(detection, at)
    context.ledger.planted.sameFile.push(acta)
    return
  }
  const later = at + chance.between(32, 75) * DAY
  if (draw > 1 - AGAIN_LATER && context.sink.isSent(detection, later)) {
    context.sink.write(detection, later)
    context.ledger.planted.laterFile.push(acta)
    return
  }
  if (!isFirst || draw > 0.5 || person.second !== null || foreignNames(person.nationality)) return
  if (!chance.chance(CORRECTED_LATER * 20) || !context.sink.isSent(detection, later)) return
  context.sink.write({ ...detection, person: { ...person, second: chance.pick(SURNAMES) } }, later)
  context.ledger.planted.corrected.push(acta)
}

/** Rows about a child whose acta nobody sends: kept apart by the registry, never counted. */
export function sendUnjoinableStay(context: Context, stay: Stay, arrivesAt: Minute): void {
  const chance = context.random('plant')
  if (!chance.chance(UNJOINABLE.stays) || stay.leftAt === null || stay.place.listedBy === null) return
  const ref = strayRef(context, stay.enteredAt, stay.place.state)
  context.sink.write({ ...stay, ref, difFile: null, measure: null, keeping: null }, arrivesAt)
  context.ledger.planted.unjoinable.stays.push(ref.acta)
}

export function sendUnjoinableCase(context: Context, opened: ProtectionCase, arrivesAt: Minute): void {
  const chance = context.random('plant')
  if (!chance.chance(UNJOINABLE.cases)) return
  const folio = context.serials.stateYear('PPNNA', opened.state, opened.openedAt, 6)
  context.sink.write({ ...opened, folio, ref: strayRef(context, opened.openedAt, opened.state) }, arrivesAt)
  context.ledger.planted.unjoinable.cases.push(folio)
}

export function sendUnjoinableReturn(context: Context, row: ExecutedReturn, folio: string): void {
  context.sink.write(
    { ...row, folio, determination: null, ref: strayRef(context, row.departedAt, row.state) },
    row.departedAt,
  )
  context.ledger.planted.unjoinable.returns.push(folio)
}

export function isUnjoinableReturnDue(context: Context): boolean {
  return context.random('plant').chance(UNJOINABLE.returns)
}

/** A number from a book that was never sent. */
function strayRef({ serials }: Context, at: Minute, state: string): Ref & { readonly acta: string } {
  const acta = `INM/${state}/${civil(at).year}/${9_000_000 + serials.next('stray acta')}`
  return { acta, nue: null, curp: null }
}
