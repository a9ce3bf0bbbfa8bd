// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { AS_OF, renderTile } from '../../testing/render-tile.tsx'
import { STATE_CODES } from '../../words/states.ts'
import { UnprocessedCasesTile } from './unprocessed-cases-tile.tsx'

const casework = { asOf: AS_OF, unprocessed: 30, overdue: 0, oldestNotifiedAt: null, unprocessedByAge: [] }
const answerWith = (state: object, status = 'ON_TIME') => {
  const office = { feed: 'representation/protection-cases', source: 'PPNNA', status, lastCutoff: '2026-11-05' }
  return { data: { state: { code: '07', casework, ...state }, states: [{ code: '07', reporting: [office] }] } }
}

test('given the office is silent, the figure says until when it is known', async () => {
  await renderTile(<UnprocessedCasesTile />, answerWith({}, 'SILENT'), { code: '07' })

  expect(await screen.findByRole('heading', { name: /ahora, dato hasta 5 nov/ })).toBeVisible()
  expect(screen.getByText(/PPNNA, dato hasta 5 nov\./)).toBeVisible()
})

test('given the office reports, it is of now', async () => {
  await renderTile(<UnprocessedCasesTile />, answerWith({}), { code: '07' })

  expect(await screen.findByText('30')).toBeVisible()
  expect(screen.queryByText(/dato hasta/)).toBeNull()
})

test('given nothing was ever told, there are no data, and no 0', async () => {
  await renderTile(<UnprocessedCasesTile />, answerWith({ casework: null }), { code: '07' })

  expect(await screen.findByText('Sin datos')).toBeVisible()
  expect(screen.queryByText('0')).toBeNull()
})

test('given an office is late, the figure of the country says at its foot which one and until when', async () => {
  await renderTile(<UnprocessedCasesTile />, answerWith({ code: '00' }, 'LATE'))

  expect(await screen.findByText(/PPNNA, dato hasta: 5 nov en Chiapas\./)).toBeVisible()
  expect(screen.getByRole('heading', { name: /sin procesar ahora$/ })).toBeVisible()
})

test('given a filter, one case past the limit is withheld in the words too', async () => {
  const one = { ...casework, unprocessed: 1, overdue: 1, oldestNotifiedAt: '2026-11-02T12:00:00Z' }
  await renderTile(<UnprocessedCasesTile />, answerWith({ casework: one }), { filter: { nationality: ['HND'] } })

  expect(await screen.findByText(/^1–\u20604 esperan más de 5 días hábiles/)).toBeVisible()
})

test('of a state 1 to 4 of one age are not found by subtraction: neither the parts nor the words tell the others', async () => {
  const unprocessedByAge = [
    { bucket: 'UNDER_24_HOURS', count: 2 },
    { bucket: 'OVER_5_WORKING_DAYS', count: 150 },
  ]
  const few = { ...casework, unprocessed: 152, overdue: 150, unprocessedByAge }
  await renderTile(<UnprocessedCasesTile />, answerWith({ casework: few }), { code: '07' })

  expect(await screen.findByText('152')).toBeVisible()
  expect(screen.getByText(/^1–\u20604 con menos de 72 horas · 0 hasta 5 días hábiles · ≥5 con más/)).toBeVisible()
  expect(screen.getByText(/^≥5 esperan más de 5 días hábiles/)).toBeVisible()
})

test('given no office of any state ever told, the states are not named one by one', async () => {
  const { data } = answerWith({ code: '00' })
  const never = { feed: 'representation/protection-cases', source: 'PPNNA', status: 'NEVER_REPORTED', lastCutoff: null }
  const states = STATE_CODES.map((code) => ({ code, reporting: [never] }))
  await renderTile(<UnprocessedCasesTile />, { data: { ...data, states } })

  expect(await screen.findByText(/PPNNA, sin datos\./)).toBeVisible()
  expect(screen.queryByText(/sin datos de/)).toBeNull()
})
