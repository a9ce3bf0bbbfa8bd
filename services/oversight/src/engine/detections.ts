/**
 * Courses of a child's detections: each asks for itself until the child is found again. What was owed for the former is then owed for the
 * new one, and that it was is what ended the former: no alert is over without a fact.
 */
import { type ChildPicture, type Detection, firstEnding, mayFollow } from './child.ts'
import type { Course } from './course.ts'

/** Gives the courses of one detection, null for none; the picture holds nothing of after the next one. */
type CoursesOf = (found: Detection, child: ChildPicture) => Course | readonly Course[] | null

/** The first first. */
export function ofEachDetection(child: ChildPicture, coursesOf: CoursesOf): Course[] {
  const inTime = child.detections.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
  return inTime.flatMap((found, i) => {
    const next = inTime[i + 1]
    const courses = coursesOf(found, next ? untilFoundAgain(child, inTime.slice(0, i + 1), next) : child) ?? []
    if (!next) return courses
    const again = { fact: 'new_detection', id: next.id, at: next.at }
    return [courses].flat().map((course) => ({ ...course, ending: firstEnding([course.ending, again]) }))
  })
}

/** What had begun, and had ended, by then. A return of the day of the next find, whose hour nobody tells, is of that. */
function untilFoundAgain(child: ChildPicture, detections: readonly Detection[], next: Detection): ChildPicture {
  const until = next.at
  const begun = <Fact extends { at: Date }>(facts: readonly Fact[]) => facts.filter(({ at }) => at < until)
  const ended = (at: Date | null) => (at && at < until ? at : null)
  return {
    ...child,
    detections,
    stays: begun(child.stays).map((stay) => ({ ...stay, leftAt: ended(stay.leftAt) })),
    cases: begun(child.cases).map((file) => ({ ...file, closedAt: ended(file.closedAt) })),
    returns: child.returns.filter(({ at }) => !mayFollow(at, next)),
    returnPlans: begun(child.returnPlans),
  }
}
