// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { AS_OF, renderTile } from '../../testing/render-tile.tsx'
import { speak } from '../../words/words.ts'
import { FacilitiesNowTile } from './facilities-now-tile.tsx'

afterEach(() => speak('es'))

const aPlace = (n: number, since: string | null, over36Hours = 1, legalClass = 'AD_HOC') => ({
  node: {
    ...{ id: String(n), name: `Centro ${n}`, type: 'CCAN', legalClass, municipality: null, capacity: null },
    ...{ registryStatus: 'UNKNOWN', lifecycle: 'SIGHTED' },
    occupancy: { asOf: AS_OF, childrenNow: 2, over36Hours, since },
  },
})
const answerWith = (
  shown: number,
  totalCount: number,
  since: string | null = AS_OF,
  ...as: [over36Hours?: number, legalClass?: string]
) => ({
  data: {
    state: {
      code: '07',
      held: { totalCount, edges: Array.from({ length: shown }, (_, n) => aPlace(n, since, ...as)) },
      caredFor: { totalCount: 0, edges: [] },
    },
  },
})

test('given more places with children than fit, it says of how many the sum is', async () => {
  await renderTile(<FacilitiesNowTile />, answerWith(100, 131), { code: '07' })

  expect(await screen.findByText('Se muestran 100 de 131 lugares; la suma es de esos.')).toBeVisible()
  expect(screen.getByText('200')).toBeVisible()
})

test('the name of a place is Spanish on an English page too, and is read so', async () => {
  await speak('en')
  await renderTile(<FacilitiesNowTile />, answerWith(1, 1), { code: '07' })

  expect(await screen.findByRole('rowheader', { name: /Centro 0 Referral centre/ })).toBeVisible()
  expect(screen.getByText('Centro 0')).toHaveAttribute('lang', 'es')
})

test('given all of them fit, nothing is said of it', async () => {
  await renderTile(<FacilitiesNowTile />, answerWith(3, 3), { code: '07' })

  expect(await screen.findByText('6')).toBeVisible()
  expect(screen.queryByText(/Se muestran/)).toBeNull()
})

test('given the entry of whoever is there longest is not told, it says how many are there for 36 hours', async () => {
  await renderTile(<FacilitiesNowTile />, answerWith(1, 1, null, 12), { code: '07' })

  expect(await screen.findByText('12 con 36 h o más')).toBeVisible()
})

test('given that few are, they are withheld as those who are there are', async () => {
  await renderTile(<FacilitiesNowTile />, answerWith(1, 1, null), { code: '07' })

  expect(await screen.findByText('1–\u20604 con 36 h o más')).toBeVisible()
})

test('a sum of few is withheld like what it adds up', async () => {
  await renderTile(<FacilitiesNowTile />, answerWith(2, 2), { code: '07' })

  expect(await screen.findAllByText('1–\u20604')).toHaveLength(3)
})

test('beside a place with few another says no more than that there are more, so that the sum does not tell of the few', async () => {
  const answer = answerWith(3, 3)
  const children = [2, 20, 9]
  for (const [at, { node }] of answer.data.state.held.edges.entries())
    Object.assign(node, { capacity: 60, occupancy: { ...node.occupancy, childrenNow: children[at] } })
  await renderTile(<FacilitiesNowTile />, answer, { code: '07' })

  expect(await screen.findByText('31')).toBeVisible()
  const written = screen.getAllByRole('row').map((row) => row.querySelector('b')?.textContent)
  expect(written).toEqual([undefined, '31', '20', '≥5', expect.stringContaining('1–')])
  expect(screen.getAllByText(/^–/)).toHaveLength(2)
})

const withPlaces = (capacity: number, childrenNow: number) => {
  const answer = answerWith(1, 1)
  for (const { node } of answer.data.state.held.edges) Object.assign(node, { capacity })
  for (const { node } of answer.data.state.held.edges) Object.assign(node.occupancy, { childrenNow })
  return answer
}

test.each([
  [1, 4],
  [4, 1],
])('given few are there, neither share nor bar tells how few: as with %d, so with %d', async (one, other) => {
  const drawings: string[] = []
  for (const children of [one, other]) {
    await renderTile(<FacilitiesNowTile />, withPlaces(60, children), { code: '07' })
    const bar = (await screen.findByText('de 60')).closest('.limit')
    expect(bar).toHaveTextContent(/^– de 60$/)
    drawings.push(bar?.innerHTML ?? '')
    cleanup()
  }
  expect(drawings[0]).toBe(drawings[1])
})

test('given more are there than it has places, it is red, be they ever so few', async () => {
  await renderTile(<FacilitiesNowTile />, withPlaces(2, 3), { code: '07' })

  expect((await screen.findByText('de 2')).closest('.limit')).toHaveAttribute('data-over')
})

test('given a list says that it has no places, whoever is there is one too many, which is not the same as that nobody knows', async () => {
  await renderTile(<FacilitiesNowTile />, withPlaces(0, 1), { code: '07' })

  expect((await screen.findByText('listado con 0 plazas')).closest('.limit')).toHaveAttribute('data-over')
  expect(screen.queryByText('sin capacidad registrada')).toBeNull()
})

test('given nobody may be there at all, it says so, however short the stays are', async () => {
  await renderTile(<FacilitiesNowTile />, answerWith(1, 1, null, 0, 'PROHIBITED'), { code: '07' })

  expect(await screen.findByText('prohibido desde el ingreso')).toHaveAttribute('data-breach')
  expect(screen.queryByText(/con 36 h o más/)).toBeNull()
})

test('what it is and that no register names it are two words, also for those who listen', async () => {
  await renderTile(<FacilitiesNowTile />, answerWith(1, 1), { code: '07' })

  expect((await screen.findByText('no está en ningún padrón')).parentElement?.textContent).toMatch(
    /\S no está en ningún padrón$/,
  )
})

const nobodyTold = (lastCutoff: string | null) => {
  const stays = { feed: 'placements/stays', source: 'INM', status: 'SILENT', lastCutoff }
  return { data: { ...answerWith(0, 0).data, states: [{ code: '07', reporting: [stays] }] } }
}

test('given no file of stays ever came, it is not said that no place has children', async () => {
  await renderTile(<FacilitiesNowTile />, nobodyTold(null), { code: '07' })

  expect(await screen.findByText('Sin datos')).toBeVisible()
  expect(screen.queryByText(/No consta ningún lugar/)).toBeNull()
})

test('given one came, though long ago, no place on record is said to be none', async () => {
  await renderTile(<FacilitiesNowTile />, nobodyTold('2026-11-01'), { code: '07' })

  expect(await screen.findByText(/No consta ningún lugar/)).toBeVisible()
})

test.each([
  [true, 1],
  [false, 0],
])(
  'given a page that is narrowed (%s), that the places are told with all their children is said',
  async (isNarrowed, times) => {
    const filter = isNarrowed ? { ageGroup: ['FROM_12_TO_17' as const] } : null
    await renderTile(<FacilitiesNowTile />, answerWith(1, 1), { code: '07', filter })

    expect(await screen.findByRole('table')).toBeVisible()
    expect(screen.queryAllByText(/De todos los NNA: los filtros no se aplican aquí\./)).toHaveLength(times)
  },
)
