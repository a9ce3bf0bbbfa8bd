// @vitest-environment jsdom
/** Whoever goes from button to button hears into which list each of them writes. */
import { screen } from '@testing-library/react'
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
