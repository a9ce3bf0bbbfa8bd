// @vitest-environment jsdom
/** Figures of a part as a file: pressed twice, they are taken out once, and meanwhile that is said. */
import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { loadSession } from '../api/session.ts'
import { OFFICE } from '../testing/office.ts'
import { renderTile } from '../testing/render-tile.tsx'
import { Download } from './download.tsx'

afterEach(() => vi.unstubAllGlobals())

test('given the figures are long in coming, a second press takes out no second file', async () => {
  const asked: string[] = []
  const gathered = Promise.withResolvers<Response>()
  vi.stubGlobal('fetch', async (address: string) => {
    if (address === '/session') return Response.json({ signedIn: true, ...OFFICE, scopes: ['export:request'] })
    asked.push(address)
    return gathered.promise
  })
  await loadSession()
  await renderTile(<Download file={{ list: 'figures' }} name="Retornos" />, 'never')
  const button = screen.getByRole('button', { name: 'Descargar cifras (CSV): Retornos' })

  fireEvent.click(button)
  fireEvent.click(button)
  expect(screen.getByRole('status')).toHaveTextContent('Se reúne el archivo…')
  await act(async () => gathered.resolve(Response.json({ errors: [] }, { status: 500 })))

  expect(await screen.findByText(/^No se pudo/)).toBeVisible()
  expect(asked).toEqual(['/exports'])
})
