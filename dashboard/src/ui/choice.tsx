/** One native select of the sentence. What differs from the default is marked. */

export type Option<Value extends string> = { value: Value | undefined; label: string }

type Props<Value extends string> = {
  label: string
  options: readonly Option<Value>[]
  /** `undefined` is the first option: nothing narrowed. */
  value: Value | undefined
  onChoose: (value: Value | undefined) => void
}

export function Choice<Value extends string>({ label, options, value, onChoose }: Props<Value>) {
  return (
    <label className="choice" data-changed={value !== undefined || undefined}>
      <span className="choice-label">{label}</span>
      <select
        value={value ?? ''}
        onChange={(event) =>
          onChoose(options.find((option) => (option.value ?? '') === event.currentTarget.value)?.value)
        }
      >
        {options.map((option) => (
          <option key={option.value ?? ''} value={option.value ?? ''}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
