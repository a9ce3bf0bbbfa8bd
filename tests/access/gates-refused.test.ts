/** A refusal shuts the gate of a return whenever it was told: on its own day, and beside a permission of that day (LGDNNA art. 97). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { daysAgo, writtenDay } from '../support/clock.ts'
import { type Gates, openGates, SHUT } from '../support/gates.ts'

const PPNNA = anActor('ppnna-officer', { org: 'PPNNA-07', states: ['07'] })
const FILE = `query ($id: ID!) { child(id: $id) { ppnnaCase { determination { outcome permitsReturn } } } }`

let gates: Gates
let { asked, told, aFoundChild, determined } = {} as Gates
beforeAll(async () => {
  gates = await openGates()
  ;({ asked, told, aFoundChild, determined } = gates)
})
afterAll(() => gates.stop())

test('a refusal of today, told without its hour, shuts the gate today', async () => {
  const { number, file } = await aFoundChild()
  await determined(file.FOLIO)
  await told()
  expect((await asked(number)).data).toMatchObject({ returnGate: { answer: 'PERMITTED' } })

  await determined(file.FOLIO, { FECHA: writtenDay(daysAgo(0)), RESULTADO: 'Retorno no permitido' })
  await told()

  expect((await asked(number)).data).toEqual(SHUT)
})

test.each([
  ['before', ['Retorno no permitido', 'Retorno al país de origen permitido']],
  ['after', ['Retorno al país de origen permitido', 'Retorno no permitido']],
])(
  'of two determinations of one day without an hour the refusal speaks, also where it was told %s',
  async (_order, outcomes) => {
    const { number, file } = await aFoundChild()
    for (const RESULTADO of outcomes) await determined(file.FOLIO, { RESULTADO })
    await told()

    expect((await asked(number)).data).toEqual(SHUT)
    // Whoever reads the file sees what the gate goes by.
    const [found] = await gates.database.query<{ id: string }>(
      `select child_id as id from children.detection where acta = '${number}'`,
    )
    const { data } = await gates.graph.ask(PPNNA, FILE, { id: found?.id })
    expect(data).toMatchObject({ child: { ppnnaCase: { determination: { outcome: 'RETURN_NOT_PERMITTED' } } } })
  },
)
