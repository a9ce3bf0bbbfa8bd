/** What leaves as a file: to whom, of whom, without what, and how a file that was found says whose it was (security.md T16). */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Actor } from '@vigia/kit/actor'
import type { Role } from '@vigia/law/access-matrix'
import { MATRIX, ROLES } from '@vigia/law/access-matrix'
import { curpCheckDigit } from '@vigia/law/identifiers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EXPORT_LISTS } from '../../gateway/src/exports/lists.ts'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import { daysAgo, hoursAgo, localDay, written } from '../support/clock.ts'
import { ROOT } from '../support/source-files.ts'
import { startWorld, type World } from '../support/world.ts'
import { PURPOSE, tableIn, taker } from './taking-out.ts'

/** In names, in what else is only the child's, and in free texts of files; in no answer of a list. */
const NAMES = ['Kannombre', 'Kanapellido', 'Kansegundo']
const CURP = `KAXX120605MNEXXXA${curpCheckDigit('KAXX120605MNEXXXA')}`
const BIRTH = { dmy: '05/06/2012', iso: '2012-06-05' }
const FOREIGN = 'Kanveracruz'
const COUNSEL = { org: 'Despacho de los canarios', counsel: ['12345678'] }
const CHILDREN_EACH = 4

let world: World
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process' })
  await fill('Chiapas', '07', 'Kanchiapas')
  await fill('Veracruz', '30', FOREIGN)
  await world.settle()
})
afterAll(() => world.stop())

async function fill(ENTIDAD: string, state: string, canary: string): Promise<void> {
  const detections = Array.from({ length: CHILDREN_EACH }, (_, i) =>
    aDetection({
      ENTIDAD,
      MUNICIPIO: canary,
      'NOMBRE(S)': NAMES[0] ?? '',
      'PRIMER APELLIDO': NAMES[1] ?? '',
      'SEGUNDO APELLIDO': NAMES[2] ?? '',
      EDAD: '',
      'FECHA DE NACIMIENTO': BIRTH.dmy,
      CURP: i === 1 && state === '07' ? CURP : '',
      SEXO: i % 2 ? 'Mujer' : 'Hombre',
      'FECHA Y HORA': written(daysAgo(12 + i)),
      'AVISO A PPNNA': written(daysAgo(11)),
    }),
  )
  await world.takeIn('children/detections', detections)
  const files = detections.map(({ ACTA }) => aCase(ACTA, { FOLIO: `PPNNA-${state}-2026-${ACTA.slice(-6)}` }))
  const place = { ENTIDAD, 'NOMBRE DEL LUGAR': `Centro ${canary}`, INGRESO: written(hoursAgo(60)) }
  await world.takeIn(
    'placements/stays',
    detections.map(({ ACTA }) => aStay(ACTA, place)),
  )
  await world.takeIn(
    'returns/executed-returns',
    detections.map(({ ACTA }) => aReturn(ACTA, { ENTIDAD, 'PUNTO DE SALIDA': canary })),
  )
  await world.takeIn('representation/protection-cases', files, { state })
  await world.takeIn(
    'representation/determinations',
    files.map(({ FOLIO }) => aDetermination(FOLIO)),
    { state },
  )
  const mandate = {
    CALIDAD: 'Abogado independiente OSC',
    INICIO: localDay(daysAgo(5)),
    'PERSONA U ORGANIZACIÓN': COUNSEL.org,
    'CÉDULA O CLUNI': COUNSEL.counsel.join(),
  }
  await world.takeIn(
    'representation/representations',
    files.map(({ FOLIO }) => ({ FOLIO, ...mandate })),
    { state },
  )
}

const mayExport = (role: Role) => MATRIX[role].writes.some((act) => act === 'export:request')

describe.each(ROLES.filter(mayExport))('%s', (role) => {
  const who = role === 'independent-counsel' ? COUNSEL : {}

  test('in no list that the role may take out is a name, a CURP, a birth date, or the id of anything', async () => {
    const { lists } = await (await taker(world, role, who)).look()
    expect(lists.length).toBeGreaterThan(3)
    const ids = await world.database.query<{ word: string }>(
      `select id::text as word from children.child union select folio from children.child
       union select acta from children.detection union select folio from representation.protection_case`,
    )
    for (const { name, kind } of lists) {
      const { status, text } = await (await taker(world, role, who)).take(name)
      expect(status, `${name}: ${text}`).toBe(200)
      const forbidden = [...NAMES, CURP, BIRTH.dmy, BIRTH.iso, ...ids.map(({ word }) => word)]
      expect(
        forbidden.filter((word) => text.includes(word)),
        name,
      ).toEqual([])
      if (kind === 'CHILDREN') expect(text, name).not.toMatch(/Kan[a-z]+|[0-9a-f]{8}-[0-9a-f]{4}-/)
      if (MATRIX[role].byState) expect(text, name).not.toMatch(/Kanveracruz|Veracruz/)
    }
  })
})

test.each(ROLES.filter((role) => !mayExport(role)))(
  'given %s, nothing can be taken out, and the audit says who asked',
  async (role) => {
    const { take, look, sub } = await taker(world, role)

    expect((await look()).lists).toEqual([])
    for (const { name } of EXPORT_LISTS) expect(await take(name)).toMatchObject({ status: 403, code: 'FORBIDDEN' })
    const [entry] = await world.database.query(
      "select act, asked from audit.entry where subject = $1 and act not in ('KEY', 'SIGN_IN') limit 1",
      [sub],
    )
    expect(entry).toEqual({ act: 'REFUSED', asked: ['exports'] })
  },
)

test('given a list that is closed to the role, it is refused, and no service is asked', async () => {
  const { take, sub } = await taker(world, 'dif-officer')

  expect(await take('representations')).toMatchObject({ status: 403, code: 'FORBIDDEN' })
  const entries = await world.database.query(
    "select act, asked from audit.entry where subject = $1 and act not in ('KEY', 'SIGN_IN')",
    [sub],
  )
  expect(entries).toEqual([{ act: 'REFUSED', asked: ['exports.representations'] }])
})

test('of two counsel of one name each takes out its own children alone', async () => {
  const rowsOf = async (who: Partial<Actor>) =>
    tableIn((await (await taker(world, 'independent-counsel', who)).take('children')).text).rows

  expect(await rowsOf(COUNSEL)).toHaveLength(2 * CHILDREN_EACH + 1)
  for (const namesake of [{ ...COUNSEL, counsel: ['87654321'] }, { org: COUNSEL.org }])
    expect(await rowsOf(namesake)).toEqual([])
})

test('a file says its number, who took it out, what for and when; the audit says the same', async () => {
  const { take, sub } = await taker(world, 'state-secretary')

  const { text, headers } = await take('children', { from: localDay(daysAgo(300)), to: localDay(new Date()) })

  expect(text.startsWith('\uFEFF')).toBe(true)
  const { head, titles, rows } = tableIn(text)
  const number = headers.get('x-vigia-export') ?? ''
  expect(Object.fromEntries(head)).toMatchObject({
    'Vigía: exportación': expect.stringMatching(/^EXP-\d{6}$/),
    Lista: 'Niñas, niños y adolescentes',
    'Hecha por': `A test (${sub}, state-secretary)`,
    Para: PURPOSE,
  })
  expect(titles).toEqual(expect.arrayContaining(['Referencia', 'Grupo de edad', 'Nacionalidad']))
  expect(rows).toHaveLength(CHILDREN_EACH + 1)
  const entries = await world.database.query(
    `select service, act, asked, reason, records from audit.entry where subject = $1 and act not in ('KEY', 'SIGN_IN') and service in ('gateway', 'children') order by id`,
    [sub],
  )
  const reason = `${number}: ${PURPOSE}`
  expect(entries).toEqual([
    expect.objectContaining({ service: 'children', act: 'READ', reason, records: CHILDREN_EACH }),
    { service: 'gateway', act: 'EXPORT', asked: ['exports.children'], reason, records: CHILDREN_EACH },
  ])
})

test('a list of nobody has no row that stands for nobody, and does not say that it had one', async () => {
  const fileOf = async (who: object) => (await (await taker(world, 'independent-counsel', who)).take('children')).text
  const [none, some] = [await fileOf({ counsel: ['7654321'] }), await fileOf(COUNSEL)]

  expect(tableIn(none)).toMatchObject({ titles: expect.arrayContaining(['Referencia']), rows: [] })
  expect([none, some].map((text) => text.includes('Un renglón no corresponde a nadie'))).toEqual([false, true])
})

test('given English, titles and words are English', async () => {
  const { text } = await (await taker(world, 'state-secretary')).take('children', { language: 'en' })

  expect(tableIn(text).titles).toEqual(expect.arrayContaining(['Reference', 'Nationality', 'First detection']))
})

test('two files of one list cannot be joined: no reference stands in both', async () => {
  const { take } = await taker(world, 'state-secretary')
  const [one, other] = [await take('children'), await take('children')].map(({ text }) =>
    tableIn(text).rows.map(([reference]) => reference),
  )

  expect(one).toHaveLength(CHILDREN_EACH + 1)
  expect(one?.filter((reference) => other?.includes(reference))).toEqual([])
})

/** Alerts of places and of the state have no reference: the row of nobody is like one of a child. */
test.each(['alerts', 'duty-alerts'])(
  'a list of %s, most of them of a child, has a row for nobody too',
  async (list) => {
    const { take, sub } = await taker(world, list === 'alerts' ? 'state-secretary' : 'dif-officer', { states: ['07'] })
    const { rows } = tableIn((await take(list)).text)
    const made = await world.database.query<{ decoy: string }>('select decoy from exports.export where subject = $1', [
      sub,
    ])

    const index = rows.findIndex(([reference]) => reference === made[0]?.decoy)
    const real = rows.filter((_row, at) => at !== index).map((cells) => cells.slice(1).join())
    expect(index).toBeGreaterThanOrEqual(0)
    expect(real).toContain(rows[index]?.slice(1).join())
  },
)

test('the row that stands for nobody looks like the others, and alone names the exporter', async () => {
  const { take, sub } = await taker(world, 'state-secretary', { states: ['07'] })
  const { rows } = tableIn((await take('detections')).text)

  const said = await Promise.all(rows.map(([reference = '']) => decoy(reference)))

  expect(rows.every(([reference = '']) => /^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/.test(reference))).toBe(
    true,
  )
  expect(said.filter(({ status }) => status === 0)).toHaveLength(1)
  expect(said.find(({ status }) => status === 0)?.out).toMatch(
    new RegExp(
      `^EXP-\\d{6}: ${sub} \\(state-secretary\\) exportó detections, ${CHILDREN_EACH} renglones · .* para: «${PURPOSE}»`,
    ),
  )
  const real = new Set(rows.flatMap((cells) => cells.slice(1)))
  const index = said.findIndex(({ status }) => status === 0)
  expect(rows[index]?.slice(1).every((cell) => real.has(cell))).toBe(true)
})

async function decoy(reference: string): Promise<{ status: number; out: string }> {
  const env = { ...process.env, DATABASE_URL: world.database.url }
  const run = promisify(execFile)('node', ['services/_kit/src/audit/command.ts', 'decoy', reference], {
    cwd: ROOT,
    env,
  })
  return run.then(
    ({ stdout }) => ({ status: 0, out: stdout }),
    (error) => ({ status: Number(error.code), out: String(error.stdout) }),
  )
}

test('figures of states hold no row that is not true, and withhold one to four as the board does', async () => {
  const { take } = await taker(world, 'state-secretary')

  const { titles, rows } = tableIn((await take('figures')).text)

  expect(rows).toHaveLength(1)
  expect(rows[0]?.[titles.indexOf('Retenidos ahora')]).toBe('<5')
  expect(rows[0]?.[titles.indexOf('Deportaciones')]).toBe('0')
  expect(rows[0]?.[1]).toBe('Chiapas')
})
