/** What went on, then what stopped, on the scale of all who were detected. */
import { countOf, FATES, type Fate, type Step } from './cohort-query.ts'

export function StepBar({ step, detected }: { step: Step; detected: number }) {
  const width = (count: number) => ({ width: `${(count / detected) * 100}%` })
  return (
    <div className="step-bar">
      <i data-fate="REACHED" style={width(step.reached)} />
      {FATES.map(
        (fate) =>
          countOf(step, fate) > 0 && <i key={fate} data-fate={toneOf(step, fate)} style={width(countOf(step, fate))} />,
      )}
    </div>
  )
}

/** After a determination a return may be lawful, so it does not wear the colour of a breach. */
const toneOf = ({ stage }: Step, fate: Fate) =>
  stage === 'PLAN_ISSUED' && fate === 'RETURNED' ? 'RETURNED_AFTER' : fate
