/** Whoever reads the graph in the explorer finds what each thing is: no type, field, argument or enum value without words. */
import {
  buildSchema,
  type GraphQLNamedType,
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

test('every nullable field says when it is null', () => {
  const nullable = types
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })))
    .filter(({ field }) => !String(field.type).endsWith('!'))

  expect(nullable.filter(({ field }) => !/\bnull\b/i.test(field.description ?? '')).map(({ name }) => name)).toEqual([])
})
