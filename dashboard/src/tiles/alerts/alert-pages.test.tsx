// @vitest-environment jsdom
/** Rows of alerts: as they stand, and as they stood at the end of a day that is over. */
import { screen } from '@testing-library/react'
import { beforeAll, expect, test, vi } from 'vitest'
import { RegistryProvider } from '../../api/registry.tsx'
import { loadSession } from '../../api/session.ts'
import { OFFICE } from '../../testing/office.ts'
import { renderTile } from '../../testing/render-tile.tsx'
import { AlertPages } from './alert-pages.tsx'

const [ENTERED, ALERTED, THAT_EVENING] = ['2026-11-10T18:00:00Z', '2026-11-12T06:00:00Z', '2026-11-13T06:00:00Z']
const OVERSEER = { ...OFFICE, scopes: ['alert:act'] }

const ALERT = {
  ...{ id: '1', kind: 'HELD_WITHOUT_LEGAL_BASIS', severity: 'CRITICAL', citation: 'LM art. 112 I', version: 3 },
  ...{
    state: { code: '07' },
    child: { id: '2', folio: 'NNA-1' },
    place: null,
    overseers: ['SIPINNA_STATE'],
    dutyHolders: ['INM'],
  },
  ...{
    since: ENTERED,
    reachedAt: ALERTED,
    openedAt: ALERTED,
    frozenSince: null,
    acknowledgedUntil: null,
    assignedTo: null,
  },
  ...{ closedAt: null, resolvedAt: null, resolvedBy: null, severityRestsOn: { name: 'OF_A_LAW', kind: 'LAW' } },
}
const show = (more: object, at: string | null, down?: string) => {
  const alerts = { edges: [{ node: { ...ALERT, ...more } }], pageInfo: { hasNextPage: false, endCursor: null } }
  return renderTile(
    <RegistryProvider>
      <AlertPages filter={{}} name="Alertas" none="" at={at} />
    </RegistryProvider>,
    { data: { alerts }, down },
  )
}

beforeAll(async () => {
  vi.stubGlobal('fetch', async () => Response.json({ signedIn: true, ...OVERSEER }))
  await loadSession()
})

test('given alerts as they are, their clock runs until now, and one may act on them', async () => {
  await show({}, null)

  expect(await screen.findByText('vencida hace 13 días')).toBeVisible()
  expect(screen.getByRole('button', { name: /^Acusar/ })).toBeVisible()
})

test('given alerts as they stood at the end of a day, their clock stops there, and nobody acts on what is over', async () => {
  await show({}, THAT_EVENING)

  expect(await screen.findByText('vencida hace 24 h')).toBeVisible()
  expect(screen.queryByRole('button', { name: /^Acusar/ })).toBeNull()
})

test.each([
  ['a statute', 'LAW', /^Por ley$/],
  ['a term of Vigía', 'POLICY', /^Por plazo de Vigía$/],
] as const)('given the gravity of an alert rests on %s, its mark says so', async (_what, kind, mark) => {
  await show({ severityRestsOn: { name: 'A_BASIS', kind } }, null)

  expect(await screen.findByText(mark)).toBeVisible()
})

test.each([
  [{ isPlanned: true, plannedOn: '2026-12-03' }, 'Retorno programado para el 3 de diciembre de 2026'],
  [{ isPlanned: true, plannedOn: null }, 'Retorno programado'],
  [{ isPlanned: false, plannedOn: null }, 'Retorno ya ejecutado'],
])('given a return, the row says whether it can still be prevented: %o', async (of, said) => {
  await show({ kind: 'RETURN_WITHOUT_DETERMINATION', ...of }, null)

  expect(await screen.findByText(said)).toBeVisible()
})

test('given its gravity rests on a term that the federal secretary set, it is not called one of Vigía', async () => {
  await show({ severityRestsOn: { name: 'SET_BY_THE_SECRETARY', kind: 'POLICY' } }, null)

  expect(await screen.findByText('Por umbral que fijó la Secretaría federal')).toBeVisible()
})

test('given it cannot be read on what it rests, the mark is that of its kind, whose terms may be of both', async () => {
  await show({ kind: 'UNSAFE_RETURN', severity: 'RED', severityRestsOn: null }, null)

  expect(await screen.findByText('Por ley / Por plazo de Vigía')).toBeVisible()
})

test('while the child cannot be had it is not said that nobody may know it, but who does not answer', async () => {
  await show({ child: null }, null, 'children')

  expect(await screen.findByText(/El servicio de niñez no responde/)).toBeVisible()
  expect(screen.getByRole('link', { name: /No disponible/ })).toBeVisible()
  expect(screen.queryByText(/Su cargo no lo ve/)).toBeNull()
})
