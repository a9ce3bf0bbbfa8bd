/** What went on, then what stopped, on the scale of all who were detected. Few are drawn as few, however many. */
import { drawn } from '../../format/small.ts'
import { countOf, FATES, type Fate, type Step } from './cohort-query.ts'

export function StepBar({ step, detected }: { step: Step; detected: number }) {
  const marks = [step.reached, ...FATES.map((fate) => countOf(step, fate))].map(drawn)
  // Where most are few, their marks are wider together than they are.
  const whole = Math.max(
    drawn(detected),
    marks.reduce((sum, mark) => sum + mark, 0),
  )
  const width = (count: number) => ({ width: `${(drawn(count) / whole) * 100}%` })
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
