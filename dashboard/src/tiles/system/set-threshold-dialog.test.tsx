// @vitest-environment jsdom
/** What may be set of an alert is what can be chosen; what is chosen is what is sent. */
import '@testing-library/jest-dom/vitest'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Provider } from 'urql'
import { afterEach, expect, test } from 'vitest'
import { delay, fromValue, merge, never, pipe } from 'wonka'
import '../../testing/dialogs.ts'
import { RegistryProvider } from '../../api/registry.tsx'
import { startWords } from '../../words/words.ts'
import { SetThresholdDialog } from './set-threshold-dialog.tsx'

void startWords(null)
afterEach(cleanup)

const HOLDS = {
  registry: { isSynthetic: true, asOf: '2026-11-25T16:42:00Z', version: '1' },
  alertThresholds: [{ step: 0, value: 30, unit: 'HOURS', runsFrom: 'DUTY' }],
}

/** The dialog, and what it has sent. */
async function opened() {
  const sent: unknown[] = []
  const client = {
    executeQuery: (operation: object) =>
      merge([pipe(fromValue({ operation, data: HOLDS, stale: false, hasNext: false }), delay(0)), never]),
    mutation(_document: unknown, { input }: { input: unknown }) {
      sent.push(input)
      return { toPromise: async () => ({}) }
    },
  }
  await act(async () => {
    render(
      // A stand-in for the client: of it, the dialog uses these two methods.
      <Provider value={client as never}>
        <RegistryProvider>
          <SetThresholdDialog onEnd={() => {}} />
        </RegistryProvider>
      </Provider>,
    )
  })
  return sent
}

const field = (name: string) => document.querySelector(`[name=${name}]`) as HTMLInputElement
const choose = (name: string, value: string) => fireEvent.change(field(name), { target: { value } })
const optionsOf = (name: string) => [...field(name).querySelectorAll('option')].map(({ textContent }) => textContent)

test('a step is chosen by how grave it is; its value, place, day and reason go out', async () => {
  const sent = await opened()
  choose('kind', 'CASE_NOT_PROCESSED')
  expect(optionsOf('step').slice(1)).toEqual([
    'Ámbar: a las 24 horas',
    'Roja: a las 72 horas',
    'Crítica: a los 5 días hábiles',
  ])
  choose('step', '0')
  choose('state', '07')
  expect(await screen.findByText(/^Hoy vale: a las 30 horas/)).toBeInTheDocument()
  choose('value', '12')
  choose('from', '2026-12-01')
  choose('words', 'Así lo acordó el grupo de trabajo')
  fireEvent.submit(field('words').closest('form') as HTMLElement)

  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]).toMatchObject({
    ...{ kind: 'CASE_NOT_PROCESSED', severity: 'AMBER', step: 0, state: '07', value: 12 },
    ...{ effectiveOn: '2026-12-01', reason: 'Así lo acordó el grupo de trabajo' },
  })
})

test('a term of a statute can be set no looser than it is, and says so; what nothing can be set of stands in no list', async () => {
  await opened()
  expect(
    [...document.querySelectorAll<HTMLOptionElement>('[name=kind] option')].map(({ value }) => value),
  ).not.toContain('HELD_IN_PROHIBITED_PLACE')
  choose('kind', 'ASYLUM_DECISION_DUE')
  choose('step', '1')

  expect([field('value').min, field('value').max]).toEqual(['0', '45'])
  expect(screen.getByText(/solo puede hacerse más estricto/)).toBeInTheDocument()
})

test('another alert forgets the step that was chosen; where there is one alone, it is chosen', async () => {
  await opened()
  choose('kind', 'ASYLUM_DECISION_DUE')
  choose('step', '1')
  choose('kind', 'CASE_NOT_PROCESSED')
  expect([field('step').value, field('value')]).toEqual(['', null])

  choose('kind', 'FAST_RETURN')
  expect([field('step').value, field('value').min]).toEqual(['0', '1'])
})
