/** Which documents are answered in production: rows 7 and 8 of the table in security.md 10. */
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { scopesOf } from '@vigia/law/access-matrix'
import { parse } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, type World } from '../testing/two-services.ts'
import { documentIdOf } from './canonical.ts'

const role = 'ombudsperson-federal'
const anOmbudsperson = { ...PSEUDONYMOUS_FEDERAL_SECRETARY, role, scopes: scopesOf(role) } as const

const KEPT = 'query Known { __typename nation { code } }'
const OTHER = '{ nation { code name } }'
let closed: World
beforeAll(async () => {
  closed = await startWorld({ isProduction: true, documents: [KEPT] })
})
afterAll(() => closed.stop())

const codeOf = async (body: object) => {
  const response = await fetch(`${closed.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] }
  return [response.status, errors?.[0]?.extensions.code]
}

test('row 7: a document that is not known is refused, one that is known is answered, by its text or by its id', async () => {
  expect(await codeOf({ query: OTHER })).toEqual([400, 'DOCUMENT_NOT_TRUSTED'])
  expect(closed.refused).toEqual(['federal-secretary: document'])
  expect(await codeOf({ query: `${KEPT} # printed by another client` })).toEqual([200, undefined])
  expect(await codeOf({ query: 'query Known { nation { __typename code } }' })).toEqual([200, undefined])
  expect(await codeOf({ documentId: documentIdOf(parse(KEPT)) })).toEqual([200, undefined])
  expect(await codeOf({ query: 'query Known { nation { code name } }' })).toEqual([400, 'DOCUMENT_NOT_TRUSTED'])
})

test('row 8: an id under which no document is kept is refused, and so is an id beside a query', async () => {
  expect(await codeOf({ documentId: `sha256:${'0'.repeat(64)}` })).toEqual([400, 'DOCUMENT_NOT_TRUSTED'])
  expect(await codeOf({ documentId: documentIdOf(parse(KEPT)), query: KEPT })).toEqual([400, 'BAD_REQUEST'])
  expect(await codeOf({ documentId: 7 })).toEqual([400, 'BAD_REQUEST'])
})

test('whose office is to ask what it needs to know asks what it likes', async () => {
  const open = await startWorld({ isProduction: true, actor: () => anOmbudsperson })
  const body = JSON.stringify({ query: OTHER })
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${open.url}/graphql`, { method: 'POST', headers, body })
  await open.stop()

  expect(answer.status).toBe(200)
})
