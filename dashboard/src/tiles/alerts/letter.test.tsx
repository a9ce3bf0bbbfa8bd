// @vitest-environment jsdom
/** The letter about an alert is for whoever sees to the duty: whoever owes it would write it to himself. */
import { cleanup, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { loadSession, type Role } from '../../api/session.ts'
import { noteSynthetic } from '../../api/synthetic.ts'
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
const ANSWERED = { isLoading: false, failure: null, retry: () => {} }

test.each([
  ['that its reader is not told', null, 1],
  ['that is told', { folio: 'NNA-000123' }, 0],
])('of a child %s the letter leaves the folio blank, and says why', async (_how, child, notes) => {
  cleanup()
  await renderTile(<Letter alert={{ ...ALERT, child } as unknown as AlertAlone} {...ANSWERED} />, 'never')

  expect(screen.queryAllByText(/el folio queda en blanco/)).toHaveLength(notes)
  expect(screen.queryAllByText(/con folio ____________, en Chiapas/)).toHaveLength(notes)
})

test('in a synthetic registry what is copied says so', async () => {
  cleanup()
  noteSynthetic({ synthetic: true })
  await renderTile(<Letter alert={ALERT} {...ANSWERED} />, 'never')

  expect(screen.getByText(/^DATOS SINTÉTICOS/)).toHaveTextContent('Oficio núm.')
})

test('while the articles cannot be had no letter is offered that would ask for nothing that is owed, and it is said who does not answer', async () => {
  cleanup()
  const failure = { services: ['children'], since: new Date('2026-11-25T16:40:00Z'), isTooMuch: false } as const
  const part = { ...ALERT, articles: null } as unknown as AlertAlone
  await renderTile(<Letter alert={part} {...ANSWERED} failure={failure} />, 'never')

  expect(screen.getByText(/El servicio de niñez no responde/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Copiar el oficio' })).toBeNull()
  expect(screen.queryByText(/Se solicita/)).toBeNull()
})

test('of what an office owes no folio is left blank', async () => {
  cleanup()
  const vacant = { ...ALERT, kind: 'SECRETARIAT_VACANT', child: null, dutyHolders: [] }
  await renderTile(<Letter alert={vacant as unknown as AlertAlone} {...ANSWERED} />, 'never')

  expect(screen.queryByText(/folio/, { selector: 'pre' })).toBeNull()
})

test.each([
  ['ppnna-officer', 0],
  ['ombudsperson-state', 1],
  ['ombudsperson-federal', 1],
] as const)('of a duty of a Procuraduría and DIF %s is offered %i', async (role: Role, letters) => {
  vi.stubGlobal('fetch', async () => Response.json({ signedIn: true, ...OFFICE, role }))
  await loadSession()
  cleanup()
  await renderTile(<Letter alert={ALERT} {...ANSWERED} />, 'never')

  expect(screen.queryAllByRole('button', { name: 'Copiar el oficio' })).toHaveLength(letters)
})
