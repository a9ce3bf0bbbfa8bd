/** Whatever an error carries, the log tells what went wrong and where, and never of whom: canaries are put wherever a value can stand. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { nameOfBasis } from '@vigia/law/bases'
import { NOTICE_WITHIN_24_HOURS } from '@vigia/law/criteria'
import { GraphQLError } from 'graphql'
import { DatabaseError } from 'pg'
import { expect, test } from 'vitest'
import { logInto } from '../log.ts'

const CURP = 'KAXN120605MNEXRXA9'
const NAMES = ['kanarinombre', 'Kanarinombre', 'KANARINOMBRE', 'Kañarilejos'] as const
const ADDRESS = 'Calle Kanaria 12'
const ROW = `${NAMES.join(' ')} ${CURP} ${ADDRESS}`
const CANARIES = /kanari|kañari|KAXN/i

function inLog(entry: object | Error | string, sentence?: string): string {
  const lines: string[] = []
  const log = logInto({ write: (line) => void lines.push(line) }, 'trace')
  if (sentence === undefined) log.error(entry)
  else log.error(entry, sentence)
  return lines.join('')
}

const faultIn = (thrown: unknown) => JSON.parse(inLog({ fault: thrown }, 'it went wrong')).fault

/** As PostgreSQL tells of a row that it refuses: the values stand in most of its fields. */
function fromDatabase(message: string, code: string, further: object = {}): DatabaseError {
  const error = new DatabaseError(message, message.length, 'error')
  const fields = { detail: `Key (curp)=(${CURP})`, where: `COPY staged: "${ROW}"`, hint: ROW, internalQuery: ROW }
  return Object.assign(error, { severity: 'ERROR', code, query: ROW, parameters: [CURP] }, fields, further)
}

const ofPrisma = Object.assign(new Error(`Invalid invocation: { curp: "${CURP}" }`), {
  code: 'P2010',
  meta: { driverAdapterError: new Error('UniqueConstraintViolation', { cause: { originalCode: '23505', is: ROW } }) },
})
const thrownBy = (throws: () => unknown) => {
  try {
    return throws()
  } catch (error) {
    return error
  }
}
const parsed = () => thrownBy(() => JSON.parse(`{ "names": ${ROW} }`))
const circular = new Error(ROW)
circular.cause = circular
const changed = new Error(`first\n    at ${NAMES[1]} (/${NAMES[0]}/${CURP}.ts:1:1)`)
const unreadable = Object.defineProperty(new Error('x'), 'message', {
  get: () => {
    throw new Error(ROW)
  },
})

test.each<[what: string, thrown: unknown, told: object]>([
  [
    'a value that does not fit its type',
    fromDatabase(`invalid input syntax for type uuid: "${CURP}"`, '22P02', { routine: 'string_to_uuid' }),
    {
      name: 'DatabaseError',
      message: 'invalid input syntax for type uuid: …',
      code: '22P02',
      database: { severity: 'ERROR', routine: 'string_to_uuid' },
    },
  ],
  [
    'a key that exists',
    fromDatabase('duplicate key value violates unique constraint "identifier_by_value"', '23505', {
      ...{ schema: 'children', table: 'identifier', constraint: 'identifier_by_value' },
    }),
    { code: '23505', database: { schema: 'children', table: 'identifier', constraint: 'identifier_by_value' } },
  ],
  [
    'a name in the place of a name of the database',
    fromDatabase(ROW, CURP, { table: ROW, routine: `${CURP}-` }),
    { database: { severity: 'ERROR' } },
  ],
  ['a message without quotation marks', new SyntaxError(`Cannot convert ${ROW} to a BigInt`), { name: 'SyntaxError' }],
  ['a file that does not parse', parsed(), { name: 'SyntaxError', message: expect.stringContaining('JSON') }],
  ['what somebody else wrote', new Error(ROW), { name: 'Error', message: '…' }],
  ['a message that looks like a place', changed, { name: 'Error', stack: expect.any(Array) }],
  ['a cause', new Error('failed', { cause: new TypeError(ROW) }), { message: 'failed', cause: { name: 'TypeError' } }],
  [
    'a cause that is no error',
    new Error('failed', { cause: { curp: CURP, message: ROW } }),
    { cause: { name: 'object' } },
  ],
  [
    'several at once',
    new AggregateError([new Error(ROW), ROW, 7, null, { names: NAMES }, new Error(ROW)], ROW, { cause: ROW }),
    { errors: [{ name: 'Error' }, { name: 'string' }, { name: 'number' }, { name: 'null' }, { name: 'object' }] },
  ],
  [
    'what a resolver threw',
    new GraphQLError(ROW, {
      originalError: fromDatabase(ROW, '22001'),
      extensions: { code: 'BAD_USER_INPUT', of: ROW },
    }),
    { name: 'GraphQLError', code: 'BAD_USER_INPUT', cause: { name: 'DatabaseError', code: '22001' } },
  ],
  ['what an adapter was told', ofPrisma, { code: 'P2010', cause: { cause: { name: 'object', code: '23505' } } }],
  [
    'what the gateway was told by a service',
    { message: ROW, path: ['child'], extensions: { code: 'INTERNAL_SERVER_ERROR', response: ROW } },
    { name: 'object', message: '…', code: 'INTERNAL_SERVER_ERROR' },
  ],
  [
    'fields of its own',
    Object.assign(new Error('failed'), { names: NAMES, row: { curp: CURP } }),
    { message: 'failed' },
  ],
  ['a code that is none', Object.assign(new Error('failed'), { code: CURP }), { message: 'failed' }],
  ['a name that was set', Object.assign(new Error('failed'), { name: NAMES[1] }), { name: 'Error' }],
  ['a system that refuses', Object.assign(new Error(ROW), { code: 'ECONNREFUSED' }), { code: 'ECONNREFUSED' }],
  [
    'a certificate that is not believed',
    new TypeError('fetch failed', { cause: Object.assign(new Error(ROW), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }) }),
    { message: 'fetch failed', cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' } },
  ],
  ['a circle', circular, { message: '…', cause: { message: '…' } }],
  ['a text', ROW, { name: 'string', message: '…' }],
  ['an object', { names: NAMES, curp: CURP }, { name: 'object' }],
  ['what cannot be read', unreadable, { name: 'unreadable' }],
  ['nothing', undefined, { name: 'undefined' }],
])('given %s, its kind is told and no value', (_what, thrown, told) => {
  expect(faultIn(thrown)).toMatchObject(told)
  expect(inLog({ fault: thrown }, 'it went wrong')).not.toMatch(CANARIES)
})

test('a fault says where in the program it arose, without where that lies on this machine', () => {
  const { stack } = faultIn(thrownBy(() => nameOfBasis({ ...NOTICE_WITHIN_24_HOURS, abbreviation: ROW })))

  expect(stack[0]).toMatch(/^services\/_law\/src\/bases[.]ts:\d+:\d+$/)
  expect(stack.join()).not.toContain(process.cwd())
})

test.each<[how: string, line: string]>([
  ['by another name', inLog({ error: new Error(ROW), err: fromDatabase(ROW, '22P02') }, 'it went wrong')],
  ['alone', inLog(new Error(ROW))],
  ['by its name and without a sentence', inLog({ fault: new Error(ROW) })],
  ['as `err`, without a sentence', inLog({ err: new Error(ROW) })],
])('an error that is logged %s tells no more', (_how, line) => {
  expect(JSON.parse(line)).toMatchObject({ level: 50, msg: expect.stringMatching(/^(it went wrong|no more is told)$/) })
  expect(line).toContain('"stack":["')
  expect(line).not.toMatch(CANARIES)
})

test('given nobody caught an error, the process ends, and its last words tell no more', () => {
  const program = `import { endByDefects } from ${JSON.stringify(path.join(import.meta.dirname, '../log.ts'))}
    endByDefects({ service: 'children' })
    setImmediate(() => Promise.reject(Object.assign(new TypeError(${JSON.stringify(ROW)}), { detail: ${JSON.stringify(CURP)} })))`

  const { status, stderr, stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  })

  expect([status, stdout]).toEqual([1, ''])
  expect(JSON.parse(stderr)).toMatchObject({ level: 60, service: 'children', fault: { name: 'TypeError' } })
  expect(stderr).not.toMatch(CANARIES)
})

test('a sentence is logged as it is written', () => {
  expect(JSON.parse(inLog('The database is back.'))).toMatchObject({ msg: 'The database is back.' })
})

test.each([
  ['The session that was begun does not hold.', 'The session that was begun does not hold.'],
  ['Cannot read properties of undefined (reading ‘curp’)', 'Cannot read properties of undefined …'],
  ['connect ECONNREFUSED 10.0.0.7:5432', 'connect …'],
  ['No state has the code 07', 'No … has the code …'],
  ['value too long for type character varying(64)', 'value too long for type …'],
  [`${'the key '.repeat(100)}`, `${'the key '.repeat(29)}the key …`],
])('of %j stays %j', (message, told) => {
  expect(faultIn(new Error(message)).message).toBe(told)
})
