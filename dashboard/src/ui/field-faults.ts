/**
 * Why a form is not sent, in the language of the page: a browser says what is wrong with a field in its own, which need not be that of
 * whoever reads. What a part of the page has to say of a field itself goes before.
 */
import type { Format } from '../format/format.ts'
import type { Words } from '../words/words.ts'

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const isField = (each: unknown): each is Field =>
  each instanceof HTMLInputElement || each instanceof HTMLSelectElement || each instanceof HTMLTextAreaElement

/** Until it is called again. */
export function sayFieldFaults(t: Words, format: Pick<Format, 'day' | 'count'>): () => void {
  const said = new Set<Field>()
  const forget = (field: Field) => said.delete(field) && field.setCustomValidity('')
  const say = ({ target }: Event) => {
    if (!isField(target) || target.validity.customError) return
    target.setCustomValidity(faultOf(target, t, format))
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
function faultOf(field: Field, t: Words, format: Pick<Format, 'day' | 'count'>): string {
  const { validity, type } = field
  if (validity.valueMissing) return t(field instanceof HTMLSelectElement ? 'fields.unchosen' : 'fields.missing')
  if (validity.badInput) return t(type === 'number' ? 'fields.number' : 'fields.incomplete')
  if (validity.typeMismatch) return t(type === 'email' ? 'fields.email' : 'fields.url')
  if (!(field instanceof HTMLInputElement)) return ''
  if (validity.tooShort) return t('fields.short', { n: format.count(field.minLength) })
  if (validity.stepMismatch) return t('fields.whole')
  return validity.rangeUnderflow || validity.rangeOverflow ? outside(field, t, format) : ''
}

function outside({ type, min, max, validity }: HTMLInputElement, t: Words, format: Pick<Format, 'day' | 'count'>) {
  if (type === 'number') return t('fields.range', { min: format.count(Number(min)), max: format.count(Number(max)) })
  return validity.rangeUnderflow
    ? t('fields.early', { day: format.day(min) })
    : t('fields.late', { day: format.day(max) })
}
