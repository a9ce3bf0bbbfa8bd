// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { AS_OF, renderTile } from '../../testing/render-tile.tsx'
import { UnprocessedCasesTile } from './unprocessed-cases-tile.tsx'

const casework = { asOf: AS_OF, unprocessed: 30, overdue: 0, oldestNotifiedAt: null, unprocessedByAge: [] }
const office = (status: string) => ({
  reporting: [{ feed: 'representation/protection-cases', status, lastCutoff: '2026-11-05' }],
})
const answerWith = (state: object) => ({
  data: { state: { code: '07', casework, ...state }, states: [] },
})

test('given the office is silent, the figure says until when it is known', async () => {
  await renderTile(<UnprocessedCasesTile />, answerWith(office('SILENT')), { code: '07' })

  expect(await screen.findByRole('heading', { name: /ahora, dato hasta 05\/11/ })).toBeVisible()
})

test('given the office reports, it is of now', async () => {
  await renderTile(<UnprocessedCasesTile />, answerWith(office('ON_TIME')), { code: '07' })

  expect(await screen.findByText('30')).toBeVisible()
  expect(screen.queryByText(/dato hasta/)).toBeNull()
})

test('given nothing was ever told, there are no data, and no 0', async () => {
  await renderTile(<UnprocessedCasesTile />, answerWith({ casework: null }), { code: '07' })

  expect(await screen.findByText('Sin datos')).toBeVisible()
  expect(screen.queryByText('0')).toBeNull()
})
