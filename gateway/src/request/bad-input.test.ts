/** What the gateway answers to bad input: rows 1 to 6 and 9 to 17 of the table in security.md 10, one case a line. */
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sent, sendTo, type Told } from '../testing/send-raw.ts'
import { startWorld, type World } from '../testing/two-services.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const send = (sent: Sent): Promise<Told> => sendTo(world.url, sent)
const asking = (query: string, rest: object = {}): Sent => ({ body: JSON.stringify({ query, ...rest }) })
const aliases = (count: number) => `{ nation { ${Array.from({ length: count }, (_, i) => `a${i}: code`).join(' ')} } }`
const deep = (levels: number) =>
  `{ child(id: "c1") ${'{ sibling '.repeat(levels - 2)}{ id }${' }'.repeat(levels - 2)} }`
const bomb = (levels: number) => {
  const doubled = Array.from({ length: levels }, (_, i) => `fragment F${i} on Child { ...F${i + 1} ...F${i + 1} }`)
  return `{ child(id: "c1") { ...F0 } } ${doubled.join(' ')} fragment F${levels} on Child { id }`
}

type Row = [row: string, what: string, sent: Sent, status: number, code: string | undefined]

const ROWS: Row[] = [
  ['1', 'a body that is not JSON', { body: '{"query":' }, 400, 'BAD_REQUEST'],
  ['1', 'an empty body', { body: '' }, 400, 'BAD_REQUEST'],
  ['1', 'a body that is a text', { body: '"{ nation { code } }"' }, 400, 'BAD_REQUEST'],
  ['1', 'a body without query', { body: '{"variables":{}}' }, 400, 'BAD_REQUEST'],
  ['1', 'bytes that are no UTF-8', { body: Buffer.from([0x22, 0xff, 0x22]) }, 400, 'BAD_REQUEST'],
  ['1', 'variables that are a list', asking('{ nation { code } }', { variables: [1] }), 400, 'BAD_REQUEST'],
  ['1', 'brackets 40,000 deep', varying('['.repeat(40_000) + ']'.repeat(40_000)), 400, 'BAD_REQUEST'],
  ['2', 'a body of 101 KB', asking(`{ nation { code } } #${'x'.repeat(101_000)}`), 413, 'PAYLOAD_TOO_LARGE'],
  ['2', 'a gzip bomb', gzipped(' '.repeat(50_000_000)), 413, 'PAYLOAD_TOO_LARGE'],
  ['2', 'gzip that is none', { headers: { 'content-encoding': 'gzip' }, body: 'nothing' }, 400, 'BAD_REQUEST'],
  ['2', 'an unknown packing', { headers: { 'content-encoding': 'zip' }, body: 'x' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['3', 'a batch', { body: '[{"query":"{ nation { code } }"}]' }, 400, 'BATCHING_DISABLED'],
  ['4', 'text/plain', typed('text/plain'), 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['4', 'a form', typed('application/x-www-form-urlencoded'), 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['4', 'no content type', typed(''), 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['4', 'GET with message/http', getting({ 'content-type': 'message/http' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['4', 'GET that any page could send', getting({}), 400, 'CSRF'],
  ['4', 'PUT', { ...asking('{ nation { code } }'), method: 'PUT' }, 405, 'METHOD_NOT_ALLOWED'],
  [
    '5',
    'an unknown operationName',
    named('query A { nation { code } } query B { nation { code } }', 'C'),
    400,
    'OPERATION_RESOLUTION_FAILURE',
  ],
  [
    '5',
    'two operations, none named',
    asking('query A { nation { code } } query B { nation { code } }'),
    400,
    'OPERATION_RESOLUTION_FAILURE',
  ],
  ['6', 'a subscription by POST', asking('subscription { boardChanged { version } }'), 400, 'USE_STREAM'],
  ['9', '16 aliases', asking(aliases(16)), 400, 'QUERY_TOO_COMPLEX'],
  ['9', '200 aliases', asking(aliases(200)), 400, 'QUERY_TOO_COMPLEX'],
  ['9', '11 root fields', asking(`{ ${'nation { code } '.repeat(11)} }`), 400, 'QUERY_TOO_COMPLEX'],
  ['9', '21 directives', asking(`{ nation { ${'code @include(if: true) '.repeat(21)} } }`), 400, 'QUERY_TOO_COMPLEX'],
  ['9', '1,501 tokens', asking(`{ nation { ${'code '.repeat(1_500)} } }`), 400, 'QUERY_TOO_COMPLEX'],
  [
    '9',
    '100 pages of 100',
    asking('{ states { children(first: 100) { edges { node { id placements { id } } } } } }'),
    400,
    'QUERY_TOO_COMPLEX',
  ],
  ['10', 'depth 13', asking(deep(13)), 400, 'QUERY_TOO_COMPLEX'],
  [
    '10',
    'fragments in a circle',
    asking('{ child(id: "c1") { ...A } } fragment A on Child { sibling { ...A } }'),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['11', 'first: -1', asking('{ children(first: -1) { totalCount } }'), 400, 'BAD_USER_INPUT'],
  ['11', 'first: 0', asking('{ children(first: 0) { totalCount } }'), 400, 'BAD_USER_INPUT'],
  ['11', 'first: 101', asking('{ children(first: 101) { totalCount } }'), 400, 'BAD_USER_INPUT'],
  ['11', 'first: 2^31', asking('{ children(first: 2147483648) { totalCount } }'), 400, 'BAD_USER_INPUT'],
  [
    '11',
    'last: 101 in a variable',
    asking('query($n: Int) { children(last: $n) { totalCount } }', { variables: { n: 101 } }),
    400,
    'BAD_USER_INPUT',
  ],
  [
    '11',
    'first: 0 by the default of a variable',
    asking('query($n: Int = 0) { children(first: $n) { totalCount } }'),
    400,
    'BAD_USER_INPUT',
  ],
  ['11', '101 values', asking(`query($n: [Int] = [${'1 '.repeat(101)}]) { nation { code } }`), 400, 'BAD_USER_INPUT'],
  ['11', '101 values in a variable', varying(`{"b":[[${'1,'.repeat(100)}1]]}`), 400, 'BAD_USER_INPUT'],
  ['11', '100 values', varying(`[${'1,'.repeat(99)}1]`), 200, undefined],
  ['12', '__proto__ as alias', asking('{ __proto__: nation { code } }'), 400, 'BAD_USER_INPUT'],
  [
    '12',
    '__proto__ as variable',
    { body: '{"query":"query($__proto__: ID!) { child(id: $__proto__) { id } }","variables":{"__proto__":"c1"}}' },
    400,
    'BAD_USER_INPUT',
  ],
  ['12', 'constructor as alias', asking('{ constructor: nation { code } }'), 200, undefined],
  [
    '12',
    'constructor as variable',
    asking('query($constructor: ID!) { child(id: $constructor) { id } }', { variables: { constructor: 'c1' } }),
    200,
    undefined,
  ],
  [
    '12',
    'prototype and toString as variables that nobody declares',
    asking('{ nation { code } }', { variables: { prototype: { polluted: 1 }, toString: 'x' } }),
    200,
    undefined,
  ],
  ['12', '__proto__ deep in a variable', varying('[{"__proto__":{"polluted":1}}]'), 200, undefined],
  ['13', '_service', asking('{ _service { sdl } }'), 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['13', '_entities', asking('{ _entities(representations: []) { __typename } }'), 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['14', 'a misspelt field', asking('{ nation { nmae } }'), 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['14', 'a misspelt argument', asking('{ child(idd: "c1") { id } }'), 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['15', 'half a surrogate pair in a variable', varying('"\\ud800"'), 400, 'BAD_USER_INPUT'],
  ['15', 'NUL in a variable', varying('["\\u0000"]'), 400, 'BAD_USER_INPUT'],
  ['15', 'NUL in the query', asking('{ child(id: "\\u0000") { id } }'), 400, 'BAD_USER_INPUT'],
  ['15', 'half a surrogate pair in the query', asking('{ child(id: "\\ud800") { id } }'), 400, 'BAD_USER_INPUT'],
  ['15', 'its other half, in braces', asking('{ child(id: "\\u{DFFF}") { id } }'), 400, 'BAD_USER_INPUT'],
  ['15', 'half a pair as it is', asking('{ child(id: "\ud800") { id } }'), 400, 'BAD_USER_INPUT'],
  ['15', 'an escape that is none', asking('{ child(id: "\\uZZZZ") { id } }'), 400, 'GRAPHQL_PARSE_FAILED'],
  ['16', 'a key twice', { body: '{"query":"{ nation { code } }","query":"{ states { code } }"}' }, 400, 'BAD_REQUEST'],
  [
    '16',
    'a key twice, once escaped',
    { body: '{"query":"{ nation { code } }","variables":{"a":1,"\\u0061":2}}' },
    400,
    'BAD_REQUEST',
  ],
  [
    '17',
    'a header of 20 KB',
    { ...asking('{ nation { code } }'), headers: { 'x-long': 'x'.repeat(20_000) } },
    431,
    'HEADERS_TOO_LARGE',
  ],
  [
    'date',
    'a day that the calendar has not',
    asking('{ since(date: "2026-02-30") }'),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'date',
    'such a day in a variable',
    asking('query($d: Date) { since(date: $d) }', { variables: { d: '2026-13-01' } }),
    400,
    'BAD_USER_INPUT',
  ],
]

/** With a variable as it is written. */
function varying(json: string): Sent {
  return { body: `{"query":"{ nation { code } }","variables":{"a":${json}}}` }
}
function gzipped(text: string): Sent {
  return { headers: { 'content-encoding': 'gzip' }, body: gzipSync(text) }
}
function typed(type: string): Sent {
  return { ...asking('{ nation { code } }'), headers: { 'content-type': type } }
}
function getting(headers: Record<string, string>): Sent {
  return { method: 'GET', path: '/graphql?query={nation{code}}', headers: { accept: 'application/json', ...headers } }
}
function named(query: string, operationName: string): Sent {
  return asking(query, { operationName })
}

describe('rows of security.md 10', () => {
  test.each(ROWS)('row %s: %s', async (_row, _what, sent, status, code) => {
    const told = await send(sent)

    expect(told).toMatchObject({ status, code })
    expect(told.text).not.toMatch(/node_modules|\/gateway\/|at Object|Did you mean|stack/)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

test.each<[what: string, Sent, path: string[]]>([
  ...[-1, 0, 101, 2 ** 31].map((first): [string, Sent, string[]] => [
    `first: ${first}`,
    asking(`{ children(first: ${first}) { totalCount } }`),
    ['children'],
  ]),
  [
    'a page in a fragment, under a name of its own',
    asking('{ states { ...S } } fragment S on State { c: children(first: 500) { totalCount } }'),
    ['states', 'c'],
  ],
  [
    'a page in a variable',
    asking('query($n: Int) { c: children(last: $n) { totalCount } }', { variables: { n: 101 } }),
    ['c'],
  ],
])('row 11: %s is out of bounds, and named by its path', async (_what, sent, path) => {
  expect(JSON.parse((await send(sent)).text).errors[0].path).toEqual(path)
})

test('row 2: of gzip that breaks off it is told that it cannot be unpacked', async () => {
  const body = gzipSync('{"query":"{ nation { code } }"}').subarray(0, 20)
  expect((await send({ headers: { 'content-encoding': 'gzip' }, body })).text).toContain('The body cannot be unpacked')
})

test('row 10: 2^20 fragment spreads are turned away in under 50 ms', async () => {
  const times: number[] = []
  for (const levels of [20, 21, 22]) {
    const started = performance.now()
    const { status, code } = await send(asking(bomb(levels)))
    times.push(performance.now() - started)
    expect({ status, code }).toEqual({ status: 400, code: 'QUERY_TOO_COMPLEX' })
  }

  expect(Math.min(...times)).toBeLessThan(50)
})

test('rows 9 and 10: depth 12 and 15 aliases pass', async () => {
  expect((await send(asking(deep(12)))).status).toBe(200)
  expect((await send(asking(aliases(15)))).status).toBe(200)
})

test('row 13: in production the schema is not told, whatever document asks for it; elsewhere it is', async () => {
  const introspection = asking('{ __schema { queryType { name } } }')
  expect((await send(introspection)).status).toBe(200)

  const closed = await startWorld({
    isProduction: true,
    documents: [String(JSON.parse(String(introspection.body)).query)],
  })
  const answer = await fetch(`${closed.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: String(introspection.body),
  })
  expect(answer.status).toBe(400)
  await closed.stop()
})
