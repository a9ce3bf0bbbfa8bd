/** Access is declared on every field of every subgraph, and the declaration travels to the gateway. */
import { GROUPS, groupOf, SCOPES } from '@vigia/law/access-groups'
import { scopesOpened } from '@vigia/law/opened-records'
import { buildSchema, type FieldDefinitionNode, Kind, parse } from 'graphql'
import { expect, test } from 'vitest'
import { read, SERVICES } from '../support/source-files.ts'

/** What federation and Relay add: whoever may read the field that leads there may read it. */
const WITHOUT = /^(_Service|_Entity|PageInfo|\w+Connection|\w+Edge|Subscription)$/
const SHARED_BY_FEDERATION = new Set(['_service', '_entities'])

interface Field {
  name: string
  node: FieldDefinitionNode
}

function fieldsOf(service: string): Field[] {
  return parse(read(`services/${service}/schema.graphql`)).definitions.flatMap((definition) => {
    const isType = definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION
    if (!isType || WITHOUT.test(definition.name.value)) return []
    return (definition.fields ?? [])
      .filter(({ name }) => !SHARED_BY_FEDERATION.has(name.value))
      .map((node) => ({ name: `${definition.name.value}.${node.name.value}`, node }))
  })
}

const directive = ({ node }: Field, name: string) => node.directives?.find((one) => one.name.value === name)

test.each(SERVICES)('every field of %s says what its reader must hold', (service) => {
  const fields = fieldsOf(service).filter((field) => !directive(field, 'external'))

  expect(fields.length).toBeGreaterThan(10)
  expect(fields.filter((field) => !directive(field, 'access')).map(({ name }) => name)).toEqual([])
})

test.each(SERVICES)('the scopes of %s are scopes that actors can hold', (service) => {
  const named = fieldsOf(service).flatMap((field) => {
    const [scopes] = directive(field, 'access')?.arguments ?? []
    if (scopes?.value.kind !== Kind.LIST) return []
    return scopes.value.values
      .flatMap((all) => (all.kind === Kind.LIST ? all.values : [all]))
      .map((value) => (value.kind === Kind.STRING ? value.value : ''))
  })

  expect([...SCOPES]).toEqual(expect.arrayContaining([...new Set(named)]))
})

test('the gateway’s supergraph carries them', () => {
  expect(read('gateway/supergraph.graphql')).toMatch(/@access\(scopes: \[\["/)
})

test('what an emergency opens is told group by group', () => {
  const acts = buildSchema(read('gateway/api.graphql')).getMutationType()?.getFields() ?? {}
  const [opens = ''] = acts['emergencyAccess']?.description?.split(' of one child') ?? []
  const groups = [...scopesOpened('ppnna-officer', 'EMERGENCY')].map((scope) => groupOf(scope) ?? '')

  expect(groups.length).toBeGreaterThan(3)
  expect(opens.match(/[a-z]+/g)?.filter((word) => Object.hasOwn(GROUPS, word))).toEqual(groups)
})

test('mutations say that no fact of a child comes by them, and which of offices do', () => {
  const mutation = buildSchema(read('gateway/api.graphql')).getMutationType()
  const told = Object.keys(mutation?.getFields() ?? {}).filter((name) => /^record[A-Z]/.test(name))

  expect(told.sort()).toEqual(['recordBreach', 'recordBreachNotice', 'recordSecretariat', 'recordWorkSuspension'])
  expect(mutation?.description).toMatch(/Facts of children are no part of it.*breached.*post.*work is suspended/)
})
