/** What puts a child at risk, and where: at the origin, on the way or at the destination. */
import { unhcrCodesOf } from '@vigia/law/risk-factors'
import { builder } from '../builder.ts'
import type { RiskAtPlace } from '../rules/risk-at-place.ts'
import { RiskFactor, RiskPlace } from './codes.ts'

export const Risk = builder.objectRef<RiskAtPlace>('Risk').implement({
  description: 'What puts a child at risk, and where (LGDNNA art. 99). Source: INM.',
  access: 'risk:read',
  fields: (t) => ({
    factor: t.field({ type: RiskFactor, description: 'What puts the child at risk.', resolve: ({ factor }) => factor }),
    place: t.field({
      type: RiskPlace,
      nullable: true,
      description: 'Where it lies; null when not recorded, which is not the same as everywhere.',
      resolve: ({ place }) => place,
    }),
    unhcrCodes: t.stringList({
      description:
        'The specific-needs codes of UNHCR that mean the same or include it, as Primero lists them; empty where there is none.',
      resolve: ({ factor }) => [...unhcrCodesOf(factor)],
    }),
  }),
})
