/** The field for the words that an act asks for. What was being written when a session ended stands in it again. */
import { LONGEST_WORDS } from '@vigia/law/written-words'
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
}

export function WordsField({ name, label, note, form }: Props) {
  const { t } = useWords()
  const { field, isRestored } = useDraft(form)
  const id = useId()
  return (
    <label>
      {label}
      <textarea ref={field} name={name} required rows={3} maxLength={LONGEST_WORDS} aria-describedby={id} />
      <small id={id}>
        {note} {isRestored && t('session.draft.restored')}
      </small>
    </label>
  )
}

/** What was written, in one line: whoever goes on below means no second one. */
export const writtenIn = (given: FormData, name: string) =>
  String(given.get(name) ?? '')
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .trim()
