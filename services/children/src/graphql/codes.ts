/** Enums of this service, made from the code lists of the law. */
import { valuesOf } from '@vigia/kit/graph/enum-of'
import { ASYLUM_STATUSES, REASONS_FOR_GIVING_UP } from '@vigia/law/asylum'
import { CAUSES } from '@vigia/law/causes'
import { DETECTING_AUTHORITIES } from '@vigia/law/detecting-authorities'
import { DETECTION_TYPES } from '@vigia/law/detection-types'
import {
  CURP_ASSIGNMENTS,
  DOCUMENT_HOLDERS,
  DOCUMENT_STATUSES,
  MIGRATION_DOCUMENTS,
} from '@vigia/law/migration-documents'
import { ACCOMPANIMENT_BASES, DETAILED_AGE_GROUPS, SEXES } from '@vigia/law/people'
import { RISK_FACTORS, RISK_PLACES } from '@vigia/law/risk-factors'
import { TRANSIT_CONDITIONS } from '@vigia/law/transit-conditions'
import { builder } from '../builder.ts'

export const Sex = builder.enumType('Sex', {
  description: 'Sex as the authority recorded it.',
  values: valuesOf(SEXES),
})

export const DetailedAgeGroup = builder.enumType('DetailedAgeGroup', {
  description: 'Age of a child, in groups within those of UPMRIP.',
  values: valuesOf(DETAILED_AGE_GROUPS),
})

export const DetectingAuthority = builder.enumType('DetectingAuthority', {
  description: 'Who found the child (Ley de Migración arts. 95, 97, 98).',
  values: valuesOf(DETECTING_AUTHORITIES),
})

export const DetectionType = builder.enumType('DetectionType', {
  description: 'In what kind of act a child was found.',
  values: valuesOf(DETECTION_TYPES),
})

export const AccompanimentBasis = builder.enumType('AccompanimentBasis', {
  description: 'On what the accompaniment rests (Reglamento de la Ley de Migración art. 170).',
  values: valuesOf(ACCOMPANIMENT_BASES),
})

export const Cause = builder.enumType('Cause', {
  description: 'Why a child says to have left (LGDNNA art. 99, Ley de Migración art. 112 III).',
  values: valuesOf(CAUSES),
})

export const TransitCondition = builder.enumType('TransitCondition', {
  description: 'How a child travelled and what befell the child on the way (LGDNNA art. 99).',
  values: valuesOf(TRANSIT_CONDITIONS),
})

export const RiskFactor = builder.enumType('RiskFactor', {
  description: 'What puts a child at risk (LGDNNA art. 99).',
  values: valuesOf(RISK_FACTORS),
})

export const RiskPlace = builder.enumType('RiskPlace', {
  description: 'Where a risk lies (LGDNNA art. 99).',
  values: valuesOf(RISK_PLACES),
})

export const MigrationDocumentType = builder.enumType('MigrationDocumentType', {
  description: 'A migration document or status (Ley de Migración arts. 52, 54).',
  values: valuesOf(MIGRATION_DOCUMENTS),
})

export const DocumentStatus = builder.enumType('DocumentStatus', {
  description: 'How far the document is.',
  values: valuesOf(DOCUMENT_STATUSES),
})

export const DocumentHolder = builder.enumType('DocumentHolder', {
  description: 'In whose hands the card is. In those of an authority it is retained.',
  values: valuesOf(DOCUMENT_HOLDERS),
})

export const CurpAssignment = builder.enumType('CurpAssignment', {
  description: 'Whether a CURP came with the document (Ley de Migración art. 52).',
  values: valuesOf(CURP_ASSIGNMENTS),
})

export const AsylumStatus = builder.enumType('AsylumStatus', {
  description: 'State of a claim before COMAR (Ley sobre Refugiados arts. 18, 24).',
  values: valuesOf(ASYLUM_STATUSES),
})

export const ReasonForGivingUp = builder.enumType('ReasonForGivingUp', {
  description: 'Why a claim of asylum was withdrawn or abandoned. The list is a default of Vigía.',
  values: valuesOf(REASONS_FOR_GIVING_UP),
})
