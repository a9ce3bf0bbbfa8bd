/** A detection: an authority finds a child, and tells those whom the law wants told. */
import { allKnown, known, knownOrNull } from '@vigia/kit/graph/known-code'
import { CAUSES } from '@vigia/law/causes'
import { DETECTING_AUTHORITIES } from '@vigia/law/detecting-authorities'
import { DETECTION_TYPES } from '@vigia/law/detection-types'
import { ACCOMPANIMENT_BASES, ACCOMPANIMENTS, AGE_GROUPS } from '@vigia/law/people'
import { stateByCode } from '@vigia/law/states'
import { TRANSIT_CONDITIONS } from '@vigia/law/transit-conditions'
import { builder, counting } from '../builder.ts'
import type { DetectionAsEvent } from '../store/child-store.ts'
import { AccompanimentBasis, Cause, DetectingAuthority, DetectionType, RiskFactor, TransitCondition } from './codes.ts'
import { Risk } from './risk.ts'
import { State } from './state.ts'

export const Detection = builder.objectRef<DetectionAsEvent>('Detection').implement({
  description: 'An event: an authority finds a child (Ley de Migración arts. 95, 97, 98, 112). Source: INM.',
  access: 'detection:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the detection, of this registry.' }),
    number: t.exposeString('acta', { access: 'child:identify', description: 'Number of its acta, as INM gave it.' }),
    detectedAt: t.expose('detectedAt', {
      type: 'DateTime',
      description: 'When the child was found; the first instant of the local day where it was sent without an hour.',
    }),
    state: t.field({
      type: State,
      nullable: true,
      description: 'In which federal entity. Null only when the State cannot be read.',
      resolve: ({ state }) => stateByCode(state),
    }),
    municipality: t.exposeString('municipality', {
      nullable: true,
      description: 'In which municipality, as recorded; null when not recorded.',
    }),
    municipalityKey: t.exposeString('municipalityKey', {
      nullable: true,
      description:
        "INEGI's key of the municipality (catalogue AGEM): five digits, two of the state and three of its own. Source: INM. Null when not recorded.",
    }),
    authority: t.field({
      type: DetectingAuthority,
      description: 'Which authority found the child.',
      resolve: ({ authority }) => known(DETECTING_AUTHORITIES, authority),
    }),
    detectionType: t.field({
      type: DetectionType,
      description: 'In what kind of act the child was found.',
      resolve: ({ detectionType }) => known(DETECTION_TYPES, detectionType),
    }),
    ageGroup: t.field({
      type: counting.ageGroup,
      description: 'Age group on the day of the detection.',
      resolve: ({ ageGroup }) => known(AGE_GROUPS, ageGroup) as never,
    }),
    accompaniment: t.field({
      type: counting.accompaniment,
      description: 'Company as it was recorded then.',
      resolve: ({ accompaniment }) => known(ACCOMPANIMENTS, accompaniment) as never,
    }),
    accompanimentBasis: t.field({
      type: AccompanimentBasis,
      nullable: true,
      description: 'On what that rests; null when not recorded.',
      resolve: ({ accompanimentBasis }) => knownOrNull(ACCOMPANIMENT_BASES, accompanimentBasis),
    }),
  }),
})

builder.objectFields(Detection, (t) => ({
  causes: t.field({
    type: [Cause],
    nullable: true,
    access: 'risk:read',
    description: 'Why the child says to have left. Empty when not recorded, null once it was erased.',
    resolve: async (detection, _args, { children }) => {
      const risk = await children.riskOf(detection)
      return risk && allKnown(CAUSES, risk.causes)
    },
  }),
  transitConditions: t.field({
    type: [TransitCondition],
    nullable: true,
    access: 'risk:read',
    description: 'How the child travelled. Empty when not recorded, null once it was erased.',
    resolve: async (detection, _args, { children }) => {
      const risk = await children.riskOf(detection)
      return risk && allKnown(TRANSIT_CONDITIONS, risk.transitConditions)
    },
  }),
  daysInTransit: t.int({
    nullable: true,
    access: 'risk:read',
    description:
      'For how many days the child had been on the way when it was found, as the authority recorded it; the condition LONG_TRANSIT alone has no number. Source: INM. Null when not recorded, and once it was erased.',
    resolve: async (detection, _args, { children }) => (await children.riskOf(detection))?.daysInTransit ?? null,
  }),
  riskFactors: t.field({
    type: [RiskFactor],
    nullable: true,
    access: 'risk:read',
    description:
      'What puts the child at risk. Empty when not recorded, which is not the same as none; null once it was erased.',
    resolve: async (detection, _args, { children }) => {
      const risk = await children.riskOf(detection)
      return risk && [...new Set(risk.risks.map(({ factor }) => factor))]
    },
  }),
  risks: t.field({
    type: [Risk],
    nullable: true,
    access: 'risk:read',
    description:
      'The same with the place of each, one for every place of a factor. Empty when not recorded; null once it was erased.',
    resolve: async (detection, _args, { children }) => (await children.riskOf(detection))?.risks ?? null,
  }),
}))

builder.objectFields(Detection, (t) => ({
  ppnnaNotifiedAt: t.expose('ppnnaNotifiedAt', {
    type: 'DateTime',
    nullable: true,
    description:
      'When the Procuraduría was told, by the detecting authority (Ley de Migración arts. 95, 112 I). Null: no notice is recorded.',
  }),
  difNotifiedAt: t.expose('difNotifiedAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When the DIF was told (Ley de Migración art. 112 I). Null: no notice is recorded.',
  }),
  consulateNotifiedAt: t.expose('consulateNotifiedAt', {
    type: 'DateTime',
    nullable: true,
    access: 'risk:read',
    description:
      'When the consulate was told, which must not be where the child may need asylum (Ley de Migración art. 112 V): alert A09. Null: no notice is recorded.',
  }),
  comarNotifiedAt: t.expose('comarNotifiedAt', {
    type: 'DateTime',
    nullable: true,
    access: 'risk:read',
    description: 'When COMAR was told (Ley sobre Refugiados art. 21). Null: no notice is recorded.',
  }),
}))
