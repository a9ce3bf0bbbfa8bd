// @vitest-environment jsdom
/** The days on which work is suspended: what is wrong with them is said at their fields, before anything is sent. */
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import '../../testing/dialogs.ts'
import { RegistryProvider } from '../../api/registry.tsx'
import { renderTile } from '../../testing/render-tile.tsx'
import { RecordSuspensionDialog } from './work-suspension-dialogs.tsx'

test('given the last day is before the first, it is the last day that will not do', async () => {
  await renderTile(
    <RegistryProvider>
      <RecordSuspensionDialog onEnd={() => {}} />
    </RegistryProvider>,
    'never',
  )
  const [first, last] = ['Primer día', 'Último día'].map((name) => screen.getByLabelText<HTMLInputElement>(name))
  fireEvent.change(last as HTMLElement, { target: { value: '2026-12-05' } })
  expect(last).toBeValid()

  fireEvent.change(first as HTMLElement, { target: { value: '2026-12-10' } })
  expect(last).toBeInvalid()
  expect(first).toBeValid()

  fireEvent.change(last as HTMLElement, { target: { value: '2026-12-10' } })
  expect(last).toBeValid()
})
