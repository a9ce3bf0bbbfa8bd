/**
 * What somebody was writing when the session ended: kept in this tab, sealed, until the same form is open again. And what somebody left
 * half-written in a form that he closed: that is in the memory of the page alone.
 */
import { type RefObject, useEffect, useRef, useState } from 'react'
import { type Choices, choicesIn, choose } from './draft-choices.ts'
import { type Sealed, seal, unseal } from './sealed.ts'
import { onEnd, sessionNow } from './session.ts'
import { storeOf, useStore } from './store.ts'

const KEPT = 'vigia-draft'

/** The words, and what was chosen beside them. */
type Written = { words: string; choices: Choices }
type Draft = { form: string } & Sealed

const isAnyKept = storeOf(read() !== null)

/** Whether there is any, whoever wrote it. */
export const useHasDraft = () => useStore(isAnyKept)

type Restored = 'restored' | 'left'

/** The last one, for whoever wrote it. */
let left: { form: string; written: Written; key: string } | null = null

type Field = HTMLTextAreaElement | HTMLInputElement

/** `form` tells this form from all others. Gives the field to be kept, and which words that were kept stand in it again. */
export function useDraft<Of extends Field = HTMLTextAreaElement>(
  form: string,
): { field: RefObject<Of | null>; restored: Restored | null } {
  const field = useRef<Of>(null)
  const [restored, setRestored] = useState<Restored | null>(null)
  /** What stood in the form before anybody wrote: of something that is changed, what it is. */
  const stood = useRef('')
  useEffect(() => {
    const [element, key] = [field.current, keyNow()]
    stood.current = JSON.stringify(element && writtenIn(element))
    const written = leftIn(form)
    if (written !== null && element && isAsItCame(element)) {
      restore(element, written)
      setRestored('left')
    }
    return () => leave(form, begunIn(element, stood.current), key)
  }, [form])
  useEffect(() => {
    let isOpen = true
    void keptFor(form).then((written) => {
      // Whoever has begun to write meanwhile is not overruled.
      if (!isOpen || written === null || !field.current || !isAsItCame(field.current)) return
      restore(field.current, written)
      setRestored('restored')
      write(null)
    })
    return () => {
      isOpen = false
    }
  }, [form])
  useEffect(
    () =>
      onEnd(({ draftKey }) => {
        const written = begunIn(field.current, stood.current)
        if (written) void keep(form, written, draftKey)
      }),
    [form],
  )
  return { field, restored }
}

const writtenIn = (field: Field): Written => ({
  words: field.value.trim(),
  choices: choicesIn(field.form),
})

const isAsItCame = ({ value, defaultValue }: Field) => value === defaultValue

/** Null while there are no words, or nothing is otherwise than it stood. */
function begunIn(field: Field | null, stood: string): Written | null {
  const written = field && writtenIn(field)
  return written?.words && JSON.stringify(written) !== stood ? written : null
}

function restore(field: Field, { words, choices }: Written): void {
  field.value = words
  void choose(field.form, choices)
}

const keyNow = () => {
  const session = sessionNow()
  return session.state === 'in' ? session.person.draftKey : null
}

/** What was sent is taken out of the field before the form goes. */
function leave(form: string, written: Written | null, key: string | null): void {
  if (written && key !== null && key === keyNow()) left = { form, written, key }
  else if (left?.form === form) left = null
}

const leftIn = (form: string) => (left?.form === form && left.key === keyNow() ? left.written : null)

/** Without storage, or where the browser seals nothing since nobody vouches for the page (http), the words are lost. */
async function keep(form: string, written: Written, key: string): Promise<void> {
  try {
    write({ form, ...(await seal(JSON.stringify(written), form, key)) })
  } catch {}
}

/** What another person wrote is not opened, and is gone. */
async function keptFor(form: string): Promise<Written | null> {
  const [draft, session] = [read(), sessionNow()]
  if (draft?.form !== form || session.state !== 'in') return null
  try {
    return JSON.parse(await unseal(draft, form, session.person.draftKey))
  } catch {
    write(null)
    return null
  }
}

function read(): Draft | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? 'null')
  } catch {
    return null
  }
}

function write(draft: Draft | null): void {
  if (draft) sessionStorage.setItem(KEPT, JSON.stringify(draft))
  else sessionStorage.removeItem(KEPT)
  isAnyKept.write(draft !== null)
}
