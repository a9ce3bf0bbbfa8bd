/** A child who is expelled has left Mexico by an act of authority like one who is returned: it is counted, judged and told of. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onBoard } from '../support/board.ts'
import { aDetection, aReturn } from '../support/builders/inm.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

const WHAT_IS_TOLD = `{
  alerts(filter: { kind: [RETURN_WITHOUT_DETERMINATION] }) { edges { node { severity state { code } } } }
  nation { funnel(period: { from: "2020-01-01", to: "2099-12-31" }) { residualByFate { fate count } } }
}`

describe.each(MODES)('%s', (mode) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ mode })
    const child = aDetection()
    await world.takeIn('children/detections', [child])
    await world.takeIn('returns/executed-returns', [aReturn(child.ACTA, { 'TIPO DE RETORNO': 'Expulsión' })])
    await world.settle()
  })
  afterAll(() => world.stop())

  test('given a child expelled without a determination, it is a return without one, and no deportation', async () => {
    const { returns } = await onBoard(world)

    expect(returns).toMatchObject({ total: 1, withoutValidDetermination: 1, deportations: 0 })
  })

  test('given a child expelled without a determination, it is what became of the child, and an alert', async () => {
    const { data, errors } = await world.ask<{
      alerts: { edges: unknown[] }
      nation: { funnel: { residualByFate: unknown } }
    }>(WHAT_IS_TOLD)

    expect(errors).toBeUndefined()
    expect(data?.alerts.edges).toEqual([{ node: { severity: 'CRITICAL', state: { code: '07' } } }])
    expect(data?.nation.funnel.residualByFate).toContainEqual({ fate: 'RETURNED', count: 1 })
  })
})
