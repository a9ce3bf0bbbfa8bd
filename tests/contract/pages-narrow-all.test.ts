/** A page that is narrowed to some children shows no figure of all of them: whatever a document can narrow, it narrows. */
import { buildSchema, getNamedType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import { expect, test } from 'vitest'
import { read } from '../support/source-files.ts'

const schema = buildSchema(read('gateway/api.graphql'))
const documents: string[] = JSON.parse(read('gateway/trusted-documents.json'))
const narrowing = documents.filter((text) => /\$\w+: CountFilter\b/.test(text))

/** Fields of the document that take a CountFilter and are not given the document's own. */
function leftWhole(text: string): string[] {
  const left: string[] = []
  const info = new TypeInfo(schema)
  const look = {
    Field: {
      enter(node: {
        name: { value: string }
        arguments?: readonly { name: { value: string }; value: { kind: string } }[]
      }) {
        const takes = info.getFieldDef()?.args.find(({ type }) => getNamedType(type).name === 'CountFilter')
        const given = node.arguments?.find(({ name }) => name.value === takes?.name)
        if (takes && given?.value.kind !== 'Variable') left.push(`${info.getParentType()?.name}.${node.name.value}`)
      },
    },
  }
  visit(parse(text), visitWithTypeInfo(info, look))
  return left
}

test('given children are chosen on a page, no figure of its documents is of all of them', () => {
  expect(narrowing.length).toBeGreaterThan(5)
  expect(narrowing.flatMap(leftWhole)).toEqual([])
})
