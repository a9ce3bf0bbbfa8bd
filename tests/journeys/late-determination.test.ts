/** What counts is the day a determination was made, not the day it arrived: one made after departure cures nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onBoard } from '../support/board.ts'
import { aDetection, aReturn } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import type { Row } from '../support/builders/row.ts'
import { daysAgo, hoursAgo, written, writtenDay } from '../support/clock.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

describe.each(MODES)('%s', (mode) => {
  let world: World
  const children = Array.from({ length: 6 }, () => aDetection())
  const cases = children.map(({ ACTA }) => aCase(ACTA))

  beforeAll(async () => {
    world = await startWorld({ mode })
    await world.takeIn('children/detections', children)
    await world.takeIn('representation/protection-cases', cases, { state: '07' })
    await world.takeIn(
      'returns/executed-returns',
      children.map(({ ACTA }) => aReturn(ACTA)),
    )
    await world.settle()
  })
  afterAll(() => world.stop())

  async function standings(): Promise<Record<string, number>> {
    const { returns } = await onBoard(world)
    return Object.fromEntries(
      (returns?.byStanding ?? []).filter(({ count }) => count > 0).map(({ standing, count }) => [standing, count]),
    )
  }

  test('returns without a determination stand as such until one is known', async () => {
    // Given six children returned five days ago, and no determination
    expect(await standings()).toEqual({ NO_DETERMINATION: 6 })

    // When the PPNNA's file arrives late, with determinations made before and after departure
    const decided = (at: number, differences: Row = {}) => aDetermination(cases[at]?.FOLIO ?? '', differences)
    const { notices } = await world.takeIn(
      'representation/determinations',
      [
        decided(0),
        decided(1, { FECHA: writtenDay(daysAgo(2)) }),
        decided(2, { RESULTADO: 'Permanencia en México' }),
        decided(3, { AUTORIDAD: 'Instituto Nacional de Migración' }),
        // Of the day of departure: without an hour nobody can say that it came first; an hour before departure it did.
        decided(4, { FECHA: writtenDay(daysAgo(5)) }),
        decided(5, { FECHA: `${written(hoursAgo(5 * 24 + 1))}:30` }),
      ],
      { state: '07' },
    )
    await world.settle()

    // Then each return has the standing that the day, the outcome and the authority give it
    expect(await standings()).toEqual({
      VALID: 2,
      DETERMINED_AFTER_DEPARTURE: 2,
      DETERMINATION_SAYS_OTHERWISE: 1,
      DETERMINED_BY_WRONG_AUTHORITY: 1,
    })
    expect((await onBoard(world)).returns).toMatchObject({ total: 6, withoutValidDetermination: 4 })
    expect(notices.join(' ')).toContain('Determinaciones sin hora: 5.')
  })
})
