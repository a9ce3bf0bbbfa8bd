// @vitest-environment jsdom
/** What is said of an approval that did not come about, and never that nothing was exported. */
import { fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { ExportMade } from '../../api/exports.ts'
import '../../testing/dialogs.ts'
import { renderTile } from '../../testing/render-tile.tsx'
import { ApproveDialog } from './approve-dialog.tsx'

afterEach(() => vi.unstubAllGlobals())

const WAITING: ExportMade = {
  ...{
    number: 'EXP-000007',
    label: { es: 'Expedientes', en: 'Cases' },
    name: 'Ana',
    role: 'dif-officer',
    states: ['07'],
  },
  ...{ purpose: 'Para el informe', rows: 9_189, filter: {}, askedAt: '2026-11-25T16:00:00Z' },
  ...{ givenAt: null, standing: 'WAITING', until: '2026-12-02T16:00:00Z' },
}

test.each([
  ['lost', null, /^No se sabe si quedó aprobada\. Puede aprobarla otra vez/],
  ['that it is not his any more', 'NOT_FOUND', /^No se aprobó: ya no le toca a usted/],
  ['that it waits no more', 'CONFLICT', /^No se aprobó: ya no espera a nadie/],
])('given the answer is %s, that is said, beside how many rows it lets out', async (_what, code, said) => {
  vi.stubGlobal('fetch', async () => {
    if (!code) throw new TypeError('lost')
    return Response.json({ errors: [{ message: 'No.', extensions: { code } }] }, { status: 409 })
  })
  await renderTile(<ApproveDialog made={WAITING} onDone={vi.fn()} onEnd={vi.fn()} />, 'never')
  fireEvent.click(screen.getByRole('button', { name: 'Aprobar' }))

  expect(await screen.findByText(said)).toBeVisible()
  expect(screen.getByText('9,189 renglones')).toBeVisible()
})
