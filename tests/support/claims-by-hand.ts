/** What of deliveries of INM's tables counts, as whoever lays the files side by side finds it: no SQL, and no haste. */
import { addDays, firstOfMonth, type LocalDate, lastOfMonth } from '@vigia/law/local-dates'

interface Claim {
  table: string
  part: string
  span: 'DAY' | 'MONTH' | 'MONTH_BY_PLACE'
  /** Of a month its first. */
  day: LocalDate
  state: string
  place: string
  spelling: string
  isRecorded: boolean
  measures: Readonly<Record<string, number>>
}
export interface Delivery {
  id: string
  cutoff: LocalDate
  isPreliminary: boolean
  takenAt: number
  isWithdrawn: boolean
  coverage: readonly { table: string; until: LocalDate }[]
  claims: readonly Claim[]
}
/** Sums by what is counted, and until when each table goes. */
export interface Settled {
  days: Record<string, number>
  months: Record<string, { n: number; rest: number }>
  coverage: Record<string, LocalDate>
  places: Record<string, { name: string; isRecorded: boolean }>
}

export function settledByHand(all: readonly Delivery[], today: LocalDate): Settled {
  const deliveries = all.filter((one) => !one.isWithdrawn).toSorted(asTheyReplaceOneAnother)
  const claims = deliveries.flatMap((one, at) =>
    one.claims.filter((claim) => !deliveries.slice(at + 1).some((later) => tellsAnew(later, claim))),
  )
  const coverage = coverageOf(deliveries, today)
  const days = daysOf(claims)
  return { days, months: monthsOf({ claims, deliveries, days, coverage }), coverage, places: placesOf(claims) }
}

/** By the day until which they know, a final after a preliminary one, and by when they came. */
function asTheyReplaceOneAnother(a: Delivery, b: Delivery): number {
  if (a.cutoff !== b.cutoff) return a.cutoff < b.cutoff ? -1 : 1
  if (a.isPreliminary !== b.isPreliminary) return a.isPreliminary ? -1 : 1
  if (a.takenAt !== b.takenAt) return a.takenAt - b.takenAt
  return a.id < b.id ? -1 : 1
}

const isOfOneTable = (a: Claim, b: Claim) => a.table === b.table && a.part === b.part && a.span === b.span

/** From the first to the last day of a table that a delivery tells of. */
function stretch(delivery: Delivery, of: Claim): [since: LocalDate, until: LocalDate] {
  const days = delivery.claims.filter((claim) => isOfOneTable(claim, of)).map(({ day }) => day)
  return [days.toSorted()[0] ?? '', days.toSorted().at(-1) ?? '']
}

/** Whether it speaks of that state in that table, and of days around that one. */
function tellsAnew(later: Delivery, claim: Claim): boolean {
  if (!later.claims.some((one) => isOfOneTable(one, claim) && one.state === claim.state)) return false
  const [since, until] = stretch(later, claim)
  return since <= claim.day && claim.day <= until
}

/** A table of months goes until the day that a delivery says it does, or as far as it could know; none goes beyond today. */
function coverageOf(deliveries: readonly Delivery[], today: LocalDate): Settled['coverage'] {
  const untils = new Map<string, LocalDate[]>()
  const add = (table: string, until: LocalDate) => untils.set(table, [...(untils.get(table) ?? []), until])
  for (const delivery of deliveries)
    for (const claim of delivery.claims) {
      const [, until] = stretch(delivery, claim)
      if (claim.span === 'DAY') add(claim.table, until)
      if (claim.span !== 'MONTH') continue
      const said = deliveries.flatMap(({ coverage }) => coverage).filter(({ table }) => table === claim.table)
      const fit = said.map((one) => one.until).filter((one) => one >= until)
      const known = earlier(delivery.cutoff, lastOfMonth(until))
      for (const one of fit.length > 0 ? fit : [known]) add(claim.table, one)
    }
  return Object.fromEntries([...untils].map(([table, all]) => [table, earlier(all.toSorted().at(-1) ?? '', today)]))
}

const earlier = (a: LocalDate, b: LocalDate) => (a < b ? a : b)
const keyOf = (...parts: string[]) => parts.join(' ')

function daysOf(claims: readonly Claim[]): Settled['days'] {
  const days: Settled['days'] = {}
  const add = (key: string, n: number) => {
    days[key] = (days[key] ?? 0) + n
  }
  for (const { span, table, state, day, place, measures } of claims) {
    if (span !== 'DAY') continue
    for (const [measure, n] of Object.entries(measures)) add(keyOf(table, measure, '', state, day), n)
    const channelled = measures['CHANNELLED']
    if (table === 'CANALIZADOS' && channelled !== undefined)
      add(keyOf(table, 'CHANNELLED', place, state, day), channelled)
  }
  return days
}

type Kept = Pick<Settled, 'days' | 'coverage'> & { claims: readonly Claim[]; deliveries: readonly Delivery[] }

/** What days tell of a month and, where they do not tell all of it, what its sum has beyond them. */
function monthsOf({ claims, deliveries, days, coverage }: Kept): Settled['months'] {
  const [ofDays, ofSums] = [new Map<string, number>(), new Map<string, number>()]
  const add = (to: Map<string, number>, key: string, n: number) => to.set(key, (to.get(key) ?? 0) + n)
  for (const [key, n] of Object.entries(days)) {
    const [table = '', measure = '', place = '', state = '', day = ''] = key.split(' ')
    add(ofDays, keyOf(table, measure, place, state, firstOfMonth(day)), n)
  }
  for (const { span, table, state, day, place, measures } of claims)
    for (const [measure, n] of span === 'DAY' ? [] : Object.entries(measures))
      add(ofSums, keyOf(table, measure, span === 'MONTH' ? '' : place, state, day), n)
  const months = [...new Set([...ofDays.keys(), ...ofSums.keys()])].map((key) => {
    const [table = '', , , state = '', month = ''] = key.split(' ')
    const [told, sum] = [ofDays.get(key) ?? 0, ofSums.get(key) ?? 0]
    const isWhole = daysToTell(month, coverage[table]).every((day) => isTold(deliveries, { table, state, day }))
    const rest = isWhole ? 0 : Math.max(sum - told, 0)
    return [key, { n: told + rest, rest }] as const
  })
  return Object.fromEntries(months)
}

/** Those of the month that the table covers; of one that is not begun its first. */
function daysToTell(month: LocalDate, covered: LocalDate | undefined): LocalDate[] {
  const last = covered === undefined ? lastOfMonth(month) : earlier(lastOfMonth(month), covered)
  const days = [month]
  for (let day = addDays(month, 1); day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

/** Whether a delivery that tells of days of that state in that table goes over this one. */
const isTold = (
  deliveries: readonly Delivery[],
  { table, state, day }: { table: string; state: string; day: string },
) =>
  deliveries.some((delivery) =>
    delivery.claims.some((claim) => {
      if (claim.span !== 'DAY' || claim.table !== table || claim.state !== state) return false
      const [since, until] = stretch(delivery, claim)
      return since <= day && day <= until
    }),
  )

/** A place is called as most rows call it, and recorded where all say so. */
function placesOf(claims: readonly Claim[]): Settled['places'] {
  const channelled = Map.groupBy(
    claims.filter(({ table }) => table === 'CANALIZADOS'),
    ({ place }) => place,
  )
  const named = [...channelled].map(([place, rows]) => {
    const spellings = [...Map.groupBy(rows, ({ spelling }) => spelling)].toSorted(
      ([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1),
    )
    return [place, { name: spellings[0]?.[0] ?? '', isRecorded: rows.every((row) => row.isRecorded) }] as const
  })
  return Object.fromEntries(named)
}
