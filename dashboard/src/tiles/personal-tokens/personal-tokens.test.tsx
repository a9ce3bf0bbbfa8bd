// @vitest-environment jsdom
/** Personal tokens: that there are none is said only where that is known. */
import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import '../../testing/dialogs.ts'
import { renderTile } from '../../testing/render-tile.tsx'
import { Announcer } from '../../ui/announcer.tsx'
import { Stage } from '../../ui/stage.tsx'
import { PersonalTokens } from './personal-tokens.tsx'

afterEach(() => vi.unstubAllGlobals())

test('given none, it says so', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ tokens: [] }))
  await renderTile(<PersonalTokens mayDecideSecond />, 'never')

  expect(await screen.findByText('No tiene ninguna.')).toBeVisible()
})

test('given the list cannot be had, it says that and not that there are none', async () => {
  vi.stubGlobal('fetch', async () => new Response(null, { status: 503 }))
  await renderTile(<PersonalTokens mayDecideSecond />, 'never')

  expect(await screen.findByText('No se pudo. Vuelva a intentarlo.')).toBeVisible()
  expect(screen.queryByText('No tiene ninguna.')).toBeNull()
})

test.each([
  [409, 'there are as many as one may have', /^Ya tiene tantas como se puede: revoque/],
  [400, 'nothing can be seen of the name', /^Con ese nombre no se puede: escriba para qué es/],
])('given it is refused (%i) since %s, it says what to do, and not to try again', async (status, _why, said) => {
  vi.stubGlobal('fetch', async (_address: string, { method }: RequestInit) =>
    method === 'POST' ? new Response(null, { status }) : Response.json({ tokens: [] }),
  )
  await renderTile(<PersonalTokens mayDecideSecond />, 'never')
  const name = screen.getByLabelText<HTMLInputElement>('Para qué')
  fireEvent.change(name, { target: { value: 'tablero' } })
  fireEvent.submit(name.closest('form') as HTMLElement)

  expect(await screen.findByText(said)).toBeVisible()
  expect(name).toHaveValue('tablero')
})

const TOKEN = { id: '1', name: 'tablero', createdAt: '', endsAt: '2026-12-25T16:00:00Z', usedAt: null }
const page = (
  <>
    <PersonalTokens mayDecideSecond />
    <Stage />
    <Announcer />
  </>
)
const dialog = () => within(document.querySelector('dialog') as HTMLElement)
function make(name: string) {
  const field = screen.getByLabelText<HTMLInputElement>('Para qué')
  fireEvent.change(field, { target: { value: name } })
  fireEvent.submit(field.closest('form') as HTMLElement)
}

/** What the doors of tokens answer: those that hold, and to each act in turn; null where the connection is lost. */
async function tokensOf(tokens: object[], answers: (Response | null)[]) {
  const acts: string[] = []
  vi.stubGlobal('fetch', async (address: string, { method }: RequestInit = {}) => {
    if (method !== 'POST') return Response.json({ tokens })
    acts.push(address)
    const answer = answers.shift()
    if (!answer) throw new TypeError('lost')
    return answer
  })
  await renderTile(page, 'never')
  return acts
}

test('given one is to be revoked, it is asked once more; two presses revoke one, and whoever listens hears which', async () => {
  const tokens = [TOKEN, { ...TOKEN, id: '2', name: 'otra' }]
  const acts = await tokensOf(tokens, [new Response(null, { status: 204 }), new Response(null, { status: 204 })])
  fireEvent.click(await screen.findByRole('button', { name: /Revocar.*tablero/ }))
  expect(acts).toEqual([])
  expect(dialog().getByText(/No se puede deshacer/)).toBeInTheDocument()
  expect(dialog().getByText('Cancelar')).toHaveFocus()

  fireEvent.click(dialog().getByText('Revocar'))
  fireEvent.click(dialog().getByText('Revocar'))
  expect(await screen.findByText('Clave revocada: tablero.')).toBeInTheDocument()
  expect(acts).toEqual(['/session/tokens/1/revoke'])
})

test('given another window has revoked it, it is not said that it did not work', async () => {
  await tokensOf([TOKEN], [new Response(null, { status: 404 })])
  fireEvent.click(await screen.findByRole('button', { name: /Revocar.*tablero/ }))
  fireEvent.click(dialog().getByText('Revocar'))

  expect(await screen.findByText('Clave revocada: tablero.')).toBeInTheDocument()
  expect(screen.queryByText(/No se pudo/)).toBeNull()
})

test('given a second one cannot be made, the first stays to be kept; it goes with its own end', async () => {
  const gone = new Response(null, { status: 204 })
  await tokensOf([TOKEN], [Response.json({ token: 'vigia_primera' }), new Response(null, { status: 503 }), gone])
  make('tablero')
  await screen.findByText('vigia_primera')
  make('otra')
  await screen.findByText('No se pudo. Vuelva a intentarlo.')
  expect(screen.getByText('vigia_primera')).toBeVisible()

  fireEvent.click(screen.getByRole('button', { name: /Revocar.*tablero/ }))
  fireEvent.click(dialog().getByText('Revocar'))
  await screen.findByText('Clave revocada: tablero.')
  expect(screen.queryByText('vigia_primera')).toBeNull()
})

test.each([
  ['the answer is lost', null, /^No se sabe si se creó\. Si aparece en la lista, revóquela/],
  ['too much was asked', new Response(null, { status: 429 }), /^No se guardó: .* dentro de un minuto\.$/],
])('given %s, it says what is known of it', async (_, answer, sentence) => {
  await tokensOf([], [answer])
  make('tablero')

  expect(await screen.findByText(sentence)).toBeVisible()
})

test('whoever has no mouse copies it by a button', async () => {
  const copied: string[] = []
  vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void copied.push(text) } })
  await tokensOf([], [Response.json({ token: 'vigia_primera' })])
  make('tablero')
  fireEvent.click(await screen.findByRole('button', { name: 'Copiar la clave' }))

  expect(await screen.findByText('Copiado')).toBeVisible()
  expect(copied).toEqual(['vigia_primera'])
})

test('given the form is sent twice before it is answered, one token is made, and the form is empty again', async () => {
  const made: string[] = []
  vi.stubGlobal('fetch', async (_address: string, { method, body }: RequestInit) => {
    if (method === 'POST') made.push(String(body))
    return Response.json({ tokens: [], token: 'una clave' })
  })
  await renderTile(<PersonalTokens mayDecideSecond />, 'never')
  const name = screen.getByLabelText<HTMLInputElement>('Para qué')
  fireEvent.change(name, { target: { value: 'tablero' } })
  fireEvent.submit(name.closest('form') as HTMLElement)
  fireEvent.submit(name.closest('form') as HTMLElement)

  expect(await screen.findByText('una clave')).toBeVisible()
  expect(made).toHaveLength(1)
  expect(name.value).toBe('')
})
