// @vitest-environment jsdom
/** Whoever works without a mouse deletes nothing by holding Enter, and is led to a secret that is shown but once. */
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import '../../testing/dialogs.ts'
import { renderTile } from '../../testing/render-tile.tsx'
import { Confirmation } from './confirmation.tsx'
import { MadeSecret } from './made-secret.tsx'

const nothing = () => {}

test.each(['delete', 'disable'] as const)('asked whether to %s, one stands at «Cancelar»', async (act) => {
  await renderTile(<Confirmation act={act} name="Sistema de quejas" onGo={nothing} onEnd={nothing} />, 'never')

  expect(screen.getByRole('button', { name: 'Cancelar' })).toHaveFocus()
})

test('a secret that was made is where one stands', async () => {
  await renderTile(<MadeSecret name="Sistema de quejas" secret="whpk_1" onKept={nothing} />, 'never')

  expect(document.activeElement).toHaveClass('secret-made')
})
