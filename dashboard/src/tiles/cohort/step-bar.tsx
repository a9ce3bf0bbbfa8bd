/** What went on, then what stopped, on the scale of all who were detected. Few are drawn as few, however many. */
import { drawn } from '../../format/small.ts'
import { countOf, FATES, type Fate, type Step } from './cohort-query.ts'

type Props = {
  step: Step
  detected: number
  /** Whether the fate in this place is withheld beside a small one. */
  isBeside: (fate: number) => boolean
}

export function StepBar({ step, detected, isBeside }: Props) {
  const lost = FATES.map((fate, of) => (isBeside(of) ? coarse(countOf(step, fate)) : drawn(countOf(step, fate))))
  const marks = [drawn(step.reached ?? 0), ...lost]
  // Where most are few, their marks are wider together than they are.
  const whole = Math.max(
    drawn(detected),
    marks.reduce((sum, mark) => sum + mark, 0),
  )
  const width = (mark: number) => ({ width: `${(mark / whole) * 100}%` })
  return (
    <div className="step-bar">
      <i data-fate="REACHED" style={width(drawn(step.reached ?? 0))} />
      {FATES.map(
        (fate, of) =>
          countOf(step, fate) > 0 && <i key={fate} data-fate={toneOf(step, fate)} style={width(lost[of] ?? 0)} />,
      )}
    </div>
  )
}

/** As long as it is to the eye, and not to who measures it. */
const coarse = (count: number) => Math.max(5, Math.round(count / 10) * 10)

/** After a determination a return may be lawful, so it does not wear the colour of a breach. */
const toneOf = ({ stage }: Step, fate: Fate) =>
  stage === 'PLAN_ISSUED' && fate === 'RETURNED' ? 'RETURNED_AFTER' : fate
