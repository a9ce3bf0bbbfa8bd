// @vitest-environment jsdom
/** One acknowledgement for many: what is said of how many they are, and which those are that are sent a second time. */
import '@testing-library/jest-dom/vitest'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Provider } from 'urql'
import { afterEach, expect, test } from 'vitest'
import '../../testing/dialogs.ts'
import { Announcer } from '../../ui/announcer.tsx'
import { Stage } from '../../ui/stage.tsx'
import { startWords } from '../../words/words.ts'
import { AcknowledgeAll } from './acknowledge-all.tsx'

void startWords(null)
afterEach(cleanup)
const WORDS = 'Se pidió por oficio que se cumpla hoy mismo'

/** `notices` is what stands under it each time that it is asked for; `refusals`, which are refused each time. */
function pageOf(waiting: number, notices: readonly (readonly string[])[], refusals: readonly (readonly string[])[]) {
  const sent: string[][] = []
  const looks = [...notices]
  const answers = [...refusals]
  const query = () => {
    const edges = (looks.shift() ?? []).map((id) => ({ node: { id, version: 1 } }))
    return { toPromise: async () => ({ data: { alerts: { edges } } }) }
  }
  const mutation = (_: unknown, { input }: { input: { alerts: { id: string }[] } }) => {
    sent.push(input.alerts.map(({ id }) => id))
    const refused = (answers.shift() ?? []).map((id) => ({ id, code: 'CONFLICT' }))
    return { toPromise: async () => ({ data: { acknowledgeAlerts: { alerts: [], refused } } }) }
  }
  render(
    <Provider value={{ query, mutation } as never}>
      <AcknowledgeAll filter={{}} severity="CRITICAL" name="Retornos, 492 alertas" waiting={waiting} />
      <Stage />
      <Announcer />
    </Provider>,
  )
  return sent
}

const open = () => fireEvent.click(screen.getByRole('button', { name: /^Acusar/ }))
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { hidden: true })
function send() {
  fireEvent.change(field(), { target: { value: WORDS } })
  fireEvent.submit(field().closest('form') as HTMLElement)
}

test('given more wait than one act takes, it says of how many it takes how many, and nobody hears that all are acknowledged', async () => {
  const hundred = Array.from({ length: 100 }, (_, n) => String(n))
  pageOf(492, [hundred], [[]])
  expect(screen.getByRole('button')).toHaveTextContent('Acusar 100 de las 492')
  open()
  expect(
    screen.getByText(/De las 492 se acusan ahora las primeras 100; las demás siguen sin acuse\./),
  ).toBeInTheDocument()

  send()
  expect(await screen.findByText('Con acuse 100, de: Retornos, 492 alertas.')).toBeInTheDocument()
})

test('given one changed meanwhile, that one alone is sent again, and not what has joined the notice since', async () => {
  const sent = pageOf(
    3,
    [
      ['1', '2', '3'],
      ['2', '4', '5'],
    ],
    [['2'], []],
  )
  open()
  send()
  await screen.findByText(/^1 no se pudo acusar/)

  send()
  expect(await screen.findByText('Con acuse 3, de: Retornos, 492 alertas.')).toBeInTheDocument()
  expect(sent).toEqual([['1', '2', '3'], ['2']])
})

test('given others took all of them meanwhile, that is said, and not that what was written will not do', async () => {
  const sent = pageOf(2, [[]], [])
  open()
  send()

  await waitFor(() => expect(screen.getByRole('status', { hidden: true })).toHaveTextContent(/ya ninguna espera acuse/))
  expect(sent).toEqual([])
  expect(field()).toHaveValue(WORDS)
})
