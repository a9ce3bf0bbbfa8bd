/**
 * How old a child was, closer than the group that everybody reads: derived from the years of a detection, and kept nowhere else. Of the
 * group of its identity, as the years are.
 */
import { isOfOthers } from '@vigia/kit/competence/others'
import { Refusal } from '@vigia/kit/errors'
import { known } from '@vigia/kit/graph/known-code'
import { detailedAgeGroupOf, isPresumedMinor } from '@vigia/law/age'
import { AGE_GROUPS } from '@vigia/law/people'
import { builder } from '../builder.ts'
import { Child } from './child.ts'
import { DetailedAgeGroup } from './codes.ts'
import { Detection } from './detection.ts'

builder.objectFields(Detection, (t) => ({
  detailedAgeGroup: t.field({
    type: DetailedAgeGroup,
    nullable: true,
    access: 'child:identify',
    description:
      'Closer age group on the day of the detection, derived from the years that INM told of. Null when neither birth date nor age is recorded, and of a person presumed to be an adolescent.',
    resolve: ({ age }) => detailedAgeGroupOf(age),
  }),
  isPresumedMinor: t.boolean({
    nullable: true,
    access: 'child:identify',
    description:
      'Whether the child counts as an adolescent by presumption, since the estimate of its birth left a doubt of 18 years (Ley de Migración art. 3 XVI). Null when neither birth date nor age is recorded.',
    resolve: ({ age, ageGroup }) => isPresumedMinor(age, known(AGE_GROUPS, ageGroup)),
  }),
}))

builder.objectField(Child, 'detailedAgeGroup', (t) =>
  t.field({
    type: DetailedAgeGroup,
    nullable: true,
    access: 'child:identify',
    description:
      'Closer age group at the first detection, derived from its years; FORBIDDEN where that is an act of others (see Detection.competence). Null when neither birth date nor age is recorded, and of a person presumed to be an adolescent.',
    resolve: async ({ id }, _args, { children }) => {
      const first = await children.firstDetectionOf(id)
      if (isOfOthers(first))
        throw new Refusal('FORBIDDEN', 'Another ombudsperson is competent for the first detection.')
      return detailedAgeGroupOf(first?.age ?? null)
    },
  }),
)
