// @vitest-environment jsdom
/** What somebody writes is not lost when the session ends under him, and is shown to nobody else. */
import '@testing-library/jest-dom/vitest'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadSession, noteEnded } from '../api/session.ts'
import { startWords } from '../words/words.ts'
import { WordsField, writtenIn } from './words-field.tsx'

void startWords(null)
beforeEach(() => sessionStorage.clear())
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** As the gateway gives each person one. */
const keyOf = (byte: number) => Buffer.alloc(32, byte).toString('base64url')
const CHIAPAS = {
  name: 'Secretaría de Chiapas',
  role: 'state-secretary',
  states: ['07'],
  scopes: [],
  idleMinutes: 30,
  hasExplorer: true,
  forWhom: '',
  draftKey: keyOf(7),
}

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
  await waitFor(() => expect(kept()).toHaveLength(1))
}

/** What the browser may write to its disk. */
const kept = () => Object.values({ ...sessionStorage })

test('given the session ended while somebody wrote, the words stand in the same form again, once', async () => {
  await writeUntilTheSessionEnds()
  await signIn(CHIAPAS)

  open('close 2')
  const field = open('close 1')
  await waitFor(() => expect(field).toHaveValue('Se habló con la Procuraduría'))
  expect(await screen.findByText(/Aquí sigue lo que escribía/)).toBeVisible()
  expect(kept()).toEqual([])
})

test('what is kept meanwhile tells nobody the words', async () => {
  await writeUntilTheSessionEnds()

  const [draft = ''] = kept()
  const { sealed } = JSON.parse(draft)
  expect(draft + atob(sealed)).not.toMatch(/Procuradur/)
})

test('given another person signs in, the words are gone', async () => {
  await writeUntilTheSessionEnds()
  await signIn({ ...CHIAPAS, name: 'Procuraduría de Chiapas', role: 'ppnna-officer', draftKey: keyOf(8) })
  const field = open('close 1')

  await waitFor(() => expect(kept()).toEqual([]))
  expect(field).toHaveValue('')
})

test('whoever has begun to write anew is not overruled', async () => {
  const opening = vi.spyOn(crypto.subtle, 'decrypt')
  await writeUntilTheSessionEnds()
  await signIn(CHIAPAS)
  const field = open('close 1')
  fireEvent.change(field, { target: { value: 'Otra cosa' } })

  await waitFor(() => expect(opening).toHaveResolved())
  expect(field).toHaveValue('Otra cosa')
})

test('given a form that is closed while the session goes on, nothing is kept', async () => {
  await signIn(CHIAPAS)
  fireEvent.change(open('close 1'), { target: { value: 'Se habló con la Procuraduría' } })
  cleanup()
  noteEnded()

  expect({ ...sessionStorage }).toEqual({})
})

test('given a form is closed half-written, by a key pressed by mistake, the words stand in it when it is opened again, for their writer', async () => {
  await signIn(CHIAPAS)
  fireEvent.change(open('close 1'), { target: { value: 'Se habló con la Procuraduría' } })

  expect(open('close 2')).toHaveValue('')
  expect(open('close 1')).toHaveValue('Se habló con la Procuraduría')
  expect(screen.getByText(/Aquí sigue lo que dejó a medias/)).toBeVisible()
  expect({ ...sessionStorage }).toEqual({})

  await signIn({ ...CHIAPAS, draftKey: keyOf(8) })
  cleanup()
  expect(open('close 1')).toHaveValue('')
})

test('given what was written was sent, the form is empty when it is opened again', async () => {
  await signIn(CHIAPAS)
  const field = open('close 1')
  fireEvent.change(field, { target: { value: 'Se habló con la Procuraduría' } })
  field.value = ''

  expect(open('close 1')).toHaveValue('')
})

test('words on several lines are sent on one', () => {
  const given = new FormData()
  given.set('words', ' Se habló con la Procuraduría. \n\n Responde el lunes.\n')

  expect(writtenIn(given, 'words')).toBe('Se habló con la Procuraduría. Responde el lunes.')
})

test('what is asked for and how it is to be written are heard once each', () => {
  const field = open('close 1')

  expect(field).toHaveAccessibleName('Por qué')
  expect(field).toHaveAccessibleDescription('En un renglón.')
})
