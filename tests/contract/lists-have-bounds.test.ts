/** No list grows without end: each is a page with bounds, or says why it cannot be long. */
import {
  buildSchema,
  type GraphQLField,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isListType,
  isObjectType,
} from 'graphql'
import { expect, test } from 'vitest'
import { read } from '../support/source-files.ts'

const schema = buildSchema(read('gateway/api.graphql'))
const objects = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter((type) => !isIntrospectionType(type))

/** Lists of rows that stand for the codes of a list of the law, or for the states: as many as there are, never more. */
const ONE_EACH: Readonly<Record<string, string>> = {
  'AccessAlarm.states': 'states',
  'Casework.unprocessedByAge': 'ages of the backlog',
  'CodeList.codes': 'codes of the list',
  'Determination.guarantees': 'guarantees',
  'Detection.risks': 'factors, each at no more than three places',
  'DetectionCounts.byAccompaniment': 'kinds of company',
  'DetectionCounts.byAgeGroup': 'age groups',
  'DetectionCounts.byNationality': 'countries',
  'EmergencyAccess.states': 'states',
  'ExecutedReturn.checklists': 'authorities',
  'Funnel.residualByFate': 'fates',
  'Funnel.stages': 'stages',
  'FunnelStage.lost': 'fates',
  'MigrationDocument.validIn': 'states',
  'OpenRecordPayload.groups': 'groups of fields',
  'Query.alertThresholds': 'steps of the kinds of alert',
  'Query.articles': 'articles that rules rest on',
  'Query.batchFindings': 'rules that meet a defect',
  'Query.childrenByNumber': 'children to whom one number was given, 20 at most',
  'Query.codeLists': 'code lists',
  'Query.states': 'states',
  'RecordAccess.asked': 'fields at the top of a request, which the gateway bounds',
  'RecordAccess.groups': 'groups of fields',
  'Risk.unhcrCodes': 'codes of UNHCR for one factor',
  'ReturnChecklist.answers': 'items of the checklist',
  'ReturnCounts.byAccompaniment': 'kinds of company',
  'ReturnCounts.byDestination': 'countries',
  'ReturnCounts.byNationality': 'countries',
  'ReturnCounts.byStanding': 'standings',
  'State.authorityCounts': 'measures of the tables',
  'State.openAlerts': 'kinds of alert, each by severity',
  'State.reporting': 'feeds that are due',
  'UnmatchedRow.keyTypes': 'kinds of identifier',
}

type Field = GraphQLField<unknown, unknown>
const fields = objects.flatMap((type) =>
  Object.values(type.getFields()).map((field): [string, Field] => [`${type.name}.${field.name}`, field]),
)
const isList = ({ type }: Field) => isListType(getNullableType(type))
const isPage = ({ type }: Field) => getNamedType(type).name.endsWith('Connection')

/** A list of codes of one enum holds each at most once; a list that says "at most" is cut there. */
const isBounded = ([name, field]: [string, Field]) =>
  name.endsWith('Connection.edges') ||
  Object.hasOwn(ONE_EACH, name) ||
  isEnumType(getNamedType(field.type)) ||
  /\bat most \d+\b/.test(field.description ?? '')

test('every list is a page, or is bounded by what it lists', () => {
  const lists = fields.filter(([, field]) => isList(field))

  expect(lists.length).toBeGreaterThan(30)
  expect(lists.filter((list) => !isBounded(list)).map(([name]) => name)).toEqual([])
})

test('no list is said to be bounded that is not there', () => {
  const names = new Set(fields.filter(([, field]) => isList(field)).map(([name]) => name))

  expect(Object.keys(ONE_EACH).filter((name) => !names.has(name))).toEqual([])
})

test('every page has the four arguments of a page, and says what it is in order of', () => {
  const pages = fields.filter(([, field]) => isPage(field))

  expect(pages.length).toBeGreaterThan(12)
  for (const [name, { args, description }] of pages) {
    expect([name, ...args.map((argument) => argument.name)]).toEqual(
      expect.arrayContaining([name, 'first', 'after', 'last', 'before']),
    )
    expect([name, description]).toEqual([name, expect.stringMatching(/\bfirst\b|in the order|by state and name/)])
  }
})

test('every list that is asked for by filters says how long a list of values may be', () => {
  const filters = Object.values(schema.getTypeMap()).filter(isInputObjectType)
  const withTexts = filters.filter((filter) =>
    Object.values(filter.getFields()).some(({ type }) => isListType(type) && !isEnumType(getNamedType(type))),
  )

  expect(withTexts.filter(({ description }) => !/at most \d+ values/.test(description ?? '')).map(String)).toEqual([])
})
