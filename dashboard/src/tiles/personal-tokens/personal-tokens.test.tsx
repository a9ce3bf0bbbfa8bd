// @vitest-environment jsdom
/** Personal tokens: that there are none is said only where that is known. */
import { fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderTile } from '../../testing/render-tile.tsx'
import { Announcer } from '../../ui/announcer.tsx'
import { PersonalTokens } from './personal-tokens.tsx'

afterEach(() => vi.unstubAllGlobals())

test('given none, it says so', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ tokens: [] }))
  await renderTile(<PersonalTokens />, 'never')

  expect(await screen.findByText('No tiene ninguna.')).toBeVisible()
})

test('given the list cannot be had, it says that and not that there are none', async () => {
  vi.stubGlobal('fetch', async () => new Response(null, { status: 503 }))
  await renderTile(<PersonalTokens />, 'never')

  expect(await screen.findByText('No se pudo. Vuelva a intentarlo.')).toBeVisible()
  expect(screen.queryByText('No tiene ninguna.')).toBeNull()
})

test('given there are as many as one may have, it says what to do, and not to try again', async () => {
  vi.stubGlobal('fetch', async (_address: string, { method }: RequestInit) =>
    method === 'POST' ? new Response(null, { status: 409 }) : Response.json({ tokens: [] }),
  )
  await renderTile(<PersonalTokens />, 'never')
  const name = screen.getByLabelText<HTMLInputElement>('Para qué')
  fireEvent.change(name, { target: { value: 'tablero' } })
  fireEvent.submit(name.closest('form') as HTMLElement)

  expect(await screen.findByText(/^Ya tiene tantas como se puede: revoque/)).toBeVisible()
})

test('given one is revoked, whoever listens hears which', async () => {
  const token = { id: '1', name: 'tablero', createdAt: '', endsAt: '2026-12-25T16:00:00Z', usedAt: null }
  let tokens = [token]
  vi.stubGlobal('fetch', async (_address: string, { method }: RequestInit) => {
    if (method === 'POST') tokens = []
    return Response.json({ tokens })
  })
  await renderTile(
    <>
      <PersonalTokens />
      <Announcer />
    </>,
    'never',
  )
  fireEvent.click(await screen.findByRole('button', { name: /Revocar.*tablero/ }))

  expect(await screen.findByText('Clave revocada: tablero.')).toBeInTheDocument()
})

test('given the form is sent twice before it is answered, one token is made, and the form is empty again', async () => {
  const made: string[] = []
  vi.stubGlobal('fetch', async (_address: string, { method, body }: RequestInit) => {
    if (method === 'POST') made.push(String(body))
    return Response.json({ tokens: [], token: 'una clave' })
  })
  await renderTile(<PersonalTokens />, 'never')
  const name = screen.getByLabelText<HTMLInputElement>('Para qué')
  fireEvent.change(name, { target: { value: 'tablero' } })
  fireEvent.submit(name.closest('form') as HTMLElement)
  fireEvent.submit(name.closest('form') as HTMLElement)

  expect(await screen.findByText('una clave')).toBeVisible()
  expect(made).toHaveLength(1)
  expect(name.value).toBe('')
})
