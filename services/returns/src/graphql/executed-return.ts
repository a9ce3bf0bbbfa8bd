/** An executed return, its standing and its checklist. */
import type { ReturnChecklist as ChecklistRow } from '@vigia/db/returns'
import { answersIn, known, knownOrNull } from '@vigia/kit/graph/known-code'
import { AUTHORITIES } from '@vigia/law/authorities'
import { CHECKLIST_ITEMS, type ChecklistItem as ItemCode } from '@vigia/law/checklist'
import { codesOf } from '@vigia/law/code-list'
import { FAMILY_TIES } from '@vigia/law/family-ties'
import { ANSWERS, type Answer as AnswerCode } from '@vigia/law/people'
import { isProhibitedReturn, isReturn, RETURN_MODES, RETURN_TYPES } from '@vigia/law/return-types'
import { STANDINGS } from '@vigia/law/standings'
import { builder } from '../builder.ts'
import type { ListedReturn } from '../store/list-returns.ts'
import { Answer, Authority, ChecklistItem, FamilyTie, ReturnMode, ReturnType, Standing } from './codes.ts'
import { State } from './state.ts'

interface GivenAnswer {
  item: ItemCode
  answer: AnswerCode
  evidence: string | null
}

const ChecklistAnswer = builder.objectRef<GivenAnswer>('ChecklistAnswer').implement({
  description: 'The answer to one item of the checklist.',
  access: 'return:read',
  fields: (t) => ({
    item: t.expose('item', { type: ChecklistItem, description: 'Which item of the checklist.' }),
    answer: t.expose('answer', { type: Answer, description: 'UNKNOWN where nobody wrote it down.' }),
    evidence: t.exposeString('evidence', {
      nullable: true,
      access: 'oversight:read',
      description: 'On what this answer rests, in the words of the source; null when it does not say.',
    }),
  }),
})

const ReturnChecklist = builder.objectRef<ChecklistRow>('ReturnChecklist').implement({
  description: 'What was and was not done at a return, by one source: what INM says and what CNDH saw may differ.',
  access: 'return:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the checklist, of this registry.' }),
    source: t.field({
      type: Authority,
      description: 'Which authority says so.',
      resolve: ({ source }) => known(AUTHORITIES, source),
    }),
    evidence: t.exposeString('evidence', {
      nullable: true,
      access: 'oversight:read',
      description: 'What the source shows for its answers together, in its own words; null when it shows nothing.',
    }),
    escortWomen: t.exposeInt('escortWomen', {
      nullable: true,
      description:
        'Women of PPNNA or OPI who escorted the child. Unit: persons; null where the source does not count them.',
    }),
    escortMen: t.exposeInt('escortMen', {
      nullable: true,
      description:
        'Men of PPNNA or OPI who escorted the child. Unit: persons; null where the source does not count them.',
    }),
    answers: t.field({
      type: [ChecklistAnswer],
      description: 'Every item with its answer, and on what it rests.',
      resolve: ({ items, shownByItem }) => {
        const answers = answersIn(items)
        const shown = answersIn(shownByItem)
        return codesOf(CHECKLIST_ITEMS).map((item) => ({
          item,
          answer: known(ANSWERS, answers[item] ?? 'UNKNOWN'),
          evidence: shown[item] ?? null,
        }))
      },
    }),
  }),
})

export const ExecutedReturn = builder.objectRef<ListedReturn>('ExecutedReturn').implement({
  description:
    'A child left Mexico, or was moved, by an act of authority (Ley de Migración arts. 112 III, 120). Source: INM.',
  access: 'return:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the return, of this registry.' }),
    number: t.exposeString('folio', { access: 'child:identify', description: 'Number that INM gave to the return.' }),
    departedAt: t.expose('departedAt', {
      type: 'DateTime',
      description: 'Day and hour of departure; the first instant of the local day where it was sent without an hour.',
    }),
    state: t.field({
      type: State,
      nullable: true,
      description: 'The federal entity that carried it out. Null only when the State cannot be read.',
      resolve: ({ state }) => ({ code: state }),
    }),
    returnType: t.field({
      type: ReturnType,
      description: 'By what act the child left or was moved.',
      resolve: (row) => known(RETURN_TYPES, row.returnType),
    }),
    isProhibited: t.boolean({
      description: 'Whether the law forbids this act for any child.',
      resolve: ({ returnType }) => isProhibitedReturn(known(RETURN_TYPES, returnType)),
    }),
    destination: t.exposeString('destination', {
      description: 'Country of destination, ISO 3166-1 alpha-3 (code list COUNTRY); ZZZ not specified.',
    }),
    standing: t.field({
      type: Standing,
      nullable: true,
      description:
        'By the determinations known now, whenever they were learned of. Null while the return is not yet derived, and of an act that no figure counts as a return (repatriation, reunification in a third country, transfer): nothing has to permit it.',
      resolve: async ({ id, returnType }, _args, { returns }) =>
        isReturn(known(RETURN_TYPES, returnType))
          ? knownOrNull(STANDINGS, (await returns.standingOf.load(id))?.standing ?? null)
          : null,
    }),
  }),
})

builder.objectFields(ExecutedReturn, (t) => ({
  mode: t.field({
    type: ReturnMode,
    nullable: true,
    description: 'How the child travelled; null when not recorded.',
    resolve: ({ mode }) => knownOrNull(RETURN_MODES, mode),
  }),
  exitPoint: t.exposeString('exitPoint', {
    nullable: true,
    description: 'Where the child left the country; null when not recorded.',
  }),
  receivingAuthority: t.exposeString('receivingAuthority', {
    nullable: true,
    description: 'Who received the child there; null when not recorded.',
  }),
  determinationClaimed: t.boolean({
    description:
      'Whether INM names a determination for this return. What counts is the determination itself: see standing.',
    resolve: ({ determinationNumber }) => determinationNumber !== null,
  }),
  planClaimed: t.boolean({
    description: 'Whether INM names a restitution plan for this return. The plan itself is told by the case.',
    resolve: ({ planFolio }) => planFolio !== null,
  }),
  receivedBy: t.field({
    type: FamilyTie,
    nullable: true,
    description: 'Kinship of the person who received the child, never a name; null when not recorded.',
    resolve: ({ receivedBy }) => knownOrNull(FAMILY_TIES, receivedBy),
  }),
  checklists: t.field({
    type: [ReturnChecklist],
    description: 'One from each authority that filled one in, never two from one. Empty when none is known.',
    resolve: ({ id }, _args, { returns }) => returns.checklistsOf.load(id),
  }),
}))
