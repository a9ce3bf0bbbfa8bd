/** Which body is of which side, in SQL as in the table of the law: the policies of the database go by the one, what is written by the other. */
import { codesOf, type Label } from '@vigia/law/code-list'
import { SIDE_OF_AUTHORITY, SIDE_OF_FINDER, SIDE_OF_PLACE, sideOfPlace } from '@vigia/law/competence'
import { FACILITY_TYPES, type FacilityType } from '@vigia/law/facilities'
import { NUMBERS_OF_THE_PERSON } from '@vigia/law/identifiers'
import { RUNNERS, type Runner, runnerOf } from '@vigia/law/runners-of-places'
import { expect, test } from 'vitest'
import { scratchConnection } from '../support/scratch-connection.ts'
import { read } from '../support/source-files.ts'

const { database, client } = await scratchConnection()

const READ_BEFORE = /create (function pg_temp\.run_by[\s\S]*?\$\$[\s\S]*?\$\$);/
const migration = (name: string) => read(`prisma/migrations/${name}/migration.sql`)

function spellingsOf(code: Runner): string[] {
  const { es, en, aliases = [] }: Label = RUNNERS[code]
  return [code, es, en, ...aliases].flatMap((name) => [name, name.toUpperCase()])
}

test.each([
  ['side_of_finder(code)', SIDE_OF_FINDER],
  ['side_of_authority(code)', SIDE_OF_AUTHORITY],
  ['side_of_place(code, null)', SIDE_OF_PLACE],
])('sec.%s says of each code what the law’s table says', async (asked, sides) => {
  const sql = `select code, sec.${asked} as side from unnest($1::text[]) code`
  const found = await database.query<{ code: string; side: string }>(sql, [Object.keys(sides)])

  expect(Object.fromEntries(found.map(({ code, side }) => [code, side]))).toEqual(sides)
})

test('who runs a place decides in SQL as in the law', async () => {
  const sql = `select type, runner, sec.side_of_place(type, runner) as side
    from unnest($1::text[]) type, unnest($2::text[]) runner`
  const [types, runners] = [codesOf(FACILITY_TYPES), codesOf(RUNNERS)]
  type Found = { type: FacilityType; runner: Runner; side: string }
  const found = await database.query<Found>(sql, [types, runners])

  expect(found).toHaveLength(types.length * runners.length)
  expect(found.filter(({ type, runner, side }) => sideOfPlace(type, runner) !== side)).toEqual([])
})

/** As the lists that came in before were read: once, by the migration. */
test.each([
  ...codesOf(RUNNERS).flatMap((code) => spellingsOf(code)),
  ...[
    'COMISIÓN MEXICANA DE AYUDA A REFUGIADOS',
    'COMAR.',
    'C.O.M.A.R.',
    'I.N.M.',
    'D.I.F. Nacional',
    'P.F.P.N.N.A.',
    'PFPNNA',
  ],
  ...[
    'INSTITUTO NACIONAL DE MIGRACIÓN (INM)',
    'Comisio\u0301n Mexicana de Ayuda a Refugiados',
    ' Sistema  Nacional DIF',
  ],
  ...['PROCURADURÍA FEDERAL DE PROTECCIÓN DE NNA', 'Procuraduría de Protección de NNA del Estado de Chiapas'],
  ...[
    'PROCURADURÍA ESTATAL DE PROTECCIÓN',
    'Procuraduría General de Justicia',
    'Amigos de COMAR A.C.',
    'DIF Chiapas',
    '',
  ],
])(
  'what was taken in before as run by "%s" is read as the law reads it, in a locale that knows no accents',
  async (operator) => {
    const [, reader] = READ_BEFORE.exec(migration('20261127190000_who_runs_a_place')) ?? []
    await client.query(`create or replace ${reader}`)
    const { rows } = await client.query('select pg_temp.run_by($1 collate "C") as code', [operator])

    expect(rows).toEqual([{ code: runnerOf(operator) }])
  },
)

test('which numbers are of the person is the same in the policy as in the law', async () => {
  const [policy] = await database.query<{ text: string }>(
    "select pg_get_expr(polqual, polrelid) as text from pg_policy where polname = 'by_side' and polrelid = 'children.identifier'::regclass",
  )
  const [, of = ''] = /type = ANY \(ARRAY\[([^\]]*)\]/.exec(policy?.text ?? '') ?? []

  expect([...of.matchAll(/'(\w+)'/g)].map(([, type]) => type)).toEqual(NUMBERS_OF_THE_PERSON)
})

test('an authority that nobody named is of no side', async () => {
  const sql =
    'select sec.side_of_authority(null) as decided, sec.side_of_finder(null) as found, sec.side_of_place(null, null) as place'
  expect(await database.query(sql)).toEqual([{ decided: 'UNKNOWN', found: 'UNKNOWN', place: 'UNKNOWN' }])
})
