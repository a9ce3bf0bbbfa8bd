// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { startWords } from '../words/words.ts'
import { HowCounted } from './how-counted.tsx'
import { Paper } from './paper.ts'

void startWords(null)
afterEach(cleanup)

test('a figure tells its definition, numerator, denominator, and who set its limits', async () => {
  await act(async () => {
    render(<HowCounted of="held" name="Retenidos" />)
  })

  const button = screen.getByRole('button', { name: 'Cómo se cuenta: Retenidos' })
  const definition = document.getElementById(button.getAttribute('popovertarget') ?? '')
  for (const head of ['Qué es', 'Numerador', 'Denominador', 'Por ley', 'Por sentencia', 'De Vigía'])
    expect(definition?.textContent).toContain(head)
  expect(definition?.textContent).toContain('Ley de Migración, art. 99 ¶3')
  expect(definition?.textContent).toContain('SCJN, AR 388/2022')
})

test('on paper nothing can be pressed', () => {
  render(
    <Paper value={true}>
      <HowCounted of="held" name="Retenidos" />
    </Paper>,
  )

  expect(screen.queryByRole('button')).toBeNull()
})
