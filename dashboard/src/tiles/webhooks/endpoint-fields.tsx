/** What a form about a system offers: how grave the alerts, in what form the messages; and what was chosen of it. */
import type { AlertSeverity } from '../../api/filters.ts'

export const SEVERITIES = { all: [], red: ['CRITICAL', 'RED'], critical: ['CRITICAL'] } as const satisfies Record<
  string,
  readonly AlertSeverity[]
>
export const ENVELOPES = ['STANDARD', 'CLOUD_EVENTS'] as const
export const LEAST_NAME = 3
export const LONGEST_NAME = 200

type OptionsProps = { label: string; name: string; values: Readonly<Record<string, string>>; chosen?: string }

export function Options({ label, name, values, chosen: before }: OptionsProps) {
  return (
    <label>
      {label}
      <select name={name} {...(before && { defaultValue: before })}>
        {Object.entries(values).map(([value, said]) => (
          <option key={value} value={value}>
            {said}
          </option>
        ))}
      </select>
    </label>
  )
}

/** What was chosen of a list that the page itself has offered. */
export const chosen = <Value extends string>(values: readonly Value[], given: unknown, usual: Value): Value =>
  values.find((value) => value === given) ?? usual
