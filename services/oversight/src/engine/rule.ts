/** What a rule is: which alert it raises, of whom it judges, which deliveries it needs, and the courses it finds. Pure. */
import type { AlertKind } from '@vigia/law/alert-kinds'
import type { ChildPicture } from './child.ts'
import type { Course } from './course.ts'
import type { FacilityPicture } from './facility.ts'
import type { Delivery, StatePicture } from './state.ts'
import type { Term } from './terms.ts'

/** What keeps a place of INM is told by INM, of any other by whoever keeps it. */
export interface ByPlace {
  readonly ofInm: Delivery
  readonly ofOthers: Delivery
}

/** Where the kind alone does not say who tells it: every delivery whose silence leaves it unknown. */
type ByAlert = (alert: { readonly subject: string }) => readonly Delivery[]

interface RuleOf<About extends string, Picture> {
  readonly kind: AlertKind
  readonly about: About
  /** While the office that owes it is silent, an alert of the state is frozen: nothing shows whether it still holds. */
  readonly endedBy: Delivery | ByPlace | ByAlert | null
  readonly courses: (picture: Picture, thresholds: readonly Term[]) => Course[]
}

export type ChildRule = RuleOf<'CHILD', ChildPicture>
export type FacilityRule = RuleOf<'FACILITY', FacilityPicture>
export type StateRule = RuleOf<'STATE', StatePicture>
export type Rule = ChildRule | FacilityRule | StateRule
