// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { AS_OF, renderTile } from '../../testing/render-tile.tsx'
import { STATE_CODES } from '../../words/states.ts'
import { StateMapTile } from './state-map-tile.tsx'

// A wide screen, which jsdom knows nothing of.
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))

const chiapas = {
  code: '07',
  population: 5_543_828,
  detection: { asOf: AS_OF, persons: 8_239 },
  detention: { asOf: AS_OF, heldNow: 24, longestHours: 71 },
  reporting: [],
}

test('given somebody came within the hour, the state holds somebody', async () => {
  const search = { medida: 'horas', entidad: '26' } as const
  const states = [
    { ...chiapas, code: '26', detention: { asOf: AS_OF, heldNow: 1, longestHours: 0 } },
    { ...chiapas, code: '06', detention: { asOf: AS_OF, heldNow: 0, longestHours: null } },
  ]
  await renderTile(<StateMapTile />, { data: { states } }, { search })

  expect(await screen.findByRole('button', { name: /^Sonora: <1 hora la estancia/ })).toBeInTheDocument()
  expect(screen.getByText('Sonora').parentElement).toHaveTextContent(/estancia más larga, < 1 h/)
  expect(screen.getByRole('button', { name: 'Colima: nadie retenido' })).toBeInTheDocument()
})

test('given an office of one state, the others are outside its scope, and not without data', async () => {
  await renderTile(<StateMapTile />, { data: { states: [chiapas] } }, { sight: ['07'], search: { entidad: '26' } })

  expect(await screen.findByRole('button', { name: 'Chiapas: 8,239 detectados' })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Sonora: Fuera de su ámbito' })).toBeInTheDocument()
  expect(screen.getByRole('list', { name: /Rangos/ })).toHaveTextContent('Fuera de su ámbito, 31 entidades')
  expect(screen.getByText('Sonora').parentElement).toHaveTextContent('Sonora fuera de su ámbito')
  expect(screen.queryByText(/s\. d\./)).toBeNull()
})

test('given Colima is late, its islands are outlined below the inset, whose name stays readable', async () => {
  const late = { feed: 'children/detections', source: 'INM', status: 'LATE', lastCutoff: '2026-11-05' }
  const states = [{ ...chiapas, code: '06', reporting: [late] }]
  await renderTile(<StateMapTile />, { data: { states } })

  const inset = (await screen.findByText('Centro del país')).closest('g') as Element
  const [outline, ...others] = document.querySelectorAll('.late-outline')
  expect(others).toEqual([])
  expect(outline?.compareDocumentPosition(inset)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
})

test('what is late alike is said once, with the states of which it is', async () => {
  const late = { feed: 'children/detections', source: 'INM', status: 'LATE', lastCutoff: '2026-11-05' }
  const never = { ...late, source: 'PPNNA', status: 'NEVER_REPORTED', lastCutoff: null }
  const [colima, nayarit, sonora] = ['06', '18', '26'].map((code) => ({ ...chiapas, code, reporting: [late] }))
  const states = [colima, { ...nayarit, reporting: [late, never] }, sonora]
  await renderTile(<StateMapTile />, { data: { states } })

  expect(await screen.findByText(/^Con retraso: /)).toHaveTextContent(
    'Con retraso: Colima y Sonora (INM, dato hasta 5 nov), Nayarit (PPNNA, sin datos; INM, dato hasta 5 nov).',
  )
})

test('given nobody ever told anything of any state, they are not named one by one', async () => {
  const never = { feed: 'children/detections', source: 'INM', status: 'NEVER_REPORTED', lastCutoff: null }
  const states = STATE_CODES.map((code) => ({ ...chiapas, code, reporting: [never] }))
  await renderTile(<StateMapTile />, { data: { states } })

  expect(await screen.findByText(/^Con retraso: /)).toHaveTextContent('Con retraso: las 32 entidades (INM, sin datos).')
})

test('a class is heard with how many states it holds, and the two are not one number', async () => {
  await renderTile(<StateMapTile />, { data: { states: [chiapas] } })

  await screen.findByRole('list', { name: /Rangos/ })
  const [first] = within(screen.getByRole('list', { name: /Rangos/ })).getAllByRole('button')
  expect(first).toHaveAccessibleName(/^menos de \d+ ?, ?0 entidades$/)
})

test.each([
  ['detectados', 'Colima: de 1 a 4 detectados'],
  ['tasa', 'Colima: cifra reservada por ser pequeña'],
] as const)(
  'few are said in words, measured by %s: of "1–4" and of "–" the dash is not heard',
  async (medida, said) => {
    const states = [{ ...chiapas, code: '06', detection: { asOf: AS_OF, persons: 3 } }]
    await renderTile(<StateMapTile />, { data: { states } }, { search: { medida } })

    expect(await screen.findByRole('button', { name: said })).toBeInTheDocument()
  },
)
