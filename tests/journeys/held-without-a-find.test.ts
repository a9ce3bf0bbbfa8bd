/** A child whose find is withdrawn is still held, and counted so, by the stay that stands: its alert stands as long, and is told once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onBoard } from '../support/board.ts'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { daysAgo, hoursAgo, written } from '../support/clock.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

const STANDING = `select kind from oversight.alert where resolved_at is null and about = 'CHILD' order by kind`
const STEPS = `select h.step from oversight.alert_history h join oversight.alert a on a.id = h.alert_id
  where a.kind = $1 order by h.id`

describe.each(MODES)('%s', (mode) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ mode })
  })
  afterAll(() => world.stop())

  const stepsOf = async (kind: string) => {
    const rows = await world.database.query<{ step: string }>(STEPS, [kind])
    return rows.map(({ step }) => step)
  }

  async function seen() {
    await world.settle()
    const { detention, returns } = await onBoard(world)
    const open = await world.database.query<{ kind: string }>(STANDING)
    const kinds = open.map(({ kind }) => kind)
    return {
      held: [detention?.heldNow ?? 0, kinds.filter((kind) => kind === 'HELD_WITHOUT_LEGAL_BASIS').length],
      returned: [
        returns?.withoutValidDetermination ?? 0,
        kinds.filter((kind) => kind === 'RETURN_WITHOUT_DETERMINATION').length,
      ],
      others: kinds.filter((kind) => !/^(HELD|RETURN)_WITHOUT/.test(kind)),
    }
  }

  test('as many alerts stand as the board counts, whatever file is withdrawn and comes again', async () => {
    // Given a child held for two days, and one returned without a determination
    const week = { 'FECHA Y HORA': written(daysAgo(7)), 'AVISO A PPNNA': written(daysAgo(7)) }
    const [held, returned] = [aDetection(week), aDetection(week)]
    const { batchId: finds } = await world.takeIn('children/detections', [held, returned])
    await world.settle()
    const { batchId: stays } = await world.takeIn('placements/stays', [
      aStay(held.ACTA, { INGRESO: written(hoursAgo(50)) }),
    ])
    const { batchId: returns } = await world.takeIn('returns/executed-returns', [aReturn(returned.ACTA)])
    const before = await seen()
    expect(before).toMatchObject({ held: [1, 1], returned: [1, 1] })
    expect(before.others).not.toEqual([])

    // When the file of their finds is withdrawn, both are counted as before; of what is owed of a find nothing is
    await world.withdraw('children/detections', finds)
    expect(await seen()).toEqual({ held: [1, 1], returned: [1, 1], others: [] })
    await world.rebuild('oversight')
    expect(await seen()).toEqual({ held: [1, 1], returned: [1, 1], others: [] })

    // When it comes again, nobody was told that they were not
    await world.takeIn('children/detections', [{ ...held, EDAD: '15' }, returned])
    expect(await seen()).toEqual(before)
    expect(await stepsOf('HELD_WITHOUT_LEGAL_BASIS')).toEqual(['OPENED'])
    expect(await stepsOf('RETURN_WITHOUT_DETERMINATION')).toEqual(['OPENED'])

    // When what they rest on is withdrawn, both are over
    await world.withdraw('placements/stays', stays)
    await world.withdraw('returns/executed-returns', returns)
    expect(await seen()).toMatchObject({ held: [0, 0], returned: [0, 0] })
    expect(await stepsOf('HELD_WITHOUT_LEGAL_BASIS')).toEqual(['OPENED', 'RESOLVED'])
  })
})
