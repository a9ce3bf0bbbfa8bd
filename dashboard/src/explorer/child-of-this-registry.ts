/** The id of a child whom the running registry knows well, so that the query of one child has something to tell when it is run. */
import { asReader } from '../api/session.ts'
import { addDays, mexicanDay } from '../format/calendar.ts'

/** Children found within a period, the latest first, and how far each has come. */
const QUESTION = `query Known($period: PeriodInput!) {
  children(first: 50, filter: { period: $period }) {
    edges { node { id placements(first: 1) { edges { node { id } } } ppnnaCase { determination { outcome } } } }
  }
}`
const PATIENCE_IN_MS = 4_000
/** By then most of whom a Procuraduría takes up have a determination: of the latest found there may be none with so much as a case. */
const TIME_FOR_A_DETERMINATION_IN_DAYS = 45
const A_YEAR_IN_DAYS = 365

type Found = {
  id: string
  placements: { edges: readonly unknown[] } | null
  ppnnaCase: { determination: object | null } | null
}

/** Null where there is no child, or nobody answers in time: the explorer opens all the same. */
export async function childOfThisRegistry(): Promise<string | null> {
  try {
    const now = mexicanDay(new Date())
    const before = addDays(now, -TIME_FOR_A_DETERMINATION_IN_DAYS)
    const older = await bestKnown({ from: addDays(before, -A_YEAR_IN_DAYS), to: before })
    if (older?.ppnnaCase?.determination) return older.id
    const latest = await bestKnown({ from: before, to: now })
    return [older, latest].filter((child) => child !== null).toSorted(byWhatIsKnown)[0]?.id ?? null
  } catch {
    return null
  }
}

async function bestKnown(period: { from: string; to: string }): Promise<Found | null> {
  const signal = AbortSignal.timeout(PATIENCE_IN_MS)
  const answer = await known(period, signal)
  // A service was late: what it knows of them is asked for once more, and done without where it is late again.
  const whole = answer.errors ? await known(period, signal).catch(() => answer) : answer
  const found = whole.data?.children?.edges.map(({ node }) => node) ?? []
  return found.toSorted(byWhatIsKnown)[0] ?? null
}

interface Known {
  data?: { children?: { edges: readonly { node: Found }[] } | null }
  errors?: readonly unknown[]
}

async function known(period: { from: string; to: string }, signal: AbortSignal): Promise<Known> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { ...asReader(), 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUESTION, variables: { period } }),
    signal,
  })
  return response.json()
}

/** How much there is to tell of a child: a determination above all, then a case, then where it was. */
const knownOf = ({ placements, ppnnaCase }: Found) =>
  4 * Number(Boolean(ppnnaCase?.determination)) +
  2 * Number(ppnnaCase !== null) +
  Number(Boolean(placements?.edges.length))

const byWhatIsKnown = (a: Found, b: Found) => knownOf(b) - knownOf(a)
