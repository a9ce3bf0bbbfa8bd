/** What nobody ever told the registry is null on the board, and never 0; once a file has told of it, a zero is a zero. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onBoard } from '../support/board.ts'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { aCase } from '../support/builders/ppnna.ts'
import { daysAgo, hoursAgo, localDay, written } from '../support/clock.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

const OF_A_PERIOD = `query ($code: ID!, $period: PeriodInput!) { state(code: $code) {
  detection(period: $period) { persons knownFrom } returns(period: $period) { total knownFrom }
  funnel(period: $period) { detected knownFrom } care { childrenNow }
} }`

interface OfAPeriod {
  state: Record<'detection' | 'returns' | 'funnel', { knownFrom: string } | null> & { care: object | null }
}

describe.each(MODES)('%s', (mode) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ mode })
    await world.settle()
  })
  afterAll(() => world.stop())
  let told: string | null = null

  async function figuresOf(code: string, from: string, to: string): Promise<OfAPeriod['state'] | undefined> {
    const { data, errors } = await world.ask<OfAPeriod>(OF_A_PERIOD, { code, period: { from, to } })
    expect(errors).toBeUndefined()
    return data?.state
  }
  const today = localDay(new Date())

  test('an empty registry shows nothing, and no error', async () => {
    for (const code of ['07', '00']) {
      expect(await onBoard(world, code)).toMatchObject({ detention: null, casework: null, returns: null })
      expect(await figuresOf(code, '2021-01-01', today)).toEqual({
        ...{ detection: null, returns: null, funnel: null, care: null },
      })
    }
  })

  test('of a state whose own office alone has told, its casework is known, and nobody else’s', async () => {
    // Given the cases of Chiapas, none of which can be joined to a child yet
    const { batchId } = await world.takeIn('representation/protection-cases', [aCase('INM/07/2026/9999999')], {
      state: '07',
    })
    told = batchId
    await world.settle()

    // Then its backlog is a true zero, and that of Veracruz is not known
    expect((await onBoard(world)).casework).toMatchObject({ unprocessed: 0, withoutDetermination: 0 })
    expect((await onBoard(world, '30')).casework).toBeNull()
    expect((await onBoard(world, '00')).casework).toMatchObject({ unprocessed: 0 })
  })

  test('once that is taken back, nothing is known again, though there was nothing in it to count', async () => {
    await world.withdraw('representation/protection-cases', told)
    await world.settle()

    for (const code of ['07', '00']) expect((await onBoard(world, code)).casework).toBeNull()
  })

  test('once INM has told of the country, what it did not find in a state is a true zero there', async () => {
    // Given children found in Chiapas, one held for some hours and let go, one returned
    const [held, gone] = [aDetection(), aDetection()]
    await world.takeIn('children/detections', [held, gone])
    const stay = { INGRESO: written(hoursAgo(48)), EGRESO: written(hoursAgo(40)) }
    await world.takeIn('placements/stays', [aStay(held.ACTA, { ...stay, 'TIPO DE EGRESO': 'Traslado' })])
    await world.takeIn('returns/executed-returns', [aReturn(gone.ACTA)])
    await world.settle()

    // Then Veracruz shows zeros
    const veracruz = await onBoard(world, '30')
    expect(veracruz.detention).toMatchObject({ heldNow: 0, longestHours: null })
    expect(veracruz.casework).toMatchObject({ unprocessed: 0 })
    expect(veracruz.returns).toMatchObject({ total: 0 })
    // And nobody knows who is in care, of whom the DIF has not told
    expect(await figuresOf('30', localDay(daysAgo(60)), today)).toEqual({
      detection: { persons: 0, knownFrom: localDay(daysAgo(30)) },
      returns: { total: 0, knownFrom: localDay(daysAgo(5)) },
      funnel: { detected: 0, knownFrom: localDay(daysAgo(30)) },
      care: null,
    })
  })

  test('for how many of the children a case was opened is not known until a Procuraduría tells, and 0 then', async () => {
    const SHARES = `query ($period: PeriodInput!) { state(code: "07") {
      funnel(period: $period) { detected notified caseOpened determined residual coverage stages { reached } } casework { withoutDetermination } } }`
    const shares = async () => {
      const { data } = await world.ask<{ state: object }>(SHARES, {
        period: { from: localDay(daysAgo(60)), to: today },
      })
      return data?.state
    }
    const reached = (...steps: (number | null)[]) => steps.map((one) => ({ reached: one }))
    const found = { detected: 2, notified: 2, determined: null }
    // Given that INM alone has told of the two children
    expect(await shares()).toEqual({
      funnel: { ...found, caseOpened: null, residual: null, coverage: null, stages: reached(2, 2, null, null, null) },
      casework: { withoutDetermination: null },
    })

    // When the Procuraduría tells of its files, and none is of these children
    await world.takeIn('representation/protection-cases', [aCase('INM/07/2026/8888888')], { state: '07' })
    await world.settle()

    // Then that is a true zero, and of its determinations nothing is known yet
    expect(await shares()).toEqual({
      funnel: { ...found, caseOpened: 0, residual: 2, coverage: 0, stages: reached(2, 2, 0, null, null) },
      casework: { withoutDetermination: 0 },
    })
  })

  test('of a time of which no file tells there are no figures', async () => {
    for (const [from, to] of [
      ['2015-01-01', '2015-12-31'],
      ['2099-01-01', '2099-12-31'],
    ] as const)
      expect(await figuresOf('07', from, to)).toMatchObject({ detection: null, returns: null, funnel: null })
  })

  test.each([
    ['detection', '["Honduras"]', 'filter.nationality: value 1'],
    ['returns', `${JSON.stringify(Array(51).fill('HND'))}`, 'filter.nationality holds more than 50'],
  ])('%s asked with nationality %s is refused, and the argument named', async (field, list, sentence) => {
    const { errors } = await world.ask(
      `{ nation { ${field}(period: { from: "2026-01-01", to: "2026-01-31" }, filter: { nationality: ${list} }) { asOf } } }`,
    )

    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining(sentence),
      extensions: { code: 'BAD_USER_INPUT' },
    })
  })

  test('children listed by a nationality that does not exist is refused', async () => {
    const { errors } = await world.ask('{ children(filter: { nationality: ["hnd"] }) { totalCount } }')

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' })
  })
})
