// @vitest-environment jsdom
/** What is wrong in several states: on a telephone the states come when they are asked for, and what was opened stays when it is turned. */
import { fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderTile } from '../../testing/render-tile.tsx'
import type { AlertLine } from './alert-lines.ts'
import { KindLines } from './kind-lines.tsx'

afterEach(() => void vi.unstubAllGlobals())

const lineOf = (state: string): AlertLine => ({
  ...{ kind: 'PPNNA_NOT_NOTIFIED', severity: 'CRITICAL', state, count: 3, isTermSet: false },
})

/** Gives how it is turned. */
async function show(width: 'telephone' | 'wide', states: readonly string[]): Promise<() => void> {
  const media = { matches: width === 'telephone', addEventListener: heard, removeEventListener() {} }
  const listening: (() => void)[] = []
  function heard(_: string, notify: () => void) {
    listening.push(notify)
  }
  vi.stubGlobal('matchMedia', () => media)
  await renderTile(
    <table>
      <KindLines
        {...{ kind: 'PPNNA_NOT_NOTIFIED', severity: 'CRITICAL', isOfOneState: false, most: 3 }}
        lines={states.map(lineOf)}
      />
    </table>,
    'never',
  )
  return () => {
    media.matches = !media.matches
    for (const notify of listening) notify()
  }
}
const statesShown = () => screen.queryAllByRole('button', { expanded: false }).length

test('on a telephone a kind says in how many states, and shows them when it is asked', async () => {
  await show('telephone', ['07', '27', '30'])
  expect(statesShown()).toBe(0)
  const ask = screen.getByRole('button', { name: 'en 3 entidades' })
  expect(ask).toHaveAccessibleDescription('Procuraduría sin aviso')

  fireEvent.click(ask)
  expect(statesShown()).toBe(3)
  expect(ask).not.toBeInTheDocument()
})

test('of one state alone there is nothing to ask', async () => {
  await show('telephone', ['07'])
  expect(statesShown()).toBe(1)
})

test('on a wide screen the worst four stand there, and stay when it is made narrow', async () => {
  const turn = await show('wide', ['07', '27', '30', '20', '09', '15'])
  expect(statesShown()).toBe(4)
  turn()
  expect(statesShown()).toBe(4)
  expect(screen.getByRole('button', { name: 'y 2 entidades más' })).toBeVisible()
})
