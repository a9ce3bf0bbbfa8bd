// @vitest-environment jsdom
/** While somebody writes about an alert, the rows behind the dialog go on living: the words stay whatever becomes of his. */
import '@testing-library/jest-dom/vitest'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { CombinedError, Provider } from 'urql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import '../testing/dialogs.ts'
import { OFFICE } from '../testing/office.ts'
import { AcknowledgeAll } from '../tiles/alerts/acknowledge-all.tsx'
import { ActDialog } from '../tiles/alerts/act-dialog.tsx'
import { SilenceDialog } from '../tiles/silences/silence-dialog.tsx'
import { startWords } from '../words/words.ts'
import { keepFocus } from './keep-focus.ts'
import { Stage, stand } from './stage.tsx'

void startWords(null)
const WORDS = 'Se pidió por oficio que se cumpla hoy mismo'

let stop = () => {}
beforeEach(() => {
  stop = keepFocus()
})
afterEach(() => {
  stop()
  cleanup()
})

/** The alerts of each notice. */
let standing: readonly string[] = ['1', '2']

const conflict = (version?: number) => ({
  error: new CombinedError({ graphQLErrors: [{ message: 'no', extensions: { code: 'CONFLICT', version } }] }),
})

type Sent = { input: { version?: number; alerts?: { id: string }[] } }

/** A page on which these notices stand; `answers` is what the registry says to each act in turn. */
function pageWith(places: readonly string[], answers: object[] = [], sent: Sent[] = []) {
  const edges = () => standing.map((id) => ({ node: { id, version: 1 } }))
  const query = () => ({ toPromise: async () => ({ data: { alerts: { edges: edges() } } }) })
  const mutation = (_: unknown, given: Sent) => ({
    toPromise: async () => {
      sent.push(given)
      return answers.shift()
    },
  })
  return (
    <Provider value={{ query, mutation } as never}>
      <main id="contenido" tabIndex={-1}>
        <table>
          <tbody>
            {places.map((place) => (
              <tr key={place}>
                <td>
                  <AcknowledgeAll filter={{}} severity="CRITICAL" name={place} waiting={2} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <Stage />
      </main>
    </Provider>
  )
}

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { hidden: true })
const send = () => fireEvent.submit(field().closest('form') as HTMLElement)
const said = (sentence: RegExp) =>
  waitFor(() => expect(screen.getByRole('status', { hidden: true })).toHaveTextContent(sentence))

test('given the row goes in which it was opened, the dialog stays with what is written, and closing it leads to what stands there', async () => {
  const { rerender } = render(pageWith(['Acapulco', 'Tapachula']))
  const opening = screen.getByRole('button', { name: /Tapachula/ })
  opening.focus()
  fireEvent.click(opening)
  fireEvent.change(field(), { target: { value: WORDS } })
  field().focus()

  rerender(pageWith(['Acapulco']))
  expect(field()).toHaveValue(WORDS)
  expect(field()).toHaveFocus()

  fireEvent(field().closest('dialog') as HTMLElement, new Event('close'))
  expect(screen.queryByRole('textbox', { hidden: true })).not.toBeInTheDocument()
  await waitFor(() => expect(screen.getByRole('button', { name: /Acapulco/ })).toHaveFocus())
})

test('given the page goes, what was opened on it goes too', () => {
  const { unmount } = render(pageWith(['Tapachula']))
  fireEvent.click(screen.getByRole('button', { name: /Tapachula/ }))
  unmount()
  render(pageWith(['Tapachula']))

  expect(screen.queryByRole('textbox', { hidden: true })).not.toBeInTheDocument()
})

test('given somebody was faster, it is sent again of the alert as it is now; and where it has ended, that is said', async () => {
  const sent: Sent[] = []
  render(pageWith([], [conflict(8), conflict()], sent))
  const alert = { id: '1', version: 7, severity: 'CRITICAL' } as const
  act(() => stand((end) => <ActDialog act="close" alert={alert} name="NNA-1" onDone={end} onEnd={end} />))
  fireEvent.change(field(), { target: { value: WORDS } })

  send()
  await said(/Alguien se adelantó/)
  send()
  await said(/La alerta ya terminó/)
  expect(sent.map(({ input }) => input.version)).toEqual([7, 8])
  expect(field()).toHaveValue(WORDS)
})

test('given nobody sees to it any more when an acknowledgement is withdrawn, it is said to be open, and not over', async () => {
  render(pageWith([], [conflict(7)]))
  const alert = { id: '1', version: 7, severity: 'CRITICAL' } as const
  act(() => stand((end) => <ActDialog act="release" alert={alert} name="NNA-1" onDone={end} onEnd={end} />))
  fireEvent.change(field(), { target: { value: WORDS } })

  send()
  await said(/Nadie se hace cargo ya de ella.*La alerta está abierta/)
})

test('given an alert joins the notice while one writes, those are acknowledged that stood there when one began', async () => {
  const sent: Sent[] = []
  render(pageWith(['Tapachula'], [{ data: { acknowledgeAlerts: { refused: [] } } }], sent))
  fireEvent.click(screen.getByRole('button', { name: /Tapachula/ }))
  standing = ['1', '2', '3']
  fireEvent.change(field(), { target: { value: WORDS } })

  send()
  await waitFor(() => expect(sent.map(({ input }) => input.alerts?.map(({ id }) => id))).toEqual([['1', '2']]))
})

test('what is refused twice for one reason is said twice', async () => {
  const failed = { error: new CombinedError({ networkError: new Error('gone') }) }
  const says: string[] = []
  render(pageWith(['Tapachula'], [failed, failed]))
  act(() => stand((end) => <SilenceDialog person={OFFICE} onEnd={end} />))
  new MutationObserver(() => says.push(screen.getByRole('status', { hidden: true }).textContent ?? '')).observe(
    screen.getByRole('status', { hidden: true }),
    { childList: true, characterData: true, subtree: true },
  )
  fireEvent.change(screen.getByLabelText('De qué alertas'), { target: { value: 'LONG_STAY' } })
  fireEvent.change(field(), { target: { value: WORDS } })

  send()
  await said(/No se sabe si se guardó/)
  send()
  await waitFor(() => expect(says.filter((each) => each !== '')).toHaveLength(2))
})
