// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { ExportMade } from '../../api/exports.ts'
import { startWords } from '../../words/words.ts'
import { ExportsMade } from './exports-made.tsx'

void startWords(null)
afterEach(cleanup)

const CHILDREN: ExportMade = {
  number: 'EXP-000007',
  label: { es: 'Niñas, niños y adolescentes', en: 'Children' },
  name: 'Ana',
  role: 'federal-secretary',
  states: null,
  filter: {},
  purpose: 'Informe anual',
  askedAt: '2026-11-20T18:00:00Z',
  rows: 1_200,
  givenAt: null,
  standing: 'WAITING',
  until: '2026-11-27T18:00:00Z',
}

const stands = (differences: Partial<ExportMade>) =>
  render(<ExportsMade exports={[{ ...CHILDREN, ...differences }]} areOthers={false} onAct={vi.fn()} />)

test.each([
  [{ standing: 'WAITING' }, 'espera aprobación hasta el 27 de noviembre de 2026, 12:00 h', false],
  [{ standing: 'LAPSED', until: null }, 'venció: nadie la aprobó en siete días', false],
  [{ standing: 'APPROVED' }, 'aprobada: se descarga una vez, hasta el 27 de noviembre de 2026, 12:00 h', true],
  [{ standing: 'OVER', until: null }, 'ya no se puede descargar: pídala otra vez', false],
  [
    { standing: 'GIVEN', until: null, givenAt: '2026-11-21T18:00:00Z' },
    'descargada el 21 de noviembre de 2026, 12:00 h',
    false,
  ],
] as const)('whoever asked for it reads how it stands, and until when: %o', (differences, sentence, mayFetch) => {
  stands(differences)

  expect(screen.getByText(sentence)).toBeInTheDocument()
  expect(screen.queryAllByRole('button', { name: 'Descargar EXP-000007' })).toHaveLength(mayFetch ? 1 : 0)
})

const shown = (filter: ExportMade['filter'], areOthers: boolean) =>
  render(<ExportsMade exports={[{ ...CHILDREN, filter }]} areOthers={areOthers} onAct={vi.fn()} />)

test('whoever decides about an export is told of which state and days it is', () => {
  shown({ state: '07', from: '2026-01-01', to: '2026-06-30' }, true)

  expect(screen.getByText('Chiapas, del 1 de enero de 2026 al 30 de junio de 2026')).toBeInTheDocument()
})

test('and of one without bounds, that it holds all', () => {
  shown({}, true)

  expect(screen.getByText('todo lo que alcanza ese cargo')).toBeInTheDocument()
})

test('whoever asked for it knows the own office', () => {
  shown({}, false)

  expect(screen.queryByText('todo lo que alcanza ese cargo')).toBeNull()
})
