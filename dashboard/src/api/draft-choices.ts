/** What was chosen beside the words of a form: with the words alone it would stand there again for another state, or another day. */

/** Of each named field in the order of the form, so that what a choice brings in comes after it. */
export type Choices = readonly (readonly [name: string, chosen: readonly string[]])[]

type Field = HTMLSelectElement | HTMLInputElement

const isField = (each: Element): each is Field =>
  (each instanceof HTMLSelectElement || each instanceof HTMLInputElement) && each.name !== ''

/** An option whose value is of the moment, as a day from now on, says by `data-choice` what was meant. */
const meantBy = (option: HTMLOptionElement) => option.dataset['choice'] ?? option.value

export const choicesIn = (form: HTMLFormElement | null): Choices =>
  [...(form?.elements ?? [])].filter(isField).map((field) => [field.name, chosenIn(field)] as const)

const chosenIn = (field: Field): string[] =>
  field instanceof HTMLSelectElement ? [...field.selectedOptions].map(meantBy) : [field.value]

/** One after the other, since a choice may bring in the next field. What is offered no longer stays unchosen. */
export async function choose(form: HTMLFormElement | null, choices: Choices): Promise<void> {
  for (const [name, chosen] of choices) {
    const field = [...(form?.elements ?? [])].filter(isField).find((each) => each.name === name)
    if (!field) continue
    if (field instanceof HTMLSelectElement) pick(field, chosen)
    else write(field, chosen[0] ?? '')
    field.dispatchEvent(new Event('change', { bubbles: true }))
    await Promise.resolve()
  }
}

/** As if it were typed: React hears of no value that is set on the field itself. */
function write(field: HTMLInputElement, value: string): void {
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {}
  set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

function pick(field: HTMLSelectElement, chosen: readonly string[]): void {
  const isOffered = [...field.options].some((option) => chosen.includes(meantBy(option)))
  if (!isOffered && !field.multiple) return
  for (const option of field.options) option.selected = chosen.includes(meantBy(option))
}
