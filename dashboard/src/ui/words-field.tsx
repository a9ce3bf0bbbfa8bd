/** The field for the words that an act asks for. What was being written when a session ended, or was left half-written, stands in it again. */
import { useId } from 'react'
import { useDraft } from '../api/draft.ts'
import { useWords } from '../words/words.ts'

type Props = {
  /** As what it is sent. */
  name: string
  label: string
  note: string
  /** Tells this form from all others. */
  form: string
  /** Of the element that says what is wrong with the words; null while nothing is. */
  fault?: string | null
}

export function WordsField({ name, label, note, form, fault = null }: Props) {
  const { t } = useWords()
  const { field, restored } = useDraft(form)
  const [id, called] = [useId(), useId()]
  return (
    <label>
      <span id={called}>{label}</span>
      <textarea
        ref={field}
        name={name}
        required
        rows={3}
        // No `maxLength`: it would cut what is pasted, and the rest of a reason would be gone without a word.
        // The note below describes it: in its name, it would be heard twice.
        aria-labelledby={called}
        aria-invalid={fault !== null || undefined}
        aria-describedby={fault === null ? id : `${fault} ${id}`}
      />
      <small id={id}>
        {note} {restored && t(`session.draft.${restored}`)}
      </small>
    </label>
  )
}

/** What was written, in one line: whoever goes on below means no second one. */
export const writtenIn = (given: FormData, name: string) =>
  String(given.get(name) ?? '')
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .trim()

/** To the words of a form that will not do: whoever listens hears what is wrong with them, the second time as well. */
export function goToWords(form: HTMLFormElement, name: string): void {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLElement) field.focus()
}
