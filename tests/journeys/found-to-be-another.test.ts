/** A child whose find is sent again with the number of another is that other one; and so is all that was told of her meanwhile. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onBoard } from '../support/board.ts'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import { nextNumber, type Row } from '../support/builders/row.ts'
import { daysAgo, hoursAgo, written } from '../support/clock.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

const LEFT = { EGRESO: written(hoursAgo(1)), 'TIPO DE EGRESO': 'Canalización institucional' }

describe.each(MODES)('%s', (mode) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ mode })
  })
  afterAll(() => world.stop())

  const figures = async () => {
    await world.settle()
    const { detention, casework, returns } = await onBoard(world)
    return {
      held: [detention?.heldNow, detention?.over36Hours],
      waiting: [casework?.unprocessed, casework?.withoutDetermination],
      returned: [returns?.total, returns?.withoutValidDetermination],
    }
  }

  /** Of whom an alert stands open that somebody is held without a ground, by the acta of a find. */
  const alarmed = async () => {
    const rows = await world.database.query<{ acta: string }>(
      `select d.acta from oversight.alert a left join children.detection d using (child_id)
       where a.kind = 'HELD_WITHOUT_LEGAL_BASIS' and a.resolved_at is null order by 1`,
    )
    return rows.map(({ acta }) => acta)
  }

  /** Two finds as of two children; of the second is told that she is held, has a file and was permitted to return. */
  async function taken(): Promise<{ NUE: string; first: Row; second: Row; file: string | null; stay: Row }> {
    const NUE = `N${nextNumber() + 500_000_000}`
    const first = { ...aDetection({ 'FECHA Y HORA': written(daysAgo(60)) }), NUE }
    const second = aDetection({ 'FECHA Y HORA': written(daysAgo(20)) })
    await world.takeIn('children/detections', [first])
    const { batchId } = await world.takeIn('children/detections', [second])
    await world.settle()
    const stay = aStay(second['ACTA'] ?? '', { INGRESO: written(hoursAgo(50)) })
    await world.takeIn('placements/stays', [stay])
    const protection = aCase(second['ACTA'] ?? '')
    await world.takeIn('representation/protection-cases', [protection], { state: '07' })
    await world.takeIn('representation/determinations', [aDetermination(protection.FOLIO)], { state: '07' })
    await world.takeIn('returns/executed-returns', [aReturn(second['ACTA'] ?? '')])
    return { NUE, first, second, file: batchId, stay }
  }

  test('given one held, with a file and a permitted return, the one that remains is all that', async () => {
    const { NUE, first, second, file, stay } = await taken()
    expect(await figures()).toEqual({ held: [1, 1], waiting: [1, 0], returned: [1, 0] })

    // When her find is withdrawn and sent again with the number of the other
    await world.withdraw('children/detections', file)
    await world.takeIn('children/detections', [{ ...second, NUE }])

    // Then one child is held, of whom a file was opened before she was returned, and nobody waits
    expect(await figures()).toEqual({ held: [1, 1], waiting: [0, 0], returned: [1, 0] })
    expect(await alarmed()).toEqual([first['ACTA'], second['ACTA']].toSorted())

    // And when it is told that she has left, nobody is held
    await world.takeIn('placements/stays', [{ ...stay, ...LEFT }])
    expect(await figures()).toEqual({ held: [0, 0], waiting: [0, 0], returned: [1, 0] })
  })

  test('given that the number came before the file was withdrawn, it is the same', async () => {
    const before = await figures()
    const { NUE, second, file } = await taken()
    await world.takeIn('children/detections', [{ ...second, NUE }])
    expect((await figures()).waiting).toEqual([1, 0])

    await world.withdraw('children/detections', file)

    expect(await figures()).toEqual({ ...before, held: [1, 1], returned: [2, 0] })
    await world.rebuild('placements')
    expect((await figures()).held).toEqual([1, 1])
  })
})
