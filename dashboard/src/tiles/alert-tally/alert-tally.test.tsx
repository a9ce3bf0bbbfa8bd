// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderTile } from '../../testing/render-tile.tsx'
import { AlertTally } from './alert-tally.tsx'

const critical = (count: number, closedByPerson: number) => ({ severity: 'CRITICAL', count, closedByPerson })
const red = { severity: 'RED', count: 70, closedByPerson: 0 }

test('as many as the list has that it leads to: what a person has closed is not among them', async () => {
  const states = [
    { code: '07', openAlerts: [critical(9, 2), red] },
    { code: '30', openAlerts: [critical(4, 0)] },
  ]
  await renderTile(<AlertTally />, { data: { nation: null, states } })

  expect(await screen.findByText(', 11 alertas críticas abiertas')).toBeInTheDocument()
})

test('given nobody can tell, no number stands there', async () => {
  await renderTile(<AlertTally />, { data: { nation: null, states: null }, down: 'oversight' })

  expect(document.body).toHaveTextContent(/^$/)
})
