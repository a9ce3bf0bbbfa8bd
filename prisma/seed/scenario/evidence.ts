/** Which first steps INM's newest system shows for a child: written for a share of the detections, more in some offices than in others. */
import type { EvaluationResult, Interviewer, NoticeChannel, ProcedureDecision } from '@vigia/law/detection-evidence'
import type { FamilyTie } from '@vigia/law/family-ties'
import { type StateCode, stateOf } from '@vigia/law/states'
import { DAY, HOUR, type Minute, minuteOf, startOfDay } from '../calendar.ts'
import type { Random } from '../random.ts'
import { drawer, type Weights } from '../shares.ts'
import type { Context } from './context.ts'
import type { Detection } from './facts.ts'
import type { Found } from './found.ts'
import type { Evidence, HandoverAct, Numbers, Procedure } from './fuller-facts.ts'
import { relativeOf, tieElsewhere } from './relatives.ts'

/** Since then INM's export has the columns. All of this is ours: no figure exists. */
export const INM_IS_FULLER_SINCE = minuteOf(2025, 7, 1)

const FILLED: Weights<StateCode> = { '07': 0.3, '27': 0.25, '30': 0.25, '08': 0.6, '09': 0.7, '19': 0.7, '02': 0.5 }
const FILLED_ELSEWHERE = 0.35

/** More than 30 working days, whatever holidays lie between. */
const LONG_AGO = 60 * DAY

const channel = drawer<NoticeChannel>({ LETTER: 46, EMAIL: 30, PHONE: 12, SYSTEM: 8, IN_PERSON: 4 })
const interviewer = drawer<Interviewer>({ CHILD_PROTECTION_OFFICER: 58, FEDERAL_AGENT: 27, PROCURADURIA: 8, DIF: 7 })
const evaluated = drawer<EvaluationResult>({ NOT_NEEDED: 48, PROTECTION_NEEDED: 34, INCONCLUSIVE: 18 })
const decided = drawer<ProcedureDecision>({ REGULARISED: 24, EXIT_LETTER: 30, REFERRED: 26, CLOSED: 20 })

/** What the plain row of the same detection says. */
type Plain = Pick<Detection, 'ppnnaAt' | 'risks' | 'tie'>

export interface Told {
  readonly tie: FamilyTie | null
  readonly evidence: Evidence | null
}

/** INM let the child go to DIF: when, and to which place. */
export interface HandedOver {
  readonly at: Minute
  readonly to: string
}

/** `handedOver` is null where INM did not let the child go, or has not yet. */
export function evidenceOf(context: Context, found: Found, plain: Plain, handedOver: HandedOver | null): Told {
  const nothing = { tie: plain.tie, evidence: null }
  if (found.at < INM_IS_FULLER_SINCE) return nothing
  const chance = context.random('evidence')
  if (!chance.chance(FILLED[found.state] ?? FILLED_ELSEWHERE)) return nothing
  const { at, person } = found
  const past = (minute: Minute): Minute | null => (minute <= context.until ? minute : null)
  const informedAt = chance.chance(0.6) ? past(at + 20 + Math.round(chance.logNormal(70, 0.9))) : null
  const speaksSpanish = person.language === 'Español'
  const hasRelative = chance.chance(person.company === 'UNACCOMPANIED' ? 0.55 : 0.2)
  const enteredOn = entryOf(context, found)
  const evidence: Evidence = {
    numbers: numbersOf(chance, context, found),
    notice: plain.ppnnaAt === null ? null : noticeOf(context, chance, found),
    ppnnaArrivedAt:
      plain.ppnnaAt !== null && chance.chance(0.25) ? past(plain.ppnnaAt + 40 + chance.below(9 * HOUR)) : null,
    handedOverAt: handedOver?.at ?? null,
    handover: handedOver === null ? null : handoverOf(context, found, handedOver),
    informed:
      informedAt === null
        ? null
        : { at: informedAt, language: speaksSpanish || chance.chance(0.5) ? 'Español' : person.language },
    interviewer: interviewer(chance),
    ...{ enteredOn, daysInTransit: transitOf(context, found, enteredOn) },
    hadInterpreter: speaksSpanish ? null : chance.chance(0.38),
    protectionNeed: chance.chance(0.8) ? chance.chance(plain.risks.length > 0 ? 0.5 : 0.12) : null,
    evaluation: evaluationOf(chance, at, context.until),
    procedure: procedureOf(chance, found, context.until),
    relative: hasRelative ? relativeOf(context, chance, found) : null,
  }
  return { tie: hasRelative && plain.tie === null ? tieElsewhere(chance) : plain.tie, evidence }
}

function numbersOf(chance: Random, { serials }: Context, { person, state, at }: Found): Numbers {
  const draw = chance.next()
  const of = (prefix: string) => serials.stateYear(prefix, state, at, 5)
  return {
    passport: draw < 0.06 ? `${person.nationality}${String(10_000_000 + person.id)}` : null,
    shelter: draw > 0.97 ? of('ASF') : null,
    progres: draw > 0.06 && draw < 0.08 ? of('PRG') : null,
    cpims: draw > 0.08 && draw < 0.09 ? of('CPI') : null,
  }
}

/** Told of most hand-overs. Every tenth act lacks DIF's receipt, every twentieth the notice: so many at any scale. */
function handoverOf(
  { random, serials, ledger }: Context,
  { state, at, acta }: Found,
  { to }: HandedOver,
): HandoverAct | null {
  if (!random('handover').chance(0.8)) return null
  const nth = serials.next('handovers that are told of')
  const act = { tellsNotice: nth % 20 !== 7, hasReceipt: nth % 10 !== 3 }
  if (!act.tellsNotice || !act.hasReceipt) ledger.planted.incompleteActs.push(acta)
  return { number: serials.stateYear('AC', state, at, 6), ...act, to }
}

/** Days before being found in most; every twentieth so long before that the term to claim asylum was over by then (LRPCAP art. 18). */
function entryOf(context: Context, { at, acta, person }: Found): Minute | null {
  const chance = context.random('entry')
  const isTold = chance.chance(0.6)
  const [long, short] = [chance.between(70, 200) * DAY, chance.logNormal(6 * DAY, 0.9)]
  if (!isTold) return null
  const isLong = context.serials.next('entries that are told of') % 20 === 3
  const enteredOn = startOfDay(Math.max(at - (isLong ? long : short), person.bornOn))
  if (startOfDay(at) - enteredOn > LONG_AGO) context.ledger.planted.enteredLongBefore.push(acta)
  return enteredOn
}

/** Never fewer than the days since the entry; told of half. Ours. */
function transitOf({ random }: Context, { at, person }: Found, enteredOn: Minute | null): number | null {
  const chance = random('days in transit')
  const days = Math.round(chance.logNormal(24, 0.8))
  if (!chance.chance(0.5)) return null
  const sinceEntry = enteredOn === null ? 0 : Math.floor((at - enteredOn) / DAY)
  const sinceBirth = Math.floor((at - person.bornOn) / DAY)
  return Math.max(Math.min(days + sinceEntry, sinceBirth, 3000), sinceEntry)
}

function noticeOf({ serials }: Context, chance: Random, { state, at }: Found): Evidence['notice'] {
  return {
    folio: serials.stateYear('OF', state, at, 6),
    channel: channel(chance),
    office: `Procuraduría de Protección, ${stateOf(state).shortName}`,
  }
}

function evaluationOf(chance: Random, at: Minute, until: Minute): Evidence['evaluation'] {
  const on = startOfDay(at + chance.below(9 * DAY))
  return chance.chance(0.34) && on <= until ? { on, result: evaluated(chance) } : null
}

/** Opened on the day of detection in most, which may be before anybody was told (Ley de Migración art. 112 II). */
function procedureOf(chance: Random, { at, departure, isDetermined }: Found, until: Minute): Procedure | null {
  if (!chance.chance(0.7)) return null
  const openedOn = startOfDay(at + (chance.chance(0.75) ? 0 : chance.below(4 * DAY)))
  if (openedOn > until) return null
  const ends = departure ? startOfDay(departure.at) : startOfDay(openedOn + chance.logNormal(16 * DAY, 0.7))
  const isDecided = ends <= until && ends >= openedOn && (departure !== null || chance.chance(0.5))
  if (!isDecided) return { openedOn, decidedOn: null, decision: null, followsPlan: null }
  const decision = departure ? 'ASSISTED_RETURN' : decided(chance)
  return { openedOn, decidedOn: ends, decision, followsPlan: isDetermined ? chance.chance(0.6) : null }
}
