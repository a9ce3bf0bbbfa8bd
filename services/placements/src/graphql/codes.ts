/** Enums of this service, made from the code lists of the law. */
import { valuesOf } from '@vigia/kit/graph/enum-of'
import { AUTHORITIES } from '@vigia/law/authorities'
import { EXIT_TYPES } from '@vigia/law/closures'
import { CUSTODY_STATUSES } from '@vigia/law/custody-status'
import { DORMITORIES } from '@vigia/law/dormitories'
import { FACILITY_TYPES, LEGAL_CLASSES } from '@vigia/law/facilities'
import {
  FACILITY_LIFECYCLES,
  INSPECTION_RESULTS,
  LEGAL_FIGURES,
  REGIMES,
  REGISTRY_STATUSES,
} from '@vigia/law/facility-registry'
import { OVERSTAY_KINDS, OVERSTAY_SEVERITIES } from '@vigia/law/overstays'
import { builder } from '../builder.ts'

export const FacilityType = builder.enumType('FacilityType', {
  description: 'Kind of place where a child may be found.',
  values: valuesOf(FACILITY_TYPES),
})

export const LegalClass = builder.enumType('LegalClass', {
  description: "What the law makes of a child's stay there (Ley de Migración arts. 95, 99; LGDNNA arts. 94, 108-112).",
  values: valuesOf(LEGAL_CLASSES),
})

export const RegistryStatus = builder.enumType('RegistryStatus', {
  description: 'Standing in the national registry of social assistance centres (LGDNNA art. 112).',
  values: valuesOf(REGISTRY_STATUSES),
})

export const FacilityLifecycle = builder.enumType('FacilityLifecycle', {
  description: 'How a place came to be known, from one sighting to its closing. Default of Vigía.',
  values: valuesOf(FACILITY_LIFECYCLES),
})

export const InspectionResult = builder.enumType('InspectionResult', {
  description: 'What a visit of supervision found (LGDNNA arts. 112, 113).',
  values: valuesOf(INSPECTION_RESULTS),
})

export const ExitType = builder.enumType('ExitType', {
  description: 'How a stay in a place ended.',
  values: valuesOf(EXIT_TYPES),
})

export const Dormitory = builder.enumType('Dormitory', {
  description: 'With whom a child sleeps (LGDNNA arts. 95, 108 V).',
  values: valuesOf(DORMITORIES),
})

export const CustodyStatus = builder.enumType('CustodyStatus', {
  description: 'In whose custody a child is. Which place means which custody is a default of Vigía.',
  values: valuesOf(CUSTODY_STATUSES),
})

export const Regime = builder.enumType('Regime', {
  description: 'Whether those who live in a place may come and go (LGDNNA arts. 109, 112).',
  values: valuesOf(REGIMES),
})

export const LegalFigure = builder.enumType('LegalFigure', {
  description: 'In what legal form a place is run (LGDNNA art. 112).',
  values: valuesOf(LEGAL_FIGURES),
})

export const Authority = builder.enumType('Authority', {
  description: 'An authority or body that decides, orders, inspects or sends files.',
  values: valuesOf(AUTHORITIES),
})

export const OverstayKind = builder.enumType('OverstayKind', {
  description: 'Why a child must not be where it is held.',
  values: valuesOf(OVERSTAY_KINDS),
})

export const OverstaySeverity = builder.enumType('OverstaySeverity', {
  description: 'How grave it is that a child is still held. Defaults of Vigía.',
  values: valuesOf(OVERSTAY_SEVERITIES),
})
