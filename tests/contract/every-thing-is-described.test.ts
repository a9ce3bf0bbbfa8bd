/** Whoever reads the graph in the explorer finds what each thing is: no type, field, argument or enum value without words. */
import { type CodeList, codesOf } from '@vigia/law/code-list'
import { CODE_LISTS } from '@vigia/law/code-lists'
import {
  buildSchema,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql'
import { expect, test } from 'vitest'
import { read } from '../support/source-files.ts'

const schema = buildSchema(read('gateway/api.graphql'))
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
)

interface Described {
  name: string
  description?: string | null
}

/** A description that only repeats the name says nothing. */
const isMute = ({ name, description }: Described) =>
  letters(description ?? '') === '' || letters(description ?? '') === letters(name)
const letters = (text: string) => text.toLowerCase().replace(/[^a-záéíóúñü]/g, '')

function partsOf(type: GraphQLNamedType): [string, Described][] {
  if (isEnumType(type)) return type.getValues().map((value) => [`${type.name}.${value.name}`, value])
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field])
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return []
  return Object.values(type.getFields()).flatMap((field) => [
    [`${type.name}.${field.name}`, field],
    ...field.args.map((argument): [string, Described] => [`${type.name}.${field.name}(${argument.name})`, argument]),
  ])
}

test('every type is described', () => {
  expect(types.filter(isMute).map(({ name }) => name)).toEqual([])
})

test('every field, argument and enum value is described', () => {
  const parts = types.flatMap(partsOf)

  expect(parts.length).toBeGreaterThan(300)
  expect(parts.filter(([, part]) => isMute(part)).map(([name]) => name)).toEqual([])
})

test('a page, a row of it and its place in the list are each described as what they are', () => {
  const ofKind = (ending: string) => types.filter(({ name }) => name.endsWith(ending))
  const told = (type: GraphQLNamedType) => type.description ?? ''

  expect(ofKind('Connection').map(told)).toEqual(ofKind('Connection').map(() => expect.stringMatching(/^A page\b/)))
  expect(ofKind('Edge').map(told)).toEqual(ofKind('Edge').map(() => expect.stringMatching(/^A row\b/)))
  expect(ofKind('PageInfo').map(told)).toEqual([expect.stringMatching(/^Where a page stands\b/)])
})

test('what must not be is not told as what is not: alerts count the cases', () => {
  const parts = new Map(types.flatMap(partsOf))

  for (const name of ['Detection.consulateNotifiedAt', 'DetectionEvidence.procedureOpenedOn'])
    expect([name, parts.get(name)?.description]).toEqual([
      name,
      expect.stringMatching(/must not be\b.*\balert A\d\d\b/),
    ])
})

/** Words that are no more than a label say nothing; an enum value has its official word and the English one instead. */
const SHORTEST = 20
const isThin = ({ description }: Described) =>
  (description ?? '').length < SHORTEST || /^null\b/i.test(description ?? '')

test('no description is a label alone, and none says only when there is nothing', () => {
  const notCodes = types.filter((type) => !isEnumType(type)).flatMap(partsOf)

  expect(types.filter(isThin).map(({ name }) => name)).toEqual([])
  expect(notCodes.filter(([, part]) => isThin(part)).map(([name]) => name)).toEqual([])
})

test('every code has its official Spanish word and the English one beside it', () => {
  const codes = types.filter(isEnumType).flatMap(partsOf)

  expect(codes.length).toBeGreaterThan(250)
  expect(
    codes.filter(([, { description }]) => !/^\S.*\. \S.*\.$/s.test(description ?? '')).map(([name]) => name),
  ).toEqual([])
})

test('a code of a list of the law is described by the words of that list', () => {
  const lists = new Map<string, CodeList>(Object.values(CODE_LISTS).map(({ codes }) => [codesOf(codes).join(), codes]))
  const described = types.filter(isEnumType).flatMap((type) => {
    const list = lists.get(
      type
        .getValues()
        .map(({ name }) => name)
        .join(),
    )
    return list ? type.getValues().map((value) => ({ value, words: list[value.name] })) : []
  })

  expect(described.length).toBeGreaterThan(200)
  for (const { value, words } of described) expect(value.description).toBe(`${words?.es}. ${words?.en}.`)
})

/** Codes that are texts in the graph, since their lists are long or a service does not know them all: which list has their words. */
const CODES_IN_TEXTS: Readonly<Record<string, string>> = {
  'Child.nationality': 'COUNTRY',
  'ChildFilter.nationality': 'COUNTRY',
  'CountFilter.nationality': 'COUNTRY',
  'ExecutedReturn.destination': 'COUNTRY',
  'FeedStatus.source': 'AUTHORITY',
  'IntakeBatch.source': 'AUTHORITY',
  'NationalityCount.country': 'COUNTRY',
  'PlacementFilter.nationality': 'COUNTRY',
  'ReturnPlan.destination': 'COUNTRY',
}

test('a code that is a text names the code list that has its Spanish word', () => {
  const parts = new Map(types.flatMap(partsOf))

  for (const [name, list] of Object.entries(CODES_IN_TEXTS)) {
    expect(Object.keys(CODE_LISTS)).toContain(list)
    expect([name, parts.get(name)?.description]).toEqual([name, expect.stringContaining(`code list ${list}`)])
  }
})

const UNITS =
  /\b(children|girls|boys|persons|people|inhabitants|detections|returns|places|hours|days|rows|lines?|files?|events|cases|claims|documents|facilities|placements|figures|numbers|visits|relatives|requests|complaints|determinations|states|centres|deportations|share|unit)\b/i

test('every number says what it counts, or in which unit it is', () => {
  const numbers = types
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })))
    .filter(({ field }) => ['Int', 'Float'].includes(getNamedType(field.type).name))

  expect(numbers.length).toBeGreaterThan(60)
  expect(numbers.filter(({ field }) => !UNITS.test(field.description ?? '')).map(({ name }) => name)).toEqual([])
})

/** What the registry itself makes, and parts of what has a source: these have none of their own. */
const OF_THE_REGISTRY =
  /(Connection|Edge|Count|Answer)$|^(PageInfo|Query|Subscription|BatchFinding|BoardVersion|Code|FunnelStage|Intake|IntakeBatch|LegalBasis|Mutation|Registry|SeriesPoint|UnmatchedRow)$/

test('every record and every indicator says who tells it, or which article it is of', () => {
  const told = types.filter(isObjectType).filter(({ name }) => !OF_THE_REGISTRY.test(name))

  expect(told.length).toBeGreaterThan(25)
  expect(
    told
      .filter(({ description }) => !/\bsources?\b|\barts?\.|INM|INEGI/i.test(description ?? ''))
      .map(({ name }) => name),
  ).toEqual([])
})

test('every nullable field says when it is null', () => {
  const nullable = types
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })))
    .filter(({ field }) => !String(field.type).endsWith('!'))

  expect(nullable.filter(({ field }) => !/\bnull\b/i.test(field.description ?? '')).map(({ name }) => name)).toEqual([])
})
