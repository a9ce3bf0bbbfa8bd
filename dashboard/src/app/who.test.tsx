// @vitest-environment jsdom
/** Whose session it is, as whoever listens to an English page hears it. */
import '@testing-library/jest-dom/vitest'
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { OFFICE } from '../testing/office.ts'
import { speak, startWords } from '../words/words.ts'
import { Who } from './who.tsx'

void startWords('en')

test('the name of the account is Spanish, and all the rest is English', async () => {
  await speak('en')
  render(<Who person={{ ...OFFICE, name: 'Secretaría Ejecutiva del SIPINNA de Chiapas' }} />)

  expect(screen.getByText('Secretaría Ejecutiva del SIPINNA de Chiapas')).toHaveAttribute('lang', 'es')
  expect(screen.getByRole('link')).toHaveAccessibleName(
    /^Signed in as: Secretaría Ejecutiva del SIPINNA de Chiapas\. ?State/,
  )
})
