// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { AS_OF, renderTile } from '../../testing/render-tile.tsx'
import { CohortTile } from './cohort-tile.tsx'

const lost = (waiting: number, returned: number, left: number, unknown: number) => [
  { fate: 'WAITING', count: waiting },
  { fate: 'RETURNED', count: returned },
  { fate: 'LEFT', count: left },
  { fate: 'UNKNOWN', count: unknown },
]
const funnel = {
  asOf: AS_OF,
  detected: 14_235,
  caseOpened: 2_833,
  coverage: 0.2,
  planIssued: 1_092,
  stages: [
    { stage: 'DETECTED', reached: 14_235, lost: [] },
    { stage: 'NOTIFIED', reached: 10_083, lost: lost(865, 1_478, 1_006, 803) },
    { stage: 'CASE_OPENED', reached: 2_833, lost: lost(2_927, 1_434, 1_747, 1_142) },
    { stage: 'DETERMINED', reached: 1_589, lost: lost(664, 114, 293, 173) },
    { stage: 'PLAN_ISSUED', reached: 1_092, lost: lost(335, 82, 32, 3) },
  ],
}
const outline = { detected: 1_000, caseOpened: 170, coverage: 0.17, planIssued: 60 }
const cases = { feed: 'representation/protection-cases', source: 'PPNNA' }
const answerWith = (state: object, down?: string) => ({
  data: {
    state: { code: '00', first: outline, second: outline, ...state },
    states: [{ code: '06', reporting: [{ ...cases, status: 'SILENT', lastCutoff: '2026-11-05' }] }],
  },
  ...(down && { down }),
})

test('the sentence is built from the figures', async () => {
  await renderTile(<CohortTile />, answerWith({ funnel }))

  expect(await screen.findByText(/20\stienen expediente/)).toBeVisible()
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
    /De cada 100 .*, 20 tienen expediente en una Procuraduría y 8 un plan para restituir sus derechos\./,
  )
})

test('the funnel is a table whose last row says where all of them are today', async () => {
  await renderTile(<CohortTile />, answerWith({ funnel }))

  const table = await screen.findByRole('table', { name: /Hasta dónde llegaron/ })
  const total = within(table).getByRole('row', { name: /Así están hoy/ })
  expect(total).toHaveTextContent(/14,235, 100 %.*4,791, 34 %.*3,108, 22 %/)
})

test('what went on is told by its mark, since it is the dark part by day and the light one in the dark', async () => {
  await renderTile(<CohortTile />, answerWith({ funnel }))
  expect((await screen.findByText(/Cada barra/)).querySelector('[data-fate=REACHED]')).toHaveClass('swatch')
})

test('fates of 1 to 4 children are withheld', async () => {
  await renderTile(<CohortTile />, answerWith({ funnel }))

  expect(await screen.findByRole('row', { name: /Con plan de restitución/ })).toHaveTextContent('1–\u20604')
})

test('one that is withheld is not found by subtraction: another beside it says no more than that it is five or more', async () => {
  const stages = funnel.stages.map((step) =>
    step.stage === 'PLAN_ISSUED' ? { ...step, lost: lost(335, 82, 77, 3) } : step,
  )
  await renderTile(<CohortTile />, answerWith({ funnel: { ...funnel, stages } }))

  const row = await screen.findByRole('row', { name: /Con plan de restitución/ })
  expect(within(row).getAllByText('≥5')).toHaveLength(1)
  // Nor by those above it and their sum.
  expect(screen.getAllByText('≥5').length).toBeGreaterThan(1)
})

/** Each with as many as were left of five. */
const few = (...reached: number[]) => ({
  ...{ asOf: AS_OF, detected: 5, caseOpened: reached[2], coverage: 0.2, planIssued: reached[4] },
  stages: funnel.stages.map(({ stage }, at) => ({
    ...{ stage, reached: reached[at] ?? 0 },
    lost: at === 0 ? [] : lost((reached[at - 1] ?? 0) - (reached[at] ?? 0), 0, 0, 0),
  })),
})

test('what is withheld is not drawn either: bars of one child and of four are as long', async () => {
  const widthsOf = (row: RegExp) => {
    const marks = screen.getByRole('row', { name: row }).querySelectorAll<HTMLElement>('.step-bar i')
    return [...marks].map(({ style }) => style.width)
  }
  await renderTile(<CohortTile />, answerWith({ funnel: few(5, 4, 1, 1, 0) }))

  await screen.findByRole('table', { name: /Hasta dónde llegaron/ })
  const four = widthsOf(/Avisados a la PPNNA/)
  expect(four).toEqual(widthsOf(/Con expediente/))
  expect(four).toEqual(['40%', '40%'])
})

test('that nobody was returned is marked as no breach', async () => {
  await renderTile(<CohortTile />, answerWith({ funnel: few(5, 4, 1, 1, 0) }))

  const total = await screen.findByRole('row', { name: /Así están hoy/ })
  expect(total.querySelector('[data-fate=RETURNED]')).toHaveAttribute('data-none')
  expect(total.querySelector('[data-fate=WAITING]')).not.toHaveAttribute('data-none')
})

test('nor are shares of it told, of this cohort or of an earlier one', async () => {
  const second = { detected: 200, caseOpened: 3, coverage: 0.015, planIssued: 0 }
  await renderTile(<CohortTile />, answerWith({ funnel: few(5, 4, 2, 1, 0), second }))

  expect(await screen.findByRole('row', { name: /julio a diciembre de 2025 – 0/ })).toBeVisible()
  expect(screen.getByRole('row', { name: /enero a junio de 2026 – 0/ })).toBeVisible()
})

test('given few of many have a file, no hundred is spoken of', async () => {
  await renderTile(<CohortTile />, answerWith({ funnel: { ...funnel, detected: 60, caseOpened: 3, planIssued: 0 } }))

  const heading = await screen.findByText(/1–\u20604\stienen expediente/)
  expect(heading.closest('h1')).toHaveTextContent(/^De 60 niñas, niños y adolescentes detectados/)
})

test('earlier cohorts stand beside it, and offices that are silent are named', async () => {
  await renderTile(<CohortTile />, answerWith({ funnel }))

  expect(await screen.findByRole('row', { name: /enero a junio de 2025 17 6/ })).toBeVisible()
  expect(await screen.findByText(/PPNNA, dato hasta: 5 nov en Colima\./)).toBeVisible()
  expect(screen.getByText(/Lo que hayan abierto después no está contado\./)).toBeVisible()
})

test('more than none is not written as none, nor less than all as all', async () => {
  const nearly = { detected: 14_235, caseOpened: 14_200, coverage: 0.99, planIssued: 60 }
  const { data } = answerWith({ funnel: { ...funnel, ...nearly }, first: nearly, second: nearly })
  await renderTile(<CohortTile />, { data })

  expect(await screen.findByRole('row', { name: /enero a junio de 2025 más de 99 menos de 1/ })).toBeVisible()
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('más de 99 tienen expediente')
})

test('given few children in a state, no hundred is spoken of', async () => {
  await renderTile(<CohortTile />, answerWith({ funnel: { ...funnel, detected: 12, caseOpened: 6, planIssued: 0 } }), {
    code: '29',
  })

  const heading = await screen.findByText(/6\stienen expediente/)
  expect(heading.closest('h1')).toHaveTextContent('En Tlaxcala, de 12 niñas, niños y adolescentes detectados')
  expect(heading.closest('h1')).toHaveTextContent('ninguno un plan')
})

test('given a Procuraduría that never told of its files, nobody is said to be without one', async () => {
  const untold = { detected: 8_000, caseOpened: null, coverage: null, planIssued: null }
  const stages = funnel.stages.map((step, at) => ({ ...step, reached: at < 2 ? step.reached : null }))
  await renderTile(<CohortTile />, answerWith({ funnel: { ...funnel, ...untold, stages }, first: untold }), {
    code: '29',
  })

  const table = await screen.findByRole('table', { name: /Hasta dónde llegaron/ })
  for (const stage of [/Con expediente/, /Con BID/, /Con plan/])
    expect(within(within(table).getByRole('row', { name: stage })).getByTitle('Sin datos')).toBeVisible()
  expect(within(table).getByRole('row', { name: /Avisados/ })).toHaveTextContent('10,083')
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
    'En Tlaxcala se detectó a 8,000 niñas, niños y adolescentes. Sin datos de sus expedientes y planes: la Procuraduría no ha informado de ninguno.',
  )
  expect(screen.getByRole('row', { name: /enero a junio de 2025 s\. d\. s\. d\./ })).toBeVisible()
})

test('given a Procuraduría that told of its files and of no determination, nobody is said to be without a plan', async () => {
  const untold = { ...outline, planIssued: null }
  const stages = funnel.stages.map((step, at) => ({ ...step, reached: at < 3 ? step.reached : null }))
  await renderTile(<CohortTile />, answerWith({ funnel: { ...funnel, planIssued: null, stages }, first: untold }))

  const table = await screen.findByRole('table', { name: /Hasta dónde llegaron/ })
  expect(within(within(table).getByRole('row', { name: /Con plan/ })).getByTitle('Sin datos')).toBeVisible()
  expect(within(table).getByRole('row', { name: /Con expediente/ })).toHaveTextContent('2,833')
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
    /20 tienen expediente en una Procuraduría y no hay datos de planes para restituir sus derechos\./,
  )
  expect(screen.getByRole('row', { name: /enero a junio de 2025 17 s\. d\./ })).toBeVisible()
})

test('given nobody was detected, it says so once, and explains no star', async () => {
  await renderTile(<CohortTile />, answerWith({ funnel: { ...funnel, detected: 0 } }))

  expect(await screen.findByText(/no consta ningún NNA detectado/)).toBeVisible()
  expect(screen.getByText(/Seguidos hasta el 25 de noviembre de 2026\./)).not.toHaveTextContent('*')
  expect(screen.queryByText(/Sin casos/)).toBeNull()
})

test('given oversight is down, the sentence claims nothing', async () => {
  await renderTile(<CohortTile />, answerWith({ funnel: null }, 'oversight'))

  expect(await screen.findByText(/El servicio de vigilancia no responde/)).toBeVisible()
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('No disponible: qué fue de los NNA detectados.')
})
