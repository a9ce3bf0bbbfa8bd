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
  const NUE = { NUE: 'N600100200' }
  const children = Array.from({ length: 6 }, (_, at) => aDetection(at === 0 ? NUE : {}))
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

  test('what permitted the first return of a child permits no second one', async () => {
    // Given the first of them, found again two days after the return, and returned again
    const again = aDetection({ ...NUE, 'FECHA Y HORA': written(daysAgo(3)) })
    await world.takeIn('children/detections', [again])
    await world.takeIn('returns/executed-returns', [
      aReturn(again.ACTA, { 'FECHA Y HORA DE SALIDA': written(daysAgo(1)) }),
    ])
    await world.settle()

    // Then the determination of the first return is none of the second, and goes on to be one of the first
    expect(await standings()).toMatchObject({ VALID: 2, NO_DETERMINATION: 1 })

    // And when one of in between is told of, both have their own
    const determination = aDetermination(cases[0]?.FOLIO ?? '', { FECHA: writtenDay(daysAgo(2)) })
    await world.takeIn('representation/determinations', [determination], { state: '07' })
    await world.settle()
    const after = await standings()
    expect(after).toMatchObject({ VALID: 3 })
    expect(after).not.toHaveProperty('NO_DETERMINATION')
  })
})
