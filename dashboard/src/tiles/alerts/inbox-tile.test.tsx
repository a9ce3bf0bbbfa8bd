// @vitest-environment jsdom
/** What the list says of itself: that of one child holds what is over too, and is not called the open ones. */
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Search } from '../../api/filters.ts'
import { RegistryProvider } from '../../api/registry.tsx'
import { renderTile } from '../../testing/render-tile.tsx'
import { InboxTile } from './inbox-tile.tsx'

const CHILD = '01a22971-eaa7-700e-a025-41fc4891a510'
const show = (search: Search) =>
  renderTile(
    <RegistryProvider>
      <InboxTile />
    </RegistryProvider>,
    { data: { states: [], alerts: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } } },
    { search },
  )
const standing = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Situación' }).selectedOptions[0]?.text

test.each([
  ['all of one child', { nna: CHILD }, 'Todas las alertas de una niña, niño o adolescente', 'abiertas y terminadas'],
  ['the resolved ones of one child', { nna: CHILD, situacion: 'resueltas' }, 'Alertas resueltas', 'resueltas'],
  ['what stands open', { acuse: 'no' }, 'Alertas abiertas', 'abiertas'],
] as const)('given %s', async (_which, search, title, said) => {
  await show(search)

  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeVisible()
  expect(standing()).toBe(said)
})
