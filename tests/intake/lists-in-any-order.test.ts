/**
 * How a place stands is what the lists say of it by their days: whichever of them comes first, and without whichever is withdrawn. A place that
 * is acknowledged by nobody's word raises A32 once a child is there, and one that is acknowledged raises none.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daysAgo, localDay } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const WORDS = { '': null, Reconocido: 'ACKNOWLEDGED', Avistado: 'SIGHTED', Cerrado: 'CLOSED' } as const
type Word = keyof typeof WORDS

const SENDERS = {
  DIF: { source: 'DIF', state: '07' },
  CNDH: { source: 'CNDH', state: null },
} as const
type Sender = keyof typeof SENDERS

const CHOICES = Object.keys(WORDS) as Word[]
const inEachWay = <T>(choices: readonly T[], length: number): T[][] =>
  length === 0 ? [[]] : inEachWay(choices, length - 1).flatMap((before) => choices.map((choice) => [...before, choice]))
const inEachOrder = (days: readonly number[]): number[][] =>
  days.length === 0
    ? [[]]
    : days.flatMap((first) => inEachOrder(days.filter((day) => day !== first)).map((others) => [first, ...others]))

/** What is left blank is acknowledged by its own authority alone, where nobody has said more than that it was seen. */
function standing(senders: readonly Sender[], words: readonly Word[], days: readonly number[]): string {
  return days.reduce<string>((stands, day) => {
    const said = WORDS[words[day] ?? '']
    return said ?? (stands === 'SIGHTED' && senders[day] === 'DIF' ? 'ACKNOWLEDGED' : stands)
  }, 'SIGHTED')
}

let runs = 0
const inLetters = (number: number) => String(number).replace(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)] ?? '')

/** Lists of one day each, in which a place has each way of words; taken in as they are ordered, and one of them withdrawn. */
async function standAfter(
  senders: readonly Sender[],
  ways: readonly Word[][],
  order: readonly number[],
  gone?: number,
) {
  runs += 1
  const name = (way: number) => `CAS ${inLetters(runs)} ${inLetters(way)}`
  const ofState = { TIPO: 'CAS estatal', ENTIDAD: 'Chiapas' }
  const batches = new Map<number, string | null>()
  for (const day of order) {
    const rows = ways.map((words, way) => ({
      ...{ NOMBRE: name(way), ...ofState, CICLO: words[day] ?? '' },
      CAPACIDAD: String(40 + (way % 2) * day),
    }))
    // Of other bytes: a file is refused as of two senders.
    const ownRow = { NOMBRE: `CAS ${inLetters(runs)} lista ${inLetters(day)}`, ...ofState, CICLO: '', CAPACIDAD: '5' }
    const sender = SENDERS[senders[day] ?? 'DIF']
    const cutoff = localDay(daysAgo(60 - 10 * day))
    const taken = await desk.send('placements/facilities', [...rows, ownRow], { ...sender, cutoff })
    expect(taken.firstRejects).toEqual([])
    batches.set(day, taken.batchId)
  }
  if (gone !== undefined) await desk.takeBack('placements', batches.get(gone) ?? null)
  const known = await desk.database.query<{ name: string; lifecycle: string }>(
    'select name, lifecycle from placements.facility where name = any ($1)',
    [ways.map((_words, way) => name(way))],
  )
  const standings = new Map(known.map((place) => [place.name, place.lifecycle]))
  return ways.map((words, way) => `${words.join(', ')}: ${standings.get(name(way))}`)
}

const expected = (senders: readonly Sender[], ways: readonly Word[][], days: readonly number[]) =>
  ways.map((words) => `${words.join(', ')}: ${standing(senders, words, days)}`)

test.each(inEachWay<Sender>(['DIF', 'CNDH'], 2))(
  'of a list of the %s and a later one of the %s',
  async (...senders) => {
    const ways = inEachWay(CHOICES, 2)
    for (const order of inEachOrder([0, 1])) {
      expect(await standAfter(senders, ways, order), `taken in as ${order}`).toEqual(expected(senders, ways, [0, 1]))
      for (const gone of [0, 1])
        expect(await standAfter(senders, ways, order, gone), `taken in as ${order}, ${gone} withdrawn`).toEqual(
          expected(senders, ways, [1 - gone]),
        )
    }
  },
)

test('of a list of the CNDH, one of the DIF and another of the CNDH', async () => {
  const senders: readonly Sender[] = ['CNDH', 'DIF', 'CNDH']
  const ways = inEachWay(CHOICES, 3)
  for (const order of inEachOrder([0, 1, 2])) {
    const [first] = order
    expect(await standAfter(senders, ways, order), `taken in as ${order}`).toEqual(expected(senders, ways, [0, 1, 2]))
    expect(await standAfter(senders, ways, order, first), `taken in as ${order}, the first withdrawn`).toEqual(
      expected(
        senders,
        ways,
        [0, 1, 2].filter((day) => day !== first),
      ),
    )
  }
})
