/**
 * Why a form is not sent, in the language of the page: a browser says what is wrong with a field in its own, which need not be that of
 * whoever reads. What a part of the page has to say of a field itself goes before.
 */
import type { Format } from '../format/format.ts'
import { type FieldWords, fieldWords } from '../words/field-words.ts'
import type { Language } from '../words/words.ts'

type Formats = Pick<Format, 'day' | 'count'>
type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const isField = (each: unknown): each is Field =>
  each instanceof HTMLInputElement || each instanceof HTMLSelectElement || each instanceof HTMLTextAreaElement

/** Until it is called again. */
export function sayFieldFaults(language: Language, format: Formats): () => void {
  const words = fieldWords(language)
  const said = new Set<Field>()
  const forget = (field: Field) => said.delete(field) && field.setCustomValidity('')
  const say = ({ target }: Event) => {
    if (!isField(target) || target.validity.customError) return
    target.setCustomValidity(faultOf(target, words, format))
    said.add(target)
  }
  const changed = ({ target }: Event) => void (isField(target) && forget(target))
  // What was said is no fault of what stands there now, as words that came back: the browser looks at all of it anew.
  const sent = ({ target }: Event) => {
    const form = target instanceof Element && target.closest('button')?.form
    if (form) for (const field of said) if (field.form === form) forget(field)
  }
  const listening = new AbortController()
  const options = { capture: true, signal: listening.signal }
  document.addEventListener('invalid', say, options)
  document.addEventListener('input', changed, options)
  document.addEventListener('change', changed, options)
  document.addEventListener('click', sent, options)
  return () => {
    listening.abort()
    for (const field of said) forget(field)
  }
}

/** Nothing where only the browser knows. */
function faultOf(field: Field, words: FieldWords, { day, count }: Formats): string {
  const { validity, type } = field
  if (validity.valueMissing) return field instanceof HTMLSelectElement ? words.unchosen : words.missing
  if (validity.badInput) return type === 'number' ? words.number : words.incomplete
  if (validity.typeMismatch) return type === 'email' ? words.email : words.url
  if (!(field instanceof HTMLInputElement)) return ''
  const { min, max, minLength } = field
  if (validity.tooShort) return words.short(count(minLength))
  if (validity.stepMismatch) return words.whole
  if (!validity.rangeUnderflow && !validity.rangeOverflow) return ''
  if (type === 'number') return words.range(count(Number(min)), count(Number(max)))
  return validity.rangeUnderflow ? words.early(day(min)) : words.late(day(max))
}
