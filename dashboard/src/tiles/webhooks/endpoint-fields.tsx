/** What a form about a system offers: where it is, how grave the alerts, in what form the messages; and what was chosen of it. */
import { type RefObject, useId } from 'react'
import type { AlertSeverity } from '../../api/filters.ts'

export const SEVERITIES = { all: [], red: ['CRITICAL', 'RED'], critical: ['CRITICAL'] } as const satisfies Record<
  string,
  readonly AlertSeverity[]
>
export const ENVELOPES = ['STANDARD', 'CLOUD_EVENTS'] as const
export const LEAST_NAME = 3
export const LONGEST_NAME = 200

type AddressProps = {
  label: string
  /** Why nothing is sent to what was written; null while nothing is wrong with it. */
  fault: string | null
  before?: string
  field?: RefObject<HTMLInputElement | null>
}

/** Says beside itself what is wrong: at the foot of so long a form it is out of sight. */
export function AddressField({ label, fault, before, field }: AddressProps) {
  const [called, said] = [useId(), useId()]
  return (
    <label className="wide">
      <span id={called}>{label}</span>
      <input
        {...{ ref: field, name: 'url', type: 'url', required: true, placeholder: 'https://', autoComplete: 'off' }}
        defaultValue={before}
        // What is wrong describes it: in its name, it would be heard twice.
        aria-labelledby={called}
        aria-invalid={fault !== null || undefined}
        aria-describedby={fault === null ? undefined : said}
      />
      {fault !== null && (
        <small id={said} className="field-fault" role="alert">
          {fault}
        </small>
      )}
    </label>
  )
}

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
