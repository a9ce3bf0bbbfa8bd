// @vitest-environment jsdom
/** What somebody writes is not lost when the session ends under him, and is shown to nobody else. */
import '@testing-library/jest-dom/vitest'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadSession, noteEnded } from '../api/session.ts'
import { startWords } from '../words/words.ts'
import { WordsField, writtenIn } from './words-field.tsx'

void startWords(null)
beforeEach(() => sessionStorage.clear())
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const CHIAPAS = { name: 'Secretaría de Chiapas', role: 'state-secretary', states: ['07'], scopes: [] }

async function signIn(person: typeof CHIAPAS): Promise<void> {
  vi.stubGlobal('fetch', async () => Response.json({ signedIn: true, ...person }))
  await loadSession()
}

/** The field of a form, as it stands when it is opened. */
function open(form: string) {
  cleanup()
  render(<WordsField name="words" label="Por qué" note="En un renglón." form={form} />)
  return screen.getByLabelText<HTMLTextAreaElement>(/Por qué/)
}

async function writeUntilTheSessionEnds(): Promise<void> {
  await signIn(CHIAPAS)
  fireEvent.change(open('close 1'), { target: { value: 'Se habló con la Procuraduría' } })
  noteEnded()
  cleanup()
}

test('given the session ended while somebody wrote, the words stand in the same form again, once', async () => {
  await writeUntilTheSessionEnds()
  await signIn(CHIAPAS)

  expect(open('close 2')).toHaveValue('')
  expect(open('close 1')).toHaveValue('Se habló con la Procuraduría')
  expect(screen.getByText(/Aquí sigue lo que escribía/)).toBeVisible()
  expect(open('close 1')).toHaveValue('')
})

test('given another person signs in, the words are gone', async () => {
  await writeUntilTheSessionEnds()
  await signIn({ ...CHIAPAS, name: 'Procuraduría de Chiapas', role: 'ppnna-officer' })
  expect(open('close 1')).toHaveValue('')

  await signIn(CHIAPAS)
  expect(open('close 1')).toHaveValue('')
})

test('given a form that is closed while the session goes on, nothing is kept', async () => {
  await signIn(CHIAPAS)
  fireEvent.change(open('close 1'), { target: { value: 'Se habló con la Procuraduría' } })
  cleanup()
  noteEnded()

  expect({ ...sessionStorage }).toEqual({})
})

test('words on several lines are sent on one', () => {
  const given = new FormData()
  given.set('words', ' Se habló con la Procuraduría. \n\n Responde el lunes.\n')

  expect(writtenIn(given, 'words')).toBe('Se habló con la Procuraduría. Responde el lunes.')
})
