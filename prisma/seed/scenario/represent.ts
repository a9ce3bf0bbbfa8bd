/** Who represents a child, and what becomes of a request for a lawyer who is not the Procuraduría's. */
import type { CounselAnswer, CounselDenier, Forum, RepresentationQuality } from '@vigia/law/representation-types'
import { STATES, type StateCode } from '@vigia/law/states'
import { DAY, type Minute, startOfDay } from '../calendar.ts'
import { SURNAMES } from '../names/spanish.ts'
import { drawer } from '../shares.ts'
import type { Context } from './context.ts'
import type { CounselRequest, ProtectionCase, Representation } from './facts.ts'
import type { Found } from './found.ts'
import { FULLER_OFFICES } from './upkeep.ts'

const forum = drawer<Forum>({ MIGRATION_PROCEDURE: 74, COMAR: 20, AMPARO: 2, FAMILY: 3, CRIMINAL: 0.6, OMBUDS: 0.4 })
const independent = drawer<RepresentationQuality>({
  CSO_LAWYER: 60,
  FEDERAL_DEFENDER: 22,
  PRO_BONO: 12,
  STATE_DEFENDER: 6,
})
const answer = drawer<CounselAnswer>({ GRANTED: 45, DENIED: 25, UNANSWERED: 20, REQUESTED: 10 })

const denier = drawer<CounselDenier>({ PPNNA: 42, CENTRE: 34, INM: 15, COMAR: 9 })

/** Of represented children, those with counsel that is not the Procuraduría's, and those who ask for one. Ours. */
const WITH_COUNSEL = 0.06
const ASKS = 0.08
/**
 * Of the mandates whose counsel is told by a key every third, and so the first, is of one clinic, to which the trial account of counsel
 * answers: however small the twin, that account has a child. Ours.
 */
const BUSIEST = SURNAMES[0] ?? ''
const OF_THE_BUSIEST = 3
/** Of amparos, those in which the return was suspended: the law wants it of all (Ley de Amparo art. 126). Ours. */
const SUSPENDED = 0.8

export function represent(context: Context, found: Found, opened: ProtectionCase, closedOn: Minute | null): void {
  const chance = context.random('represent')
  const startedOn = startOfDay(opened.openedAt + chance.below(6 * DAY))
  const begun = { state: opened.state, folio: opened.folio, forum: forum(chance), startedOn }
  const first: Representation = {
    feed: 'representations',
    ...begun,
    suspension: suspensionOf(context, begun),
    quality: found.person.company === 'UNACCOMPANIED' ? 'SUBSTITUTE' : 'ADJUNCT',
    by: `${STATES[Number(opened.state) - 1]?.shortName}, área ${chance.between(1, 4)}`,
    key: null,
    endedOn: closedOn === null || closedOn < startedOn ? null : closedOn,
    counsel: chance.chance(ASKS) ? requestOf(context, opened.state, startedOn) : null,
  }
  send(context, first)
  if (first.counsel?.deniedBy && context.sink.isSent(first, startedOn + DAY))
    context.ledger.told.denials.push(first.folio)
  if (context.sink.isSent(first, startedOn + DAY)) context.ledger.represented(found.person.id)
  if (chance.chance(WITH_COUNSEL)) {
    const later = startOfDay(startedOn + chance.below(20) * DAY)
    const quality = independent(chance)
    send(context, {
      ...first,
      quality,
      ...organisation(context, opened.state),
      startedOn: later,
      endedOn: null,
      counsel: null,
      suspension: null,
    })
  }
}

/** The day after, by the offices that have software for it. */
function suspensionOf(
  context: Context,
  { state, forum: where, startedOn }: Pick<Representation, 'state' | 'forum' | 'startedOn'>,
): Representation['suspension'] {
  if (where !== 'AMPARO' || !FULLER_OFFICES.includes(state) || startedOn + 2 * DAY > context.until) return null
  const word = context.random('suspension').chance(SUSPENDED) ? 'GRANTED' : 'DENIED'
  return { word, on: startOfDay(startedOn + DAY) }
}

/** Once when it begins, and again when it has ended. */
function send({ sink }: Context, row: Representation): void {
  const { startedOn, endedOn } = row
  if (endedOn === null) sink.write(row, startedOn + DAY)
  else sink.writeTwice({ ...row, endedOn: null }, startedOn + DAY, row, endedOn + DAY)
}

function requestOf(context: Context, state: StateCode, startedOn: Minute): CounselRequest | null {
  const { until } = context
  const chance = context.random('represent')
  const on = startOfDay(startedOn + chance.below(10) * DAY)
  const answeredOn = on + chance.between(1, 20) * DAY
  if (on > until - DAY) return null
  const given = answeredOn < until - DAY ? answer(chance) : 'REQUESTED'
  const isAnswered = given === 'GRANTED' || given === 'DENIED'
  const denial = given === 'DENIED' ? chance.pick(['Ya cuenta con representación', 'Sin personal', 'No procede']) : null
  const deniedBy = given === 'DENIED' ? denierOf(context, state) : null
  return { on, answer: given, answeredOn: isAnswered ? answeredOn : null, denial, deniedBy }
}

/** As the offices tell that have software for it. */
function denierOf(context: Context, state: StateCode): CounselDenier | null {
  const chance = context.random('deniers')
  return FULLER_OFFICES.includes(state) ? denier(chance) : null
}

/** Invented organisations, by invented surnames and numbers. */
function organisation({ random, serials }: Context, state: StateCode): Pick<Representation, 'by' | 'key'> {
  const drawn = random('represent').pick(SURNAMES)
  if (!FULLER_OFFICES.includes(state)) return { by: clinicOf(drawn), key: null }
  const isBusiest = serials.next('mandates told with a key') % OF_THE_BUSIEST === 1
  const surname = isBusiest ? BUSIEST : drawn
  return { by: clinicOf(surname), key: `CLJ00010109${String(SURNAMES.indexOf(surname)).padStart(2, '0')}X` }
}

const clinicOf = (surname: string) => `Clínica jurídica ${surname}`
