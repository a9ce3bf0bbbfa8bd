// @vitest-environment jsdom
/** The letter about an alert is for whoever sees to the duty: whoever owes it would write it to himself. */
import { cleanup, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { loadSession, type Role } from '../../api/session.ts'
import { OFFICE } from '../../testing/office.ts'
import { renderTile } from '../../testing/render-tile.tsx'
import type { AlertAlone } from './alert-query.ts'
import { Letter } from './letter.tsx'

// Of an alert, what a letter says.
const ALERT = {
  ...{ kind: 'LODGED_WITHOUT_MEASURE', number: 'A12', since: '2026-11-23T15:05:00Z', state: { code: '07' } },
  ...{ child: { folio: 'NNA-000123' }, place: null, dutyHolders: ['PPNNA', 'DIF'], articles: [] },
  ...{ resolvedAt: null, resolvedBy: null },
} as unknown as AlertAlone

test.each([
  ['ppnna-officer', 0],
  ['ombudsperson-state', 1],
  ['ombudsperson-federal', 1],
] as const)('of a duty of a Procuraduría and DIF %s is offered %i', async (role: Role, letters) => {
  vi.stubGlobal('fetch', async () => Response.json({ signedIn: true, ...OFFICE, role }))
  await loadSession()
  cleanup()
  await renderTile(<Letter alert={ALERT} />, 'never')

  expect(screen.queryAllByRole('button', { name: 'Copiar el oficio' })).toHaveLength(letters)
})
