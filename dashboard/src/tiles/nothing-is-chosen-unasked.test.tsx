// @vitest-environment jsdom
/** What is told of an office, or of a state, is told of the one that was chosen: none stands there unasked. */
import { cleanup, fireEvent, screen } from '@testing-library/react'
import type { ReactElement } from 'react'
import { beforeEach, expect, test } from 'vitest'
import '../testing/dialogs.ts'
import { RegistryProvider } from '../api/registry.tsx'
import { OFFICE } from '../testing/office.ts'
import { renderTile } from '../testing/render-tile.tsx'
import { ActDialog } from './alerts/act-dialog.tsx'
import { SilenceDialog } from './silences/silence-dialog.tsx'
import { BreachDialog } from './system/breach-dialogs.tsx'
import { SecretariatsTile } from './system/secretariats-tile.tsx'
import { SetThresholdDialog } from './system/set-threshold-dialog.tsx'
import { RecordSuspensionDialog } from './system/work-suspension-dialogs.tsx'

const FEDERAL = { ...OFFICE, role: 'federal-secretary', states: null, scopes: ['post:record'] } as const
const ANSWER = { data: { registry: { asOf: null, version: null, isSynthetic: true }, secretariats: [] } }
const nothing = () => {}
const ASSIGNING = {
  act: 'assign',
  alert: { id: '1', version: 1, severity: 'RED' },
  name: '',
  onDone: nothing,
  onEnd: nothing,
} as const

const fields = () => [...document.querySelectorAll<HTMLSelectElement>('dialog select')]
const unchosen = () =>
  fields()
    .filter(({ required, value }) => required && value === '')
    .map(({ name }) => name)

beforeEach(cleanup)

const DIALOGS: readonly (readonly [string, ReactElement, readonly string[]])[] = [
  ['a breach', <BreachDialog key="breach" person={FEDERAL} onEnd={nothing} />, ['authority', 'states']],
  ['a suspension of work', <RecordSuspensionDialog key="work" onEnd={nothing} />, ['authority']],
  ['whom an alert is given to', <ActDialog key="assign" {...ASSIGNING} />, ['office']],
  ['a threshold', <SetThresholdDialog key="threshold" onEnd={nothing} />, ['kind', 'state']],
  ['a silence', <SilenceDialog key="silence" person={FEDERAL} onEnd={nothing} />, ['kind']],
]
test.each(DIALOGS)('of %s it has to be chosen', async (_what, dialog, names) => {
  await renderTile(<RegistryProvider>{dialog}</RegistryProvider>, ANSWER)

  expect(unchosen()).toEqual(names)
})

test('of a secretariat, which one and how it stands', async () => {
  await renderTile(
    <RegistryProvider>
      <SecretariatsTile person={FEDERAL} />
    </RegistryProvider>,
    ANSWER,
  )
  fireEvent.click(screen.getByRole('button', { name: /^Informar/ }))

  expect(unchosen()).toEqual(['state', 'condition'])
})

test('given there is one state to choose from, it stands chosen', async () => {
  await renderTile(<SilenceDialog person={OFFICE} onEnd={nothing} />, ANSWER)

  expect(fields().find(({ name }) => name === 'state')?.value).toBe('07')
  expect(unchosen()).toEqual(['kind'])
})
