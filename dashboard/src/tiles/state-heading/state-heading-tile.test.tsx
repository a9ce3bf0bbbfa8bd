// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderTile } from '../../testing/render-tile.tsx'
import { Announcer } from '../../ui/announcer.tsx'
import { StateHeadingTile } from './state-heading-tile.tsx'

const answerWith = (here: number, all: number) => ({
  data: {
    state: { code: '20', detection: { persons: here } },
    nation: { code: '00', detection: { persons: all } },
  },
})

test('it says how many children the state detected, and their share of the country', async () => {
  await renderTile(<StateHeadingTile />, answerWith(30, 120), { code: '20' })

  expect(await screen.findByText('30 detectados, 25 % del país')).toBeVisible()
})

test('1 to 4 children are written so, and no share tells which', async () => {
  await renderTile(<StateHeadingTile />, answerWith(3, 8), { code: '20' })

  expect(await screen.findByText('1–\u20604 detectados')).toBeVisible()
  expect(screen.queryByText(/del país/)).toBeNull()
})

test('given nobody ever told of it, that is no fault of a service', async () => {
  const untold = { code: '20', detection: null }
  await renderTile(<StateHeadingTile />, { data: { state: untold, nation: { ...untold, code: '00' } } }, { code: '20' })
  expect(await screen.findByText('Sin datos')).toBeVisible()

  cleanup()
  await renderTile(<StateHeadingTile />, { data: { state: untold }, down: 'children' }, { code: '20' })
  expect(await screen.findByText('no disponible')).toBeVisible()
})

test('given another state is chosen to stand beside it, whoever listens hears that they do', async () => {
  const narrow = vi.fn()
  await renderTile(
    <>
      <StateHeadingTile />
      <Announcer />
    </>,
    answerWith(30, 120),
    { code: '20', narrow },
  )
  fireEvent.change(screen.getByLabelText('Comparar con'), { target: { value: '07' } })

  expect(narrow).toHaveBeenCalledWith({ con: '07' })
  expect(await screen.findByText('Oaxaca y Chiapas, lado a lado.')).toBeInTheDocument()
})
