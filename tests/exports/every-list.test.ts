/** Every list of the graph can be taken out as a file, or is named with the reason why not. */
import { GROUPS } from '@vigia/law/access-groups'
import { getNamedType, isIntrospectionType, isListType, isObjectType, parse } from 'graphql'
import { expect, test } from 'vitest'
import { EXPORT_LISTS, NOT_EXPORTED } from '../../gateway/src/exports/lists.ts'
import { planOf, typeAt } from '../../gateway/src/exports/plan.ts'
import { valuesOf } from '../../gateway/src/exports/wish.ts'
import { accessMapOf } from '../../gateway/src/graph/access-map.ts'
import { createAdmission } from '../../gateway/src/graph/admission.ts'
import { checkedSchema } from '../../gateway/src/graph/checked-schema.ts'
import { read } from '../support/source-files.ts'

const schema = checkedSchema(read('gateway/api.graphql'))
const access = accessMapOf(read('gateway/supergraph.graphql'))

/** Lists of objects; the edges of a page are the page itself. */
const lists = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter((type) => !isIntrospectionType(type) && !type.name.endsWith('Connection'))
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })))
  .filter(({ field: { type } }) => isObjectType(getNamedType(type)))
  .filter(({ field: { type } }) => getNamedType(type).name.endsWith('Connection') || isListType(nullable(type)))
  .map(({ name }) => name)

function nullable(type: unknown): unknown {
  return typeof type === 'object' && type !== null && 'ofType' in type && !isListType(type) ? type.ofType : type
}

const stepsOf = (path: string) => path.split(/\.(?![^(]*\))/)
const fieldAt = (path: string, from: string) => {
  const steps = stepsOf(path)
  return `${typeAt(schema, steps.slice(0, -1), from)}.${steps.at(-1)?.replace(/\(.*/, '')}`
}
const exported = new Set(
  EXPORT_LISTS.flatMap(({ root, inner }) => [
    fieldAt(root, 'Query'),
    ...(inner === null ? [] : [fieldAt(inner, typeAt(schema, stepsOf(root), 'Query'))]),
  ]),
)

test('no list of the graph is forgotten, and none that is left out is exported', () => {
  expect(lists.filter((name) => !exported.has(name) && !Object.hasOwn(NOT_EXPORTED, name))).toEqual([])
  expect(Object.keys(NOT_EXPORTED).filter((name) => exported.has(name) || !lists.includes(name))).toEqual([])
})

test.each(EXPORT_LISTS.map((list) => [list.name, list] as const))(
  '%s is a question that anybody could ask',
  (_name, list) => {
    const admission = createAdmission(schema, { introspection: false })
    const { query, deeper } = planOf(schema, list)

    const variables = valuesOf({ list, filter: {} })
    for (const asked of [query, ...(deeper === null ? [] : [deeper])])
      expect(() => admission.admit({ query: asked, operationName: null, variables }, 'plain')).not.toThrow()
  },
)

test('no column of any export is of the groups that never leave', () => {
  const never = (['identity', 'risk', 'care', 'location', 'privileged', 'receipts', 'pseudonyms'] as const).map(
    (group) => GROUPS[group].scope as string,
  )
  const asked = EXPORT_LISTS.flatMap((list) =>
    fieldsIn(planOf(schema, list).query).map((field) => ({ list: list.name, field })),
  )

  expect(asked.length).toBeGreaterThan(300)
  expect(
    asked.filter(({ field: [type, name] }) => scopesOf(type, name).some((scope) => never.includes(scope))),
  ).toEqual([])
})

const scopesOf = (type: string, name: string): string[] => access.field(type, name)?.flat(2).map(String) ?? []

/** Every field of a document, with the type that it is of. */
function fieldsIn(query: string): [string, string][] {
  const found: [string, string][] = []
  const walk = (node: object, type: string): void => {
    if (!('selectionSet' in node) || !node.selectionSet) return
    const { selections } = node.selectionSet as { selections: { name: { value: string } }[] }
    const parent = schema.getType(type)
    for (const selection of selections) {
      const field = isObjectType(parent) ? parent.getFields()[selection.name.value] : undefined
      if (!field) throw new Error(`${type}.${selection.name.value} is no field`)
      found.push([type, selection.name.value])
      walk(selection, getNamedType(field.type).name)
    }
  }
  const [operation] = parse(query).definitions
  if (operation) walk(operation, 'Query')
  return found
}

test('labels are in both languages, and no two columns of a file are called alike', () => {
  for (const { name, columns } of EXPORT_LISTS)
    for (const language of ['es', 'en'] as const) {
      const labels = columns.map(({ label }) => label[language])
      expect(new Set(labels).size, `${name} ${language}: ${labels}`).toBe(labels.length)
      expect(labels.every((label) => label.length > 1)).toBe(true)
    }
  expect(new Set(EXPORT_LISTS.map(({ name }) => name)).size).toBe(EXPORT_LISTS.length)
})

test('the page says of lists of children, and of that of alerts, that a row of theirs stands for nobody', () => {
  const ofSomebody = EXPORT_LISTS.filter(({ kind }) => kind === 'CHILDREN').map(({ name }) => name)

  expect(ofSomebody).toEqual(expect.arrayContaining(['children', 'alerts']))
  expect(read('dashboard/src/words/es/exports.ts')).toContain('de niñas, niños y adolescentes o de alertas, un renglón')
  expect(read('dashboard/src/words/en/exports.ts')).toContain('of children or of alerts, one row')
})
