// @vitest-environment jsdom
/** What is listed stands before the states of which it is shown. */
import { expect, test } from 'vitest'
import { renderTile } from '../testing/render-tile.tsx'
import { OutboxTile } from '../tiles/outbox/outbox-tile.tsx'
import { StateNarrowingLine } from './state-narrowing.tsx'

test('the choice of a state reads on from what is listed', async () => {
  await renderTile(<OutboxTile />, 'never')

  expect(document.querySelector('.list-filter')?.textContent).toMatch(/^Correos sobre alertas .*de todas las entidades/)
})

test('given an office of one state, of which there is nothing to choose, no words stand alone', async () => {
  await renderTile(<StateNarrowingLine lead="Lo que consta" />, 'never', { sight: ['07'] })

  expect(document.body).toHaveTextContent(/^$/)
})
