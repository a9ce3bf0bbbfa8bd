// @vitest-environment jsdom
/** What is said of the clock of an alert that is over: how long it ran, and by what it ended. */
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { RegistryProvider } from '../../api/registry.tsx'
import { renderTile } from '../../testing/render-tile.tsx'
import type { AlertAlone } from './alert-query.ts'
import { Clockwork } from './clockwork.tsx'

const ENTERED = '2026-11-02T15:00:00Z'
const KNOWN = '2026-11-22T15:00:00Z'

const anAlert = (more: Partial<AlertAlone>) =>
  ({
    ...{
      kind: 'HELD_IN_PROHIBITED_PLACE',
      severity: 'CRITICAL',
      frozenSince: null,
      thresholds: [],
      state: { code: '07' },
    },
    ...{ since: ENTERED, reachedAt: ENTERED, openedAt: KNOWN, resolvedAt: KNOWN, resolvedBy: null },
    ...more,
  }) as unknown as AlertAlone
const shown = (more: Partial<AlertAlone>) =>
  renderTile(
    <RegistryProvider>
      <Clockwork alert={anAlert(more)} />
    </RegistryProvider>,
    'never',
  )
const left = (at: string | null) => ({ resolvedBy: { fact: 'stay', at } })

test('given a stay of three hours of which a file told twenty days later, it lasted three hours', async () => {
  await shown(left('2026-11-02T18:00:00Z'))

  expect(screen.getByText('duró 3 h')).toBeVisible()
  expect(screen.getByText(/^Salida del lugar, el 2 nov.* El registro lo supo el 22 nov/)).toBeVisible()
  expect(screen.queryByText(/Del tiempo que/)).toBeNull()
})

test('given that nobody told when, it ran until the registry knew', async () => {
  await shown(left(null))

  expect(screen.getByText('duró 20 días')).toBeVisible()
})

test('given days alone are told to the reader, a stay of one day is no stay of no time', async () => {
  await shown(left(ENTERED))

  expect(screen.getByText('terminó el mismo día')).toBeVisible()
  expect(screen.queryByText(/Del tiempo que/)).toBeNull()
})

test('given what ends it had happened before its clock began, nothing is said to have run', async () => {
  await shown(left('2026-11-01T15:00:00Z'))

  expect(screen.getByText('terminó antes de empezar a correr')).toBeVisible()
})

test('given what it rested on was withdrawn, nothing is said to have lasted', async () => {
  await shown({ resolvedBy: null })

  expect(screen.getByText('se corrigió o se retiró su dato')).toBeVisible()
  expect(screen.queryByText(/duró|Del tiempo que/)).toBeNull()
})

test('given an act made it critical after twelve days, these are no term that somebody had', async () => {
  await shown({ kind: 'NOT_REPRESENTED', reachedAt: '2026-11-14T15:00:00Z', resolvedAt: null })

  expect(screen.getByText(/^Crítica desde hace/)).toBeVisible()
  expect(screen.getByText(/^Crítica desde el 14 nov/)).toBeVisible()
  expect(screen.queryByText(/plazo de|Del tiempo que/)).toBeNull()
})

test('given an act that nobody had a term for, it is since then and not overdue, and no part of the time is past a term', async () => {
  await shown({ kind: 'CONSULATE_CONTACTED', resolvedAt: null })

  expect(screen.getByText('desde hace 23 días')).toBeVisible()
  expect(screen.queryByText(/vencida|Del tiempo que/)).toBeNull()
})

test('given a term of hours that has passed, the part beyond it is told', async () => {
  await shown({ kind: 'HANDOVER_NOT_PROVEN', severity: 'RED', reachedAt: '2026-11-03T15:00:00Z', resolvedAt: null })

  expect(screen.getByText(/^vencida hace 22 días/)).toBeVisible()
  expect(screen.getByText(/^Del tiempo que lleva corriendo, 96/)).toBeVisible()
})

test('given its clock began on a day of which nobody told the hour, none is shown', async () => {
  await shown({ since: '2026-11-02T06:00:00Z', resolvedAt: null })

  expect(screen.getByText(/corre desde el 2 nov$/)).toBeVisible()
})

test('given days from the one after a request, the sixteen that passed are not called the term of fifteen', async () => {
  await shown({ kind: 'OMBUDS_REPORT_DUE', severity: 'RED', reachedAt: '2026-11-18T06:00:00Z', resolvedAt: null })

  expect(screen.getByText(/^Roja desde el 18 nov/)).toBeVisible()
})

test('given working days, the days of the calendar that they took are not called the term', async () => {
  await shown({ kind: 'CASE_NOT_PROCESSED', reachedAt: '2026-11-10T06:00:00Z', resolvedAt: null })

  expect(screen.getByText(/^vencida hace/)).toBeVisible()
  expect(screen.getByText(/^Crítica desde el 10 nov/)).toBeVisible()
  expect(screen.queryByText(/plazo de/)).toBeNull()
})

test('given nothing was allowed from the first moment, it is not said that a law forbids what none does', async () => {
  await shown({ kind: 'UNLISTED_PLACE', severity: 'RED', resolvedAt: null })

  expect(screen.getByText(/^sin plazo: desde el primer momento/)).toBeVisible()
})

test.each([
  ['BACKLOG_GROWS', /^El rezago volvió a crecer menos que el umbral/],
  ['OVERCROWDED', /^Un padrón informó más plazas, o se corrigió/],
  ['TOO_FEW_CARERS', /^Un padrón informó más personas de atención, o se corrigió/],
  ['CLAIM_GIVEN_UP_IN_CARE', /^La COMAR informó que la solicitud sigue, o se corrigió/],
  ['HELD_IN_PROHIBITED_PLACE', /^Se corrigió o se retiró el dato/],
] as const)('given no fact ended %s, what did is said', async (kind, sentence) => {
  await shown({ kind })

  expect(screen.getByText(sentence)).toBeVisible()
})

test('of a centre that is full its scale says that one more than it has room for counts of stations alone', async () => {
  const step = { step: 4, severity: 'RED', value: 0, unit: 'HOURS', isOnAct: true, runsFrom: 'DUTY' }
  await renderTile(
    <RegistryProvider>
      <Clockwork alert={anAlert({ kind: 'OVERCROWDED' })} />
    </RegistryProvider>,
    { data: { alertThresholds: [{ ...step, restsOn: { citation: 'LM art. 106 ¶2', kind: 'LAW' } }] } },
  )

  expect(await screen.findByText(/con una persona más de las que caben, si es una estación o estancia/)).toBeVisible()
})
