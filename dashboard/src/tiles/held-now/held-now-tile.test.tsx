// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { AS_OF, renderTile } from '../../testing/render-tile.tsx'
import { HeldNowTile } from './held-now-tile.tsx'

const detention = {
  asOf: AS_OF,
  heldNow: 63,
  inReferralCenters: 49,
  inProhibitedPlaces: 5,
  inOtherAdHocPlaces: 9,
  over36Hours: 17,
  longestHours: 71,
  heldSince: '2026-11-22T17:00:00Z',
}
const points = [21, 30, 46].map((count, i) => ({ to: `2026-11-0${i + 1}`, count }))
const states = [
  { code: '07', population: 5_543_828, detention: { heldNow: 24 } },
  { code: '30', population: 8_062_579, detention: { heldNow: 3 } },
  { code: '06', population: 731_391, detention: null },
]
const answerWith = (held: object | null, down?: string) => ({
  data: {
    state: {
      code: '00',
      detention: held,
      weeks: { points },
      before: { points: [] },
      monthAgo: { points: [{ count: 46 }] },
    },
    states,
  },
  ...(down && { down }),
})

test('given children are held, it says how many, how grave, since when and where most', async () => {
  await renderTile(<HeldNowTile />, answerWith(detention))

  expect(await screen.findByText('63')).toBeVisible()
  const figure = screen.getByRole('region', { name: /Retenidos en canalización/ })
  expect(figure).toHaveTextContent('+17 en 4 semanas, empeora')
  expect(figure).toHaveTextContent('Crítica 17 rebasan las 36 horas, desde el 22 nov')
  expect(within(figure).getByRole('row', { name: /Chiapas 24/ })).toBeVisible()
  expect(figure).toHaveTextContent('Ley de Migración, arts. 99 ¶3 y 112 I; SCJN, AR 388/2022')
})

test('a state with 1 to 4 is written so', async () => {
  await renderTile(<HeldNowTile />, answerWith(detention))

  expect(await screen.findByRole('row', { name: /Veracruz de 1 a 4/ })).toBeVisible()
})

test('of a state with 1 to 4 nothing tells how many: not the figure, its change, its weeks, its parts, nor its share of the country', async () => {
  const three = {
    ...detention,
    heldNow: 3,
    inReferralCenters: 2,
    inProhibitedPlaces: 1,
    inOtherAdHocPlaces: 0,
    over36Hours: 1,
  }
  const { data } = answerWith(three)
  const weeks = { points: [0, 2, 1].map((count, i) => ({ to: `2026-11-0${i + 1}`, count })) }
  await renderTile(
    <HeldNowTile />,
    { data: { ...data, state: { ...data.state, weeks, monthAgo: { points: [{ count: 2 }] } } } },
    { code: '30' },
  )

  expect(await screen.findByText('1–\u20604')).toBeVisible()
  const figure = screen.getByRole('region', { name: /Retenidos en canalización/ })
  expect(figure).toHaveTextContent(
    /1–.4 rebasan las 36 horas.*1–.4 en centros de canalización · 1–.4 donde la ley lo prohíbe · 0 en otros/,
  )
  expect(figure).not.toHaveTextContent(/en 4 semanas|% del país/)
  expect(within(figure).getByRole('img')).toHaveAccessibleName(/0, 1–.4, 1–.4, 1–.4/)
  expect(figure).toHaveTextContent('Lugar 2 de 2 entidades')
})

test('of a state one part of 1 to 4 is not found by subtraction, and how many are held is told', async () => {
  const parts = { inReferralCenters: 2, inProhibitedPlaces: 10, inOtherAdHocPlaces: 0 }
  await renderTile(<HeldNowTile />, answerWith({ ...detention, ...parts, heldNow: 12 }), { code: '07' })

  expect(await screen.findByText('12')).toBeVisible()
  expect(screen.getByText(/1–.4 en centros de canalización · ≥5 donde la ley lo prohíbe · 0 en otros/)).toBeVisible()
})

test('given nobody is held, it is a true 0 and nobody is blamed', async () => {
  await renderTile(
    <HeldNowTile />,
    answerWith({
      ...detention,
      heldNow: 0,
      over36Hours: 0,
      inProhibitedPlaces: 0,
      longestHours: null,
      heldSince: null,
    }),
  )

  expect(await screen.findByText('0')).toBeVisible()
  expect(screen.getByText('Ahora no hay NNA retenidos.')).toBeVisible()
  expect(screen.queryByText('Crítica')).toBeNull()
})

test('given the service is down, it says so, that it is no zero, and asks again when told to', async () => {
  let isDown = true
  await renderTile(<HeldNowTile />, () => (isDown ? answerWith(null, 'placements') : answerWith(detention)))

  expect(await screen.findByText('No disponible')).toBeVisible()
  expect(screen.getByText(/El servicio de estancias no responde desde las .* No es un cero\./)).toBeVisible()
  expect(screen.queryByText('0')).toBeNull()

  isDown = false
  await userEvent.click(screen.getByRole('button', { name: /Reintentar/ }))
  expect(await screen.findByText('63')).toBeVisible()
})

test('given too much was asked, it says that, and not that somebody is silent', async () => {
  await renderTile(<HeldNowTile />, { isTooMuch: true })

  expect(await screen.findByText('No disponible')).toBeVisible()
  expect(screen.getByText(/se preguntó demasiado en poco tiempo; .* No es un cero\./)).toBeVisible()
  expect(screen.queryByText(/no responde/)).toBeNull()
})

test('given nothing was ever told, and everybody answered, it says that there are no data', async () => {
  await renderTile(<HeldNowTile />, answerWith(null))

  expect(await screen.findByText('Sin datos')).toBeVisible()
  expect(screen.getByText(/Ninguna autoridad ha informado de esto. No es un cero./)).toBeVisible()
  expect(screen.queryByText('0')).toBeNull()
  expect(screen.queryByRole('button', { name: /Reintentar/ })).toBeNull()
})

test('given an office of a state asks of the country, it is outside its scope, and nobody is said to be silent', async () => {
  await renderTile(<HeldNowTile />, { data: { state: null, states: [] } }, { sight: ['07'] })

  expect(await screen.findByText('Fuera de su ámbito')).toBeVisible()
  expect(screen.getByText(/^Su cuenta ve Chiapas\. El total del país no se le muestra/)).toBeVisible()
  expect(screen.queryByText('Sin datos')).toBeNull()
})

test('given an office of a state, its own figure is no rank among states that it does not see, and no share of a country', async () => {
  const answer = answerWith(detention)
  const own = { data: { ...answer.data, states: answer.data.states.slice(0, 1) } }
  await renderTile(<HeldNowTile />, own, { code: '07', sight: ['07'] })

  expect(await screen.findByText('63')).toBeVisible()
  expect(screen.getByText('Su lugar entre las 32 entidades queda fuera de su ámbito.')).toBeVisible()
  expect(screen.queryByText(/% del país/)).toBeNull()
})

test('while it loads, its place is held', async () => {
  await renderTile(<HeldNowTile />, 'never')

  expect(screen.getByRole('status')).toHaveTextContent('Cargando: Retenidos en canalización')
})

test('given a filter, the series says that it is of all children, and no change is claimed', async () => {
  await renderTile(<HeldNowTile />, answerWith(detention), { filter: { nationality: ['HND'] } })

  expect(await screen.findByText('Serie de todos los NNA; los filtros no se le aplican.')).toBeVisible()
  expect(screen.queryByText(/en 4 semanas/)).toBeNull()
})

test('on the page of a state, its rank and its share stand where the worst states were', async () => {
  await renderTile(<HeldNowTile />, answerWith({ ...detention, heldNow: 24 }), { code: '07' })

  expect(await screen.findByText('Lugar 1 de 2 entidades')).toBeVisible()
  expect(screen.getByText(/89\s%/)).toBeVisible()
})

test('given a filter, a figure of 1 to 4 children is withheld', async () => {
  const few = {
    ...detention,
    heldNow: 2,
    inReferralCenters: 2,
    inProhibitedPlaces: 0,
    inOtherAdHocPlaces: 0,
    over36Hours: 0,
  }
  await renderTile(<HeldNowTile />, answerWith(few), { filter: { nationality: ['HND'] } })

  expect((await screen.findAllByText('1–\u20604'))[0]).toBeVisible()
  expect(screen.queryByText('2')).toBeNull()
})

test('given a filter, one child over the limit is withheld in the words too', async () => {
  const one = { ...detention, heldNow: 1, inReferralCenters: 1, inProhibitedPlaces: 0, over36Hours: 1 }
  await renderTile(<HeldNowTile />, answerWith(one), { filter: { nationality: ['HND'] } })

  expect(await screen.findByText(/^1–\u20604 rebasan las 36 horas/)).toBeVisible()
})
