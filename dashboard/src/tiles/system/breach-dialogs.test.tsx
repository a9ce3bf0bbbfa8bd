// @vitest-environment jsdom
/** A breach is told once, whatever the line does; and what is mended after a refusal is told as what it is now. */
import '@testing-library/jest-dom/vitest'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { CombinedError, Provider } from 'urql'
import { afterEach, expect, test } from 'vitest'
import type { Person } from '../../api/session.ts'
import '../../testing/dialogs.ts'
import { OFFICE } from '../../testing/office.ts'
import { Announcer } from '../../ui/announcer.tsx'
import { startWords } from '../../words/words.ts'
import { BreachDialog } from './breach-dialogs.tsx'

void startWords(null)
afterEach(cleanup)
const ANSWERS = {
  lost: new CombinedError({ networkError: new Error('The line broke.') }),
  refused: new CombinedError({ graphQLErrors: [{ message: 'no', extensions: { code: 'BAD_USER_INPUT' } }] }),
}

type Input = { key: string; words: string; states: string[]; foundAt: string }

/** What is sent when these words are written one after the other, and each is answered so. */
async function sent(...told: readonly (readonly [words: string, answer: keyof typeof ANSWERS | null])[]) {
  const inputs: Input[] = []
  const mutation = (_document: unknown, { input }: { input: Input }) => {
    const error = ANSWERS[told[inputs.length]?.[1] ?? 'lost']
    inputs.push(input)
    return { toPromise: async () => ({ error }) }
  }
  render(
    // A stand-in for the client: of it, the dialog uses this one method.
    <Provider value={{ mutation } as never}>
      <BreachDialog person={OFFICE} onEnd={() => {}} />
    </Provider>,
  )
  const field = (name: string) => document.querySelector(`[name=${name}]`) as HTMLElement
  await waitFor(() => expect(field('words')).not.toBeNull())
  fireEvent.change(field('foundAt'), { target: { value: '2026-11-25T10:00' } })
  for (const [index, [words]] of told.entries()) {
    fireEvent.change(field('words'), { target: { value: words } })
    fireEvent.submit(field('words').closest('form') as HTMLElement)
    await waitFor(() => expect(inputs).toHaveLength(index + 1))
    await waitFor(() => expect(screen.getByRole('status', { hidden: true })).not.toBeEmptyDOMElement())
  }
  return inputs
}

const WORDS = 'Se extravió una computadora de la oficina'

test('given an answer was lost, the same goes out once more under its key', async () => {
  const [first, again] = await sent([WORDS, 'lost'], [WORDS, 'lost'])

  expect(first).toMatchObject({ words: WORDS, states: ['07'] })
  expect(again).toEqual(first)
})

test('when it was found is by the clock of Mexico City, by which it is shown, wherever the browser is', async () => {
  const [told] = await sent([WORDS, 'lost'])

  expect(told?.foundAt).toBe('2026-11-25T16:00:00.000Z')
})

test('given an office of one state, that one is chosen; given one of many, none that nobody has chosen', () => {
  const chosenBy = (person: Person) => {
    cleanup()
    render(
      // A stand-in for the client: nothing is asked.
      <Provider value={{} as never}>
        <BreachDialog person={person} onEnd={() => {}} />
      </Provider>,
    )
    const select = document.querySelector<HTMLSelectElement>('[name=states]')
    return [...(select?.selectedOptions ?? [])].map(({ value }) => value)
  }

  expect(chosenBy(OFFICE)).toEqual(['07'])
  expect(chosenBy({ ...OFFICE, states: null })).toEqual([])
  expect(chosenBy({ ...OFFICE, states: ['07', '27'] })).toEqual([])
})

test('given it was refused and mended, it goes out under another key', async () => {
  const [first, mended] = await sent([WORDS, 'refused'], [`${WORDS} de Tapachula`, 'refused'])

  expect(mended?.key).not.toBe(first?.key)
})

test('given words that will not do, nothing goes out, and which rule they break is said', async () => {
  render(
    // A stand-in for the client: nothing is asked.
    <Provider value={{} as never}>
      <BreachDialog person={OFFICE} onEnd={() => {}} />
    </Provider>,
  )
  const words = document.querySelector<HTMLTextAreaElement>('[name=words]')
  fireEvent.change(words as HTMLElement, { target: { value: 'Robo' } })
  fireEvent.submit(words?.closest('form') as HTMLElement)

  expect(await screen.findByText('Es demasiado corto: escriba al menos 20 caracteres.')).toBeInTheDocument()
})

test('given it is kept, whoever told it hears that it is', async () => {
  const mutation = () => ({ toPromise: async () => ({}) })
  render(
    // A stand-in for the client: of it, the dialog uses this one method.
    <Provider value={{ mutation } as never}>
      <BreachDialog person={OFFICE} onEnd={() => {}} />
      <Announcer />
    </Provider>,
  )
  const field = (name: string) => document.querySelector(`[name=${name}]`) as HTMLElement
  fireEvent.change(field('foundAt'), { target: { value: '2026-11-25T10:00' } })
  fireEvent.change(field('words'), { target: { value: WORDS } })
  fireEvent.submit(field('words').closest('form') as HTMLElement)

  expect(await screen.findByText('Guardado: Anotar una vulneración.', {}, { timeout: 10_000 })).toBeInTheDocument()
})
