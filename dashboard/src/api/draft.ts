/** What somebody was writing when the session ended: kept in this tab alone, for whoever wrote it, until the same form is open again. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import { onEnd, type Person, sessionNow } from './session.ts'

const KEPT = 'vigia-draft'

type Draft = { form: string; author: string; words: string }

/** `form` tells this form from all others. Gives the field to be kept, and the words with which it begins. */
export function useDraft(form: string): { field: RefObject<HTMLTextAreaElement | null>; kept: string } {
  const field = useRef<HTMLTextAreaElement>(null)
  const [kept] = useState(() => take(form))
  useEffect(
    () =>
      onEnd((person) => {
        const words = field.current?.value.trim()
        if (words) keep({ form, author: authorOf(person), words })
      }),
    [form],
  )
  return { field, kept }
}

/** Whether there is any, whoever wrote it. */
export const hasDraft = () => read() !== null

/** Whoever comes after another one in the same tab is not shown what he wrote: it is gone. */
function take(form: string): string {
  const [draft, session] = [read(), sessionNow()]
  if (!draft || session.state !== 'in') return ''
  const isOwn = draft.author === authorOf(session.person)
  if (!isOwn || draft.form === form) dropDraft()
  return isOwn && draft.form === form ? draft.words : ''
}

const authorOf = ({ name, role, states }: Person) => JSON.stringify([name, role, states])

function keep(draft: Draft) {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(draft))
  } catch {
    // Without storage it is lost, as it was before.
  }
}

function read(): Draft | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? 'null')
  } catch {
    return null
  }
}

function dropDraft() {
  sessionStorage.removeItem(KEPT)
}
