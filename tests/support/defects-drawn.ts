/** Random files of INM's daily tables, with every defect that has been. */
import fc from 'fast-check'
import type { ClaimRow } from './defects-by-hand.ts'

/** Names of places, each by the key that is made of it. */
const PLACES: readonly (readonly [key: string, ...spellings: string[]])[] = [
  ['DIF LOCALIDAD TAPACHULA', 'dif, tapachula', 'dif localidad tapachula'],
  ['ALBERGUE TAPACHULA', 'albergue tapachula', 'albergue (tapachula'],
  ['CASA TAPACHULANA', 'casa tapachulana'],
  ['DIF LOCALIDAD HUIXTLA', 'dif huixtla', 'dif localidad huixtla'],
]
const place = fc
  .constantFrom(...PLACES)
  .chain(([placeKey, ...spellings]) =>
    fc.record({ placeKey: fc.constant(placeKey), place: fc.constantFrom(...spellings) }),
  )
const count = fc.constantFrom(0, 1, 1, 2)
const said = fc.constantFrom('1', '1', '2')
const NAMES = {
  RESCATADOS: ['RESCUED', 'RESCUED_AGAIN', 'PRESENTED', 'CHANNELLED'],
  RETORNADOS: ['RETURNED', 'DEPORTED', 'ASSISTED_RETURN'],
  CANALIZADOS: ['CHANNELLED', 'CHANNELLED_MINORS'],
  CANALIZADOS_POR_PERSONA: ['CHANNELLED'],
} as const
const table = fc.constantFrom('RESCATADOS', 'RETORNADOS', 'CANALIZADOS', 'CANALIZADOS', 'CANALIZADOS_POR_PERSONA')
const country = fc.constantFrom(
  ['HND', 'a'],
  ['HND', 'a'],
  ['HND', 'b'],
  ['ZZZ', 'x'],
  ['ZZZ', 'y'],
  [null, null],
) as fc.Arbitrary<readonly [string | null, string | null]>
const perhaps = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 3 })

const row = table.chain((name) =>
  fc.record({
    table: fc.constant(name as ClaimRow['table']),
    part: fc.constantFrom('', '', 'NNA'),
    span: fc.constantFrom('DAY', 'DAY', 'DAY', 'MONTH') as fc.Arbitrary<ClaimRow['span']>,
    day: fc.constantFrom('2026-05-01', '2026-05-02', '2026-05-04'),
    state: fc.constantFrom('07', '07', '30'),
    office: fc.constantFrom('a', 'a', 'b'),
    country,
    where: fc.option(place, { freq: 5 }),
    isRecorded: fc.constantFrom(true, true, true, false),
    measures: fc.record(
      Object.fromEntries(NAMES[name as ClaimRow['table']].map((measure) => [measure, perhaps(count)])),
    ),
    detail: fc.record({
      ...{ adults: perhaps(said), children: perhaps(said), first_time: perhaps(said) },
      nationality_unread: fc.constantFrom(undefined, undefined, 'YES'),
      place_has_breaks: fc.constantFrom(undefined, undefined, 'YES'),
      age_group: fc.constantFrom(undefined, 'FROM_18', 'FROM_12_TO_17'),
    }),
  }),
)
type Drawn = ReturnType<typeof row.generate>['value']
const change: fc.Arbitrary<Partial<Drawn>> = fc.oneof(
  fc.constant({}),
  fc.record({ country }),
  fc.record({ office: fc.constantFrom('a', 'b') }),
  fc.record({ day: fc.constantFrom('2026-05-01', '2026-05-04') }),
  fc.record({ measures: fc.record({ CHANNELLED: count }) }),
  fc.record({ where: fc.option(place) }),
)
/** Some rows more than once, as they come in such files, or with one word changed; and now and then very many. */
export const fileOfDefects = fc.record({
  rows: fc.oneof(fc.array(row, { maxLength: 9 }), fc.array(row, { minLength: 1, maxLength: 1 })),
  again: fc.array(fc.record({ at: fc.nat(8), change }), { maxLength: 5 }),
  times: fc.constantFrom(1, 1, 1, 1, 8, 10),
  others: fc.array(row, { maxLength: 4 }),
  withdrawn: fc.array(row, { maxLength: 2 }),
})

export function claimOf(
  { country: [nationality, nationalityText], where, isRecorded, measures, detail, ...told }: Drawn,
  at: number,
): ClaimRow {
  const isThere = (pair: [string, unknown]) => pair[1] !== undefined
  return {
    ...told,
    ...{ line: at + 2, nationality, nationalityText, place: where?.place ?? null, placeKey: where?.placeKey ?? null },
    isRecorded: where ? isRecorded : null,
    measures: Object.fromEntries(Object.entries(measures).filter(isThere)) as Record<string, number>,
    detail: Object.fromEntries(Object.entries(detail).filter(isThere)) as Record<string, string>,
  }
}
