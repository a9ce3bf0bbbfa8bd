// @vitest-environment jsdom
/** Whoever goes from button to button hears into which list each of them writes. */
import { cleanup, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Person } from '../../api/session.ts'
import { renderTile } from '../../testing/render-tile.tsx'
import { BreachesTile } from './breaches-tile.tsx'
import { SecretariatsTile } from './secretariats-tile.tsx'
import { WorkSuspensionsTile } from './work-suspensions-tile.tsx'

const OFFICE: Person = {
  name: 'Federal',
  role: 'federal-secretary',
  states: null,
  scopes: ['breach:record', 'calendar:keep', 'post:record'],
  endsAt: '',
  idleMinutes: 30,
  hasExplorer: true,
  forWhom: '',
  draftKey: '',
}

test('no two buttons of the page have one name', async () => {
  await renderTile(
    <>
      <BreachesTile person={OFFICE} />
      <WorkSuspensionsTile person={OFFICE} />
      <SecretariatsTile person={OFFICE} />
    </>,
    'never',
  )

  expect(screen.getAllByRole('button', { name: /^(Anotar|Informar): \p{Lu}/u })).toHaveLength(3)
  expect(screen.getByRole('button', { name: 'Anotar: Días en que se suspenden labores' })).toBeVisible()
})

test('given a breach of two states, its end is told by who oversees both, and by nobody of one of them', async () => {
  const breach = {
    ...{ id: 'b', authority: 'DIF', states: [{ code: '07' }, { code: '30' }], foundAt: '2026-11-25T10:00:00Z' },
    ...{ words: 'Una lista estuvo a la vista', toldAt: null, notice: null, withdrawnAt: null, withdrawnReason: null },
  }
  const data = { breaches: { edges: [{ node: breach }], pageInfo: { hasNextPage: false, endCursor: null } } }
  const buttonsOf = async (states: readonly string[]) => {
    cleanup()
    await renderTile(<BreachesTile person={{ ...OFFICE, states }} />, { data })
    await screen.findByText('Una lista estuvo a la vista')
    return screen.queryAllByRole('button', { name: /^(Ya se avisó|No lo era):/ }).length
  }

  expect(await buttonsOf(['07'])).toBe(0)
  expect(await buttonsOf(['07', '30'])).toBe(2)
})
