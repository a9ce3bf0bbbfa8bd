// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Person } from '../../api/session.ts'
import { renderTile } from '../../testing/render-tile.tsx'
import { ThresholdsTile } from './thresholds-tile.tsx'

const SECRETARY: Person = {
  ...{ name: 'Federal', role: 'federal-secretary', states: null, scopes: ['threshold:set'], endsAt: '' },
  ...{ idleMinutes: 30, hasExplorer: true, forWhom: '', draftKey: '' },
}
const change = (more: object) => ({
  ...{ state: { code: '07' }, value: 12, effectiveOn: '2026-11-20', reason: 'Se revisa cada doce horas' },
  ...{ by: 'secretaria-federal', at: '2026-11-20T10:00:00Z', ...more },
})
const step = (changes: object[]) => ({
  ...{ kind: 'CASE_NOT_PROCESSED', severity: 'AMBER', step: 0, unit: 'HOURS', runsFrom: 'DUTY', changes },
})
const table = (changes: object[], person = SECRETARY) => {
  cleanup()
  return renderTile(<ThresholdsTile person={person} />, { data: { alertThresholds: [step(changes), step([])] } })
}

test('what was set and taken back stands there, the last first, with who and why; what holds can be taken back', async () => {
  const nation = change({ state: null, value: 20, at: '2026-11-21T10:00:00Z' })
  const back = change({ value: null, reason: 'La obra terminó', at: '2026-11-22T10:00:00Z' })
  await table([change({}), nation, back])

  const rows = (await screen.findAllByRole('row')).slice(1)
  expect(rows.map((row) => within(row).getAllByRole('cell')[1]?.textContent)).toEqual([
    expect.stringMatching(/^Se quitó: vale el del país.*20.*nov/),
    expect.stringMatching(/^a las 20 horas/),
    expect.stringMatching(/^a las 12 horas/),
  ])
  expect(rows[0]).toHaveTextContent('Chiapas')
  expect(rows[0]).toHaveTextContent('La obra terminó')
  expect(rows[0]).toHaveTextContent('secretaria-federal')
  expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([
    'Fijar: Umbrales fijados',
    expect.stringMatching(/^Quitar: .*, a las 20 horas, Todo el país$/),
  ])
})

test('of several of one place the one that takes effect last can be taken back, whenever it was set', async () => {
  await table([change({ effectiveOn: '2026-12-20', value: 9 }), change({ at: '2026-11-23T10:00:00Z' })])

  const row = (await screen.findByText('a las 9 horas')).closest('tr')
  expect(screen.getAllByRole('button', { name: /^Quitar/ })).toHaveLength(1)
  expect(within(row as HTMLElement).getByRole('button')).toBeVisible()
})

test('who sets none takes none back; where none was set it says so', async () => {
  await table([change({})], { ...SECRETARY, scopes: [] })
  expect(await screen.findByText('a las 12 horas')).toBeVisible()
  expect(screen.queryByRole('button')).toBeNull()

  await table([])
  expect(await screen.findByText('Ninguno: vale el de la ley o el criterio de Vigía.')).toBeVisible()
})
