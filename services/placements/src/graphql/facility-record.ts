/** What the registry of centres holds of a place beside its name and kind. */
import type { FacilityRecord as RecordRow } from '@vigia/db/placements'
import { known, knownOrNull } from '@vigia/kit/graph/known-code'
import { dayOf } from '@vigia/kit/graph/scalars'
import { FACILITY_TYPES } from '@vigia/law/facilities'
import { LEGAL_FIGURES, REGIMES } from '@vigia/law/facility-registry'
import { builder } from '../builder.ts'
import { isHome, withoutDoor } from '../rules/name-of-place.ts'
import { LegalFigure, Regime } from './codes.ts'
import { Facility } from './facility.ts'

const FacilityRecord = builder.objectRef<RecordRow>('FacilityRecord').implement({
  description:
    'What the registry of centres wants of each (LGDNNA art. 112). Source: DIF. Null in any field: not recorded.',
  access: 'stats:read',
  fields: (t) => ({
    registryNumber: t.exposeString('registryNumber', {
      nullable: true,
      description: 'Its number in the registry of centres; null when not recorded, and of a home.',
    }),
    address: t.string({
      nullable: true,
      access: 'child:identify',
      description: 'The door at which it is found; null when not recorded, and of a home.',
      resolve: (record, _args, { records }) => records.addressOf(record),
    }),
    legalFigure: t.field({
      type: LegalFigure,
      nullable: true,
      description: 'In what legal form it is run; null when not recorded.',
      resolve: ({ legalFigure }) => knownOrNull(LEGAL_FIGURES, legalFigure),
    }),
    regime: t.field({
      type: Regime,
      nullable: true,
      description: 'Whether those who live there may come and go; null when not recorded.',
      resolve: ({ regime }) => knownOrNull(REGIMES, regime),
    }),
    director: t.exposeString('director', {
      nullable: true,
      access: 'oversight:read',
      description: 'Who answers for it; null when not recorded, and of a home.',
    }),
    contact: t.exposeString('contact', {
      nullable: true,
      access: 'oversight:read',
      description: 'How it is reached: telephone or mail of the institution; null when not recorded, and of a home.',
    }),
    funding: t.exposeString('funding', { nullable: true, description: 'Who pays for it; null when not recorded.' }),
    gazettedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Day on which its accord was published in the Diario Oficial; null when not recorded.',
      resolve: ({ gazettedOn }) => dayOf(gazettedOn),
    }),
  }),
})

builder.objectFields(FacilityRecord, (t) => ({
  placesGirlsUnder12: t.exposeInt('placesGirlsUnder12', {
    nullable: true,
    description: 'Places for girls under 12; null when not recorded.',
  }),
  placesBoysUnder12: t.exposeInt('placesBoysUnder12', {
    nullable: true,
    description: 'Places for boys under 12; null when not recorded.',
  }),
  placesGirlsFrom12: t.exposeInt('placesGirlsFrom12', {
    nullable: true,
    description: 'Places for girls of 12 or more; null when not recorded.',
  }),
  placesBoysFrom12: t.exposeInt('placesBoysFrom12', {
    nullable: true,
    description: 'Places for boys of 12 or more; null when not recorded.',
  }),
}))

builder.objectField(Facility, 'record', (t) =>
  t.field({
    type: FacilityRecord,
    nullable: true,
    access: 'stats:read',
    description: 'What the registry of centres holds of it. Null when no list tells.',
    resolve: async ({ id, type }, _args, { records }) => {
      const record = await records.ofFacility.load(id)
      return record && isHome(known(FACILITY_TYPES, type)) ? withoutDoor(record) : record
    },
  }),
)
