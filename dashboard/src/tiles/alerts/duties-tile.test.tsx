// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { RegistryProvider } from '../../api/registry.tsx'
import { renderTile } from '../../testing/render-tile.tsx'
import { DutiesTile } from './duties-tile.tsx'

const NONE = { data: { dutyAlerts: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } } }
const NOTHING_BROKEN = /Ninguna obligación de su oficina está incumplida/

test('given an office of which nothing is open, it is told that it meets all that it owes', async () => {
  await renderTile(<DutiesTile />, NONE)

  expect(await screen.findByText(NOTHING_BROKEN)).toBeVisible()
})

test.each([
  ['resolved ones', { situacion: 'resueltas' }],
  ['critical ones', { gravedad: 'critica' }],
  ['those of one state', { entidad: '07' }],
] as const)('given none among %s, nothing is said of all that the office owes', async (_which, search) => {
  await renderTile(<DutiesTile />, NONE, { search })

  expect(await screen.findByText('Ninguna alerta con estos filtros.')).toBeVisible()
  expect(screen.queryByText(NOTHING_BROKEN)).toBeNull()
})

test('an office finds the gravest among many by asking for these alone', async () => {
  const narrow = vi.fn()
  await renderTile(<DutiesTile />, NONE, { narrow })

  fireEvent.change(screen.getByRole('combobox', { name: 'Gravedad' }), { target: { value: 'critica' } })

  expect(narrow).toHaveBeenCalledWith({ gravedad: 'critica' })
})

const dutyAlerts = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } }
const counted = (CRITICAL: number | null) => ({
  data: { dutyAlerts, CRITICAL: { totalCount: CRITICAL }, RED: { totalCount: 20 }, AMBER: { totalCount: 0 } },
})

test('an office sees how many are open of each severity, and those alone by one touch', async () => {
  const narrow = vi.fn()
  await renderTile(<DutiesTile />, counted(1), { narrow })

  fireEvent.click(await screen.findByRole('button', { name: 'Ver solo: 20 rojas' }))

  expect(narrow).toHaveBeenCalledWith({ gravedad: 'roja' })
  expect(screen.getByRole('button', { name: 'Ver solo: 1 crítica' })).toBeVisible()
})

test('the gravest are listed first, and no list is made of a severity of which none is open', async () => {
  await renderTile(<DutiesTile />, counted(1))

  expect(await screen.findByRole('table', { name: 'Rojas' })).toBeVisible()
  expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    'Críticas 1',
    'Rojas 20',
  ])
})

test('given more than are counted one by one, that is said', async () => {
  await renderTile(<DutiesTile />, counted(null))

  expect(await screen.findByRole('button', { name: 'Ver solo: más de 10,000 críticas' })).toBeVisible()
})

test.each([
  ['a count is not to be had', { data: { ...counted(1).data, AMBER: null } }, {}],
  ['resolved ones are shown', counted(1), { situacion: 'resueltas' }],
] as const)('given %s, none is claimed', async (_when, answer, search) => {
  await renderTile(<DutiesTile />, answer, { search })

  expect(await screen.findByText(/Ninguna/)).toBeVisible()
  expect(screen.getAllByRole('table')).toHaveLength(1)
  expect(screen.queryByRole('button', { name: /Ver solo/ })).toBeNull()
})

test('of a centre that is too full the office reads the article that its alert cites, and not that of stations', async () => {
  const full = {
    ...{ id: 'a', kind: 'OVERCROWDED', severity: 'RED', citation: 'Vigía A27', version: 1, state: { code: '07' } },
    ...{ child: null, facility: { name: 'CAS Tapachula', type: 'CASE' } },
    ...{ since: '2026-11-25T18:00:00Z', openedAt: '2026-11-25T18:00:00Z', resolvedAt: null },
  }
  const one = { ...dutyAlerts, edges: [{ node: full }] }
  const counts = { CRITICAL: { totalCount: 0 }, RED: { totalCount: 1 }, AMBER: { totalCount: 0 } }
  await renderTile(
    <RegistryProvider>
      <DutiesTile />
    </RegistryProvider>,
    { data: { dutyAlerts: one, ...counts } },
  )

  expect(await screen.findByRole('button', { name: 'Ver el texto de Vigía A27' })).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Ver el texto de LM art. 106 ¶2' })).toBeNull()
})

const duty = (more: object) => ({
  ...{ id: '1', kind: 'UNLISTED_PLACE', severity: 'RED', citation: 'Vigía A32', version: 1, state: { code: '07' } },
  ...{ child: null, facility: null, since: '2026-11-25T10:00:00Z', openedAt: '2026-11-25T10:00:00Z', resolvedAt: null },
  ...more,
})
const facility = { name: 'CAS de Arriaga', type: 'CAS' }

test.each([
  ['a place', { facility }, /CAS de Arriaga/, /no lo ve/],
  ['a child in a place', { child: { id: '2', folio: 'NNA-1' }, facility }, /NNA-1\s*CAS de Arriaga/, /no lo ve/],
  ['somebody who is not told', {}, /Su cargo no lo ve/, /CAS de/],
])('given it is about %s, that is what is said', async (_whom, more, said, unsaid) => {
  const one = { edges: [{ node: duty(more) }], pageInfo: dutyAlerts.pageInfo }
  const registry = { asOf: '2026-11-25T16:42:00Z', version: '1', isSynthetic: true }
  await renderTile(
    <RegistryProvider>
      <DutiesTile />
    </RegistryProvider>,
    { data: { ...counted(0).data, dutyAlerts: one, registry } },
  )

  const row = await screen.findByRole('row', { name: /ninguna lista/ })
  expect(row).toHaveTextContent(said)
  expect(row).not.toHaveTextContent(unsaid)
})

test.each([
  ['open', null, true],
  ['over', '2026-11-25T12:00:00Z', false],
])(
  'of a file that is %s the office reads which it is, and what ends it where there is something to do',
  async (_how, resolvedAt, isToDo) => {
    const subject = { feed: 'placements/stays', authority: 'DIF' }
    const one = duty({ kind: 'OFFICE_SILENT', citation: 'LGDNNA art. 99 ¶2', subject, resolvedAt })
    const page = { edges: [{ node: one }], pageInfo: dutyAlerts.pageInfo }
    await renderTile(
      <RegistryProvider>
        <DutiesTile />
      </RegistryProvider>,
      { data: { ...counted(0).data, dutyAlerts: page } },
    )

    expect(await screen.findByText('Archivo «Estancias», que debe enviar: Sistema DIF estatal')).toBeVisible()
    expect(screen.queryByText(/^Qué la termina: El siguiente archivo de esa oficina/) !== null).toBe(isToDo)
  },
)
