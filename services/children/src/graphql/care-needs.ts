/** What of its dangers whoever lodges a child is told: what care asks for, and no more. */
import { careNeedsOf, type CareNeeds as Needs } from '@vigia/law/care-needs'
import { builder } from '../builder.ts'
import { RiskFactor } from './codes.ts'
import { Detection } from './detection.ts'

const CareNeeds = builder.objectRef<Needs>('CareNeeds').implement({
  description:
    'What care of a child asks for, of what was recorded of its risks (LGDNNA arts. 94, 99). No file tells of allergies. Source: INM.',
  access: 'care:read',
  fields: (t) => ({
    health: t.field({
      type: [RiskFactor],
      description: 'What bears on its health; empty where no such thing is recorded, which is not the same as none.',
      resolve: ({ health }) => health,
    }),
    needsOtherLanguage: t.exposeBoolean('needsOtherLanguage', {
      description: 'Whether it is recorded that the child speaks an indigenous language or no Spanish.',
    }),
    isFlagged: t.exposeBoolean('isFlagged', {
      description:
        'The safety flag: whether a danger is recorded from which the child has to be kept safe. Which, `risks` tells whoever may know it.',
    }),
  }),
})

builder.objectField(Detection, 'careNeeds', (t) =>
  t.field({
    type: CareNeeds,
    nullable: true,
    access: 'care:read',
    description:
      'What care of the child asks for. Null where no risk is recorded, which is unknown and not none, and once it was erased.',
    resolve: async (detection, _args, { children }) => {
      const risk = await children.riskOf(detection)
      return risk && careNeedsOf(risk.risks.map(({ factor }) => factor))
    },
  }),
)
