// @vitest-environment jsdom
/** The trial accounts, where there are some and where another issuer is named. */
import { screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderTile } from '../../testing/render-tile.tsx'
import { Accounts } from './accounts.tsx'

afterEach(() => vi.unstubAllGlobals())

test('given accounts, each is a button', async () => {
  const cndh = { sub: 'cndh', es: 'CNDH', en: 'CNDH', role: 'ombudsperson-federal' }
  vi.stubGlobal('fetch', async () => Response.json({ accounts: [cndh] }))
  await renderTile(<Accounts request="r1" />, 'never')

  expect(await screen.findByRole('button', { name: /^CNDH/ })).toHaveValue('cndh')
})

test('given another issuer is named, there are none to be read, and the page says so', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ errors: [{ message: 'no' }] }, { status: 404 }))
  await renderTile(<Accounts request="r1" />, 'never')

  expect(await screen.findByRole('alert')).toHaveTextContent('Las cuentas no se pudieron leer.')
})
