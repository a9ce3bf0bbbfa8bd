/** Thresholds of alerts that were set in the place of the registry's own: all that was set and taken back, and what may be taken back now. */
import { graphql, type ResultOf } from '../../api/graphql.ts'

export const SetThresholdsDocument = graphql(`
  query SetThresholds {
    alertThresholds {
      kind
      severity
      step
      unit
      runsFrom
      changes {
        state {
          code
        }
        value
        effectiveOn
        reason
        by
        at
      }
    }
  }
`)

/** Of one kind, in a state or the country, as it is today. */
export const ThresholdInForceDocument = graphql(`
  query ThresholdInForce($kind: AlertKind!, $state: ID) {
    alertThresholds(kind: $kind, state: $state) {
      step
      value
      unit
      runsFrom
    }
  }
`)

export const SetAlertThresholdDocument = graphql(`
  mutation SetAlertThreshold($input: SetAlertThresholdInput!) {
    setAlertThreshold(input: $input) {
      threshold {
        value
      }
    }
  }
`)

export const EndAlertThresholdDocument = graphql(`
  mutation EndAlertThreshold($input: EndAlertThresholdInput!) {
    endAlertThreshold(input: $input) {
      threshold {
        value
      }
    }
  }
`)

type Step = NonNullable<ResultOf<typeof SetThresholdsDocument>['alertThresholds']>[number]

export type Change = Step['changes'][number] & Omit<Step, 'changes'> & { key: string; canEnd: boolean }

const placeOf = ({ state }: Step['changes'][number]) => state?.code ?? ''

/** The last first; with a state, those that bear on it. Of each step and place the one that takes effect last can be taken back. */
export function changesOf(steps: readonly Step[], state: string | undefined): Change[] {
  const all = steps.flatMap(({ changes, ...step }) =>
    changes.map((change, nth) => {
      const later = (other: Step['changes'][number], at: number) =>
        placeOf(other) === placeOf(change) &&
        (other.effectiveOn > change.effectiveOn || (other.effectiveOn === change.effectiveOn && at > nth))
      const canEnd = change.value !== null && !changes.some(later)
      return { ...step, ...change, canEnd, key: `${step.kind} ${step.step} ${nth}` }
    }),
  )
  return all
    .filter((change) => state === undefined || change.state === null || change.state.code === state)
    .toSorted((a, b) => b.at.localeCompare(a.at))
}
