// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { AS_OF, renderTile } from '../../testing/render-tile.tsx'
import { ReturnsWithoutDeterminationTile } from './returns-without-determination-tile.tsx'

const returns = { asOf: AS_OF, total: 18, withoutValidDetermination: 5, byStanding: [] }
const closed = (...counts: (number | null)[]) => ({ points: counts.map((count) => ({ from: '2026-11-09', count })) })
const known = {
  ...{ code: '07', returns, weeks: closed(2, 3), before: closed(), thisWeek: { withoutValidDetermination: 1 } },
  earlier: { knownFrom: '2021-01-01', withoutValidDetermination: 7 },
}
const answerWith = (state: object, status = 'ON_TIME') => {
  const feed = { feed: 'returns/executed-returns', source: 'INM', status, lastCutoff: '2026-11-12' }
  return { data: { state: { ...known, ...state }, states: [{ code: '07', reporting: [feed] }] } }
}
const shown = (state: object, status?: string) =>
  renderTile(<ReturnsWithoutDeterminationTile />, answerWith(state, status), { code: '07' })

test('given both spans of four weeks are known, it says how it went', async () => {
  await shown({})

  expect(await screen.findByText('−2 en 4 semanas, mejora')).toBeVisible()
})

test('given INM is silent, that less was told is no improvement', async () => {
  await shown({}, 'SILENT')

  expect(await screen.findByText('5')).toBeVisible()
  expect(screen.queryByText(/en 4 semanas/)).toBeNull()
})

test('given INM began to tell within the earlier four weeks, that more was told is no turn for the worse', async () => {
  await shown({ earlier: { knownFrom: '2026-10-20', withoutValidDetermination: 1 } })

  expect(await screen.findByText('5')).toBeVisible()
  expect(screen.queryByText(/en 4 semanas/)).toBeNull()
})

test('given neither the last closed week nor this one had any, it does not say that they are of this week', async () => {
  await shown({ weeks: closed(5, 0), thisWeek: { withoutValidDetermination: 0 } })

  expect(await screen.findByText(/de los 18 retornos de NNA/)).toBeVisible()
  expect(screen.queryByText(/esta semana/)).toBeNull()
})

test('given a few of a state after many, which they are is not found by subtraction', async () => {
  const byStanding = [
    { standing: 'NO_DETERMINATION', count: 58 },
    { standing: 'DETERMINED_AFTER_DEPARTURE', count: 1 },
    { standing: 'VALID', count: 20 },
  ]
  await shown({ returns: { ...returns, total: 79, withoutValidDetermination: 59, byStanding } })

  expect(await screen.findByText('59')).toBeVisible()
  expect(screen.getByText(/^≥5 sin BID · 1–\u20604 con BID posterior · 0 con BID en contra · 0 de otra/)).toBeVisible()
})

test('given eight of a state in two parts of a few, which are four each, no part is told', async () => {
  const byStanding = [
    { standing: 'NO_DETERMINATION', count: 4 },
    { standing: 'DETERMINED_AFTER_DEPARTURE', count: 4 },
  ]
  await shown({ returns: { ...returns, total: 18, withoutValidDetermination: 8, byStanding } })

  expect(await screen.findByText('8')).toBeVisible()
  expect(screen.queryByText(/sin BID ·/)).toBeNull()
})

test('given few others of a state, neither how many there were in all nor a share tells how few', async () => {
  await shown({ returns: { ...returns, total: 21, withoutValidDetermination: 19 } })

  expect(await screen.findByText(/Y 1–\u20604 con BID previo que los permite/)).toBeVisible()
  expect(screen.queryByText(/21|%/)).toBeNull()
})

describe('given a filter', () => {
  const filtered = (counts: object, earlier = 0) => {
    const state = {
      returns: { ...returns, ...counts },
      earlier: { ...known.earlier, withoutValidDetermination: earlier },
    }
    return renderTile(<ReturnsWithoutDeterminationTile />, answerWith(state), {
      code: '07',
      filter: { nationality: ['HND'] },
    })
  }

  test('neither share nor change tells how few 1 to 4 are', async () => {
    await filtered({ total: 3, withoutValidDetermination: 2 })

    expect(await screen.findByText('1–\u20604 de 1–\u20604 retornos de NNA')).toBeVisible()
    expect(screen.queryByText(/67\s%/)).toBeNull()
    expect(screen.queryByText(/en 4 semanas/)).toBeNull()
  })

  test('the only return is not said to be the only one', async () => {
    await filtered({ total: 1, withoutValidDetermination: 0 })

    expect(await screen.findByText('Ningún retorno sin BID válido en 28 días.')).toBeVisible()
  })

  test('a change that would tell how few they were is not told', async () => {
    await filtered({ total: 9, withoutValidDetermination: 7 }, 2)

    expect(await screen.findByText(/Y 1–\u20604 con BID previo/)).toBeVisible()
    expect(screen.queryByText(/en 4 semanas/)).toBeNull()
  })
})
