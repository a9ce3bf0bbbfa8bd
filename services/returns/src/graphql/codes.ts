/** Enums of this service, made from the code lists of the law. */
import { valuesOf } from '@vigia/kit/graph/enum-of'
import { AUTHORITIES } from '@vigia/law/authorities'
import { CHECKLIST_ITEMS } from '@vigia/law/checklist'
import { FAMILY_TIES } from '@vigia/law/family-ties'
import { GATES } from '@vigia/law/gates'
import { ANSWERS } from '@vigia/law/people'
import { RETURN_MODES, RETURN_TYPES } from '@vigia/law/return-types'
import { STANDINGS } from '@vigia/law/standings'
import { builder } from '../builder.ts'

export const Standing = builder.enumType('Standing', {
  description:
    'Whether there was, before departure, a determination by a Procuraduría that permits the return (LGDNNA art. 97; Ley de Migración arts. 74, 112 III).',
  values: valuesOf(STANDINGS),
})

export const ReturnType = builder.enumType('ReturnType', {
  description: 'By what act a child left Mexico or was moved (Ley de Migración arts. 112 III, 120).',
  values: valuesOf(RETURN_TYPES),
})

export const ReturnMode = builder.enumType('ReturnMode', {
  description: 'How the child travelled.',
  values: valuesOf(RETURN_MODES),
})

export const ChecklistItem = builder.enumType('ChecklistItem', {
  description:
    'What must, or must not, be so when a child is returned (LGDNNA arts. 96, 97; Ley de Migración arts. 112, 119, 120).',
  values: valuesOf(CHECKLIST_ITEMS),
})

export const Answer = builder.enumType('Answer', {
  description: 'An answer to a question. Unknown is never "no".',
  values: valuesOf(ANSWERS),
})

export const FamilyTie = builder.enumType('FamilyTie', {
  description: 'Who somebody is to a child (LGDNNA art. 99).',
  values: valuesOf(FAMILY_TIES),
})

export const Authority = builder.enumType('Authority', {
  description: 'An authority or body that decides, orders, inspects or sends files.',
  values: valuesOf(AUTHORITIES),
})

export const GateAnswer = builder.enumType('GateAnswer', {
  description: 'Whether an act of a Procuraduría permits what INM is about to do. Why not is never told.',
  values: valuesOf(GATES),
})
