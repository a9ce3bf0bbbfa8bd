/**
 * A file of an earlier day than what is known changes nothing of it; once the file of the later day is withdrawn, what the late one told is
 * what is known, as if it had come alone.
 */
import type { ServiceName } from '@vigia/kit/service'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Row } from '../support/builders/row.ts'
import { daysAgo, hoursAgo, localDay } from '../support/clock.ts'
import { type Desk, factsOf, openDesk } from './desk.ts'
import type { Told } from './told-late/known.ts'
import { OF_CASEWORK } from './told-late/of-casework.ts'
import { OF_CHILDREN } from './told-late/of-children.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const TODAY = daysAgo(0)
const DAYS = { later: localDay(TODAY), earlier: localDay(new Date(TODAY.getTime() - 86_400_000)) }

/** Numbers given anew each time that a fact comes, and what is sealed, which differs each time. */
const OF_EACH_TIME = new Set([
  'id',
  'sealed',
  'stay_id',
  'detection_id',
  'plan_id',
  'facility_id',
  'return_id',
  'case_id',
])
const isOfEachTime = (row: Record<string, unknown>, column: string) =>
  (OF_EACH_TIME.has(column) && row['first_detected_at'] === undefined) || (column === 'mark' && 'facility_id' in row)

/** Every fact of the service, whatever number it has. */
async function said(service: ServiceName): Promise<Record<string, unknown[]>> {
  const facts = Object.entries(await factsOf(desk, service)).map(([table, rows]) => {
    const kept = (rows as Record<string, unknown>[]).map((row) =>
      JSON.stringify(Object.entries(row).filter(([column]) => !isOfEachTime(row, column))),
    )
    return [table, kept.sort()]
  })
  return Object.fromEntries(facts)
}

describe.each([...OF_CHILDREN, ...OF_CASEWORK])('%s', (_what, prepared) => {
  let told: Told
  let service: ServiceName
  /** Nothing of either file, and what each of them says alone. */
  let none: Record<string, unknown[]>
  let ofEarlier: Record<string, unknown[]>
  let ofLater: Record<string, unknown[]>
  const send = async (rows: readonly Row[], cutoff: string, now: Date) => {
    const sender = service === 'representation' ? { source: 'PPNNA', state: '07' } : {}
    const taken = await desk.send(told.feed, rows, { ...sender, cutoff, now })
    expect(taken).toMatchObject({ outcome: 'TAKEN', firstRejects: [], counts: { unmatched: 0 } })
    return taken
  }
  const [first, second] = [hoursAgo(0.2), hoursAgo(0.1)]
  const sendLater = () => send(told.later, DAYS.later, first)
  const sendEarlier = () => send(told.earlier, DAYS.earlier, second)
  const back = (taken: { batchId: string | null }) => desk.takeBack(service, taken.batchId)

  beforeAll(async () => {
    told = await prepared(desk)
    service = told.feed.split('/')[0] as ServiceName
    none = await said(service)
    const earlier = await sendEarlier()
    ofEarlier = await said(service)
    await back(earlier)
    const later = await sendLater()
    ofLater = await said(service)
    await back(later)
    expect(await said(service)).toEqual(none)
  })

  test('is what the late file told once the later one is withdrawn, and gone with both', async () => {
    const later = await sendLater()
    const earlier = await sendEarlier()

    await back(later)
    expect(await said(service)).toEqual(ofEarlier)
    await back(earlier)
    expect(await said(service)).toEqual(none)
  })

  test('is what the later file told once the late one is withdrawn, and gone with both', async () => {
    const later = await sendLater()
    const earlier = await sendEarlier()

    await back(earlier)
    expect(await said(service)).toEqual(ofLater)
    await back(later)
    expect(await said(service)).toEqual(none)
  })
})
