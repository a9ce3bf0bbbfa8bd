/**
 * A28: a child without family sleeps with unrelated adults, or a child was parted from siblings.
 *
 * Law     LGDNNA art. 95: unaccompanied and separated children apart from adults; unity of the family. LGDNNA art. 108 V:
 *         dormitories that no adult shares.
 * Court   None known.
 * Policy  Red as soon as the place tells so, by the columns of its file of stays; of a place that does not tell nothing is guessed.
 *         From when on it was so nobody tells: the clock begins with the entry. With whom an accompanied child sleeps is not judged.
 */
import { type ChildPicture, endOfStay, type Stay } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const notApartFromAdults: ChildRule = {
  kind: 'NOT_APART_FROM_ADULTS',
  about: 'CHILD',
  endedBy: { ofInm: 'placements/stays/INM', ofOthers: 'placements/stays/DIF' },
  courses: (child, thresholds) =>
    child.stays.flatMap((stay) => {
      const { id, keeping, facilityId, at: since } = stay
      if (!keeping || (keeping.sleepsWith === null && keeping.areSiblingsApart === null)) return []
      const course = { subject: id, state: stay.state ?? child.state, facilityId, since }
      if (isWrong(child, stay)) return [{ ...course, steps: climb({ since }, thresholds), ending: endOfStay(stay) }]
      const told = { fact: 'place_told', id, at: keeping.toldAt }
      return [{ ...course, steps: [], ending: null, proof: endOfStay(stay) ?? told }]
    }),
}

function isWrong({ accompaniment }: ChildPicture, { keeping }: Stay): boolean {
  const isAlone = accompaniment === 'UNACCOMPANIED' || accompaniment === 'SEPARATED'
  return (isAlone && keeping?.sleepsWith === 'UNRELATED_ADULTS') || keeping?.areSiblingsApart === true
}
