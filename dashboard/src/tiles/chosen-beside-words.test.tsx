// @vitest-environment jsdom
/** With the words that were left half-written comes back what was chosen beside them: a silence meant for Chiapas is none of all states. */
import '@testing-library/jest-dom/vitest'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fromValue, merge, never } from 'wonka'
import { RegistryProvider } from '../api/registry.tsx'
import { loadSession } from '../api/session.ts'
import { OFFICE } from '../testing/office.ts'
import { openWorded } from '../testing/worded-dialogs.tsx'
import { startWords } from '../words/words.ts'
import { ActDialog } from './alerts/act-dialog.tsx'
import { SilenceDialog } from './silences/silence-dialog.tsx'
import { BreachDialog } from './system/breach-dialogs.tsx'
import { SetThresholdDialog } from './system/set-threshold-dialog.tsx'

void startWords(null)
const FEDERAL = { ...OFFICE, role: 'federal-secretary', states: null, draftKey: 'a key' } as const
const REASON = 'Se acordó con la Procuraduría que se abre mañana'
const nothing = () => {}

beforeEach(async () => {
  vi.stubGlobal('fetch', async () => Response.json({ signedIn: true, ...FEDERAL }))
  await loadSession()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const HOLDS = {
  registry: { isSynthetic: true, asOf: '2026-11-25T16:42:00Z', version: '1' },
  alertThresholds: [{ step: 1, value: 30, unit: 'DAYS', runsFrom: 'ENTRY' }],
}
/** It tells what the registry holds. */
const CLIENT = {
  executeQuery: (operation: object) =>
    merge([fromValue({ operation, data: HOLDS, stale: false, hasNext: false }), never]),
}

function open(dialog: ReactNode): HTMLTextAreaElement {
  cleanup()
  return openWorded(dialog, CLIENT)
}

const fieldOf = (name: string) => document.querySelector<HTMLSelectElement | HTMLInputElement>(`[name=${name}]`)
const set = (name: string, value: string) => fireEvent.change(fieldOf(name) as Element, { target: { value } })

const SILENCE = <SilenceDialog person={FEDERAL} onEnd={nothing} />

test('a silence', async () => {
  open(SILENCE)
  set('reason', REASON)
  set('kind', 'NO_INTERPRETER')
  set('state', '07')
  fieldOf('until')?.querySelectorAll('option')[1]?.setAttribute('selected', '')

  expect(open(SILENCE)).toHaveValue(REASON)
  await waitFor(() => expect(fieldOf('until')).toHaveProperty('selectedIndex', 1))
  expect(fieldOf('kind')).toHaveValue('NO_INTERPRETER')
  expect(fieldOf('state')).toHaveValue('07')
})

test('an acknowledgement until the third day', async () => {
  const alert = { id: '7', version: 1, severity: 'CRITICAL' } as const
  const dialog = <ActDialog act="acknowledge" alert={alert} name="NNA-1" onDone={nothing} onEnd={nothing} />
  open(dialog)
  set('words', REASON)
  fieldOf('until')?.querySelectorAll('option')[1]?.setAttribute('selected', '')

  open(dialog)
  await waitFor(() => expect(fieldOf('until')).toHaveProperty('selectedIndex', 1))
})

test('a breach of the data of two states', async () => {
  const dialog = <BreachDialog person={FEDERAL} onEnd={nothing} />
  open(dialog)
  set('words', REASON)
  set('authority', 'INM')
  for (const name of ['Chiapas', 'Tabasco']) screen.getByRole('option', { name }).setAttribute('selected', '')
  set('foundAt', '2026-11-20T10:00')

  open(dialog)
  await waitFor(() => expect(fieldOf('foundAt')).toHaveValue('2026-11-20T10:00'))
  expect(fieldOf('authority')).toHaveValue('INM')
  expect(fieldOf('states')).toHaveValue(['07', '27'])
})

test('a threshold, whose fields come one by one', async () => {
  const dialog = (
    <RegistryProvider>
      <SetThresholdDialog onEnd={nothing} />
    </RegistryProvider>
  )
  open(dialog)
  set('words', REASON)
  set('kind', 'LONG_STAY')
  set('step', '1')
  set('state', '07')
  set('value', '60')

  open(dialog)
  await waitFor(() => expect(fieldOf('value')).toHaveValue(60))
  expect(fieldOf('state')).toHaveValue('07')
})
