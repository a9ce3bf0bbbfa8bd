// @vitest-environment jsdom
/** One child is found by the folio that a letter tells: what is no folio is said at the field, and nothing that was chosen is lost. */
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { renderTile } from '../../testing/render-tile.tsx'
import { FilterLine } from './filter-line.tsx'

const FOLIO = 'NNA-A025-41FC4891A510'
const narrow = vi.fn()
const show = (nna?: string) =>
  renderTile(<FilterLine />, { data: {} }, { search: nna === undefined ? {} : { nna }, narrow })
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Folio' })

test.each([
  ['and Enter', `${FOLIO}{Enter}`],
  ['in small letters, without dashes', `nnaa02541fc4891a510{Enter}`],
  ['with blanks around it', `  ${FOLIO} {Enter}`],
])('the folio %s shows the alerts of that child', async (_how, typed) => {
  narrow.mockClear()
  await show()
  await userEvent.type(field(), typed)

  expect(narrow.mock.calls).toEqual([[{ nna: FOLIO }]])
})

test('what is no folio stands as it was written, and is said to be none', async () => {
  narrow.mockClear()
  await show()
  await userEvent.type(field(), 'NNA-A025-41')
  await userEvent.click(screen.getByRole('button', { name: 'Buscar' }))

  expect(narrow).not.toHaveBeenCalled()
  expect(screen.getByRole('alert')).toHaveTextContent('No es un folio')
  expect(field()).toHaveValue('NNA-A025-41')
  expect(field()).toHaveFocus()
  expect(field()).toHaveAccessibleDescription(/No es un folio/)
})

test.each([
  ['María José Hernández', 'Por nombre no se busca a nadie'],
  ['NNA-A025-41', null],
])('whoever writes %s is told, where it is so, that nobody is searched for by name', async (typed, said) => {
  narrow.mockClear()
  await show()
  await userEvent.type(field(), `${typed}{Enter}`)

  const fault = screen.getByRole('alert')
  if (said) expect(fault).toHaveTextContent(said)
  else expect(fault).not.toHaveTextContent('nombre')
  expect(narrow).not.toHaveBeenCalled()
})

test.each([
  ['by its folio', FOLIO],
  ['by its id', '01a22971-eaa7-700e-a025-41fc4891a510'],
])('given one child %s, its folio stands there, and whoever empties it is shown those of all', async (_how, nna) => {
  narrow.mockClear()
  await show(nna)
  expect(field()).toHaveValue(FOLIO)

  await userEvent.clear(field())
  await userEvent.type(field(), '{Enter}')
  expect(narrow.mock.calls).toEqual([[{ nna: undefined }]])
})
