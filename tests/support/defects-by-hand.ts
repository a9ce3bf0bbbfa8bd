/** What is wrong with a file of INM's daily tables, as whoever reads it row by row finds it. */
import { addDays, type LocalDate } from '@vigia/law/local-dates'

export interface ClaimRow {
  line: number
  table: 'RESCATADOS' | 'RETORNADOS' | 'CANALIZADOS' | 'CANALIZADOS_POR_PERSONA'
  part: string
  span: 'DAY' | 'MONTH'
  day: LocalDate
  state: string
  office: string
  nationality: string | null
  nationalityText: string | null
  place: string | null
  placeKey: string | null
  isRecorded: boolean | null
  measures: Readonly<Record<string, number>>
  detail: Readonly<Record<string, string>>
}
/** By rule: how many rows it meets, and their lines, where it is of rows of the file. */
export type Defects = Record<string, { rows: number; lines: number[] }>

const MOST_LINES = 50
/** How many counts a row of a table has, where none is blank. */
const COUNTS = { RESCATADOS: 4, RETORNADOS: 3, CANALIZADOS: 2, CANALIZADOS_POR_PERSONA: 1 } as const

type Rule = (row: ClaimRow, all: readonly ClaimRow[]) => boolean

const RULES: Readonly<Record<string, Rule>> = {
  STATE_SPELLING: (row, all) => row.office !== usual(all, row, 'state', 'office'),
  NATIONALITY_SPELLING: (row, all) =>
    row.nationality !== null &&
    row.nationality !== 'ZZZ' &&
    row.nationalityText !== usual(all, row, 'nationality', 'nationalityText'),
  NATIONALITY_UNKNOWN: ({ detail }) => detail['nationality_unread'] === 'YES',
  REPEATED_KEY: (row, all) => row.table !== 'CANALIZADOS_POR_PERSONA' && isAfterOneOf(keyOf, row, all),
  IDENTICAL_ROW: (row, all) => row.table !== 'CANALIZADOS_POR_PERSONA' && isAfterOneOf(wholeOf, row, all),
  TOTAL_IS_NOT_ITS_PARTS: ({ table, measures, detail }) =>
    table === 'CANALIZADOS' && differ(measures['CHANNELLED'], sumOf(detail['adults'], detail['children'])),
  TOTAL_IS_NOT_FIRST_TIME: ({ table, measures, detail }) =>
    table === 'RESCATADOS' && differ(measures['RESCUED'], sumOf(detail['first_time'])),
  REPEATS_IN_NO_TOTAL: ({ table, measures }) => table === 'RESCATADOS' && (measures['RESCUED_AGAIN'] ?? 0) > 0,
  RETURNED_IS_NOT_ITS_PARTS: ({ table, measures }) =>
    table === 'RETORNADOS' && differ(measures['RETURNED'], sumOf(measures['DEPORTED'], measures['ASSISTED_RETURN'])),
  PLACE_UNRECORDED: ({ table, isRecorded }) => table === 'CANALIZADOS' && isRecorded === false,
  PLACE_SPELLING: (row, all) => row.place !== null && row.place !== usual(all, row, 'placeKey', 'place'),
  PLACE_SAME_TOWN: (row, all) => row.table === 'CANALIZADOS' && all.some((other) => shareTown(row, other, all)),
  LINE_BREAK_IN_PLACE: ({ detail }) => detail['place_has_breaks'] === 'YES',
  PLACE_WITHOUT_TOWN: ({ table, isRecorded, place }) =>
    table === 'CANALIZADOS' && isRecorded === true && !/localidad|,|\(/i.test(place ?? ''),
  BLANK_COUNT: ({ table, measures }) => Object.keys(measures).length < COUNTS[table],
  OF_AGE: ({ detail }) => detail['age_group'] === 'FROM_18',
}

/** `others` are the rows of other files that count. */
export function defectsByHand(file: readonly ClaimRow[], others: readonly ClaimRow[]): Defects {
  const rows = file.filter(({ span }) => span === 'DAY').toSorted((a, b) => a.line - b.line)
  const met = Object.entries(RULES).flatMap(([name, rule]) => {
    const lines = rows.filter((row) => rule(row, rows)).map(({ line }) => line)
    return lines.length === 0 ? [] : [[name, { rows: lines.length, lines: lines.slice(0, MOST_LINES) }] as const]
  })
  const days = rows.map(({ day }) => day).toSorted()
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const ofFile = [
    ['DAY_WITHOUT_ROWS', daysBetween(first, last).filter((day) => !days.includes(day)).length],
    ['REPLACES_EARLIER', others.filter((one) => first <= one.day && one.day <= last && isReplaced(one, rows)).length],
  ] as const
  return Object.fromEntries([
    ...met,
    ...ofFile.filter(([, n]) => n > 0).map(([name, n]) => [name, { rows: n, lines: [] }] as const),
  ])
}

/** As most rows of the same say it; of two as often the first of the alphabet. */
function usual(
  all: readonly ClaimRow[],
  row: ClaimRow,
  by: keyof ClaimRow,
  what: 'office' | 'nationalityText' | 'place',
) {
  const said = Map.groupBy(
    all.filter((one) => one[by] === row[by] && one[what] !== null),
    (row) => row[what] ?? '',
  )
  return [...said].toSorted(([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1))[0]?.[0]
}

const keyOf = ({ table, day, state, nationality, nationalityText, placeKey }: ClaimRow) =>
  [table, day, state, nationality ?? '', nationality === 'ZZZ' ? nationalityText : '', placeKey].join('|')
const inOrder = (record: object) => JSON.stringify(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)))
const wholeOf = ({ table, day, office, nationalityText, place, measures, detail }: ClaimRow) =>
  [table, day, office, nationalityText, place, inOrder(measures), inOrder(detail)].join('|')
const isAfterOneOf = (of: (row: ClaimRow) => string, row: ClaimRow, all: readonly ClaimRow[]) =>
  all.some((one) => one.line < row.line && of(one) === of(row))

type Count = number | undefined
const sumOf = (...counts: readonly (string | number | undefined)[]): Count =>
  counts.includes(undefined) ? undefined : counts.reduce<number>((sum, n) => sum + Number(n), 0)
/** A blank says nothing. */
const differ = (a: Count, b: Count) => a !== undefined && b !== undefined && a !== b

const townOf = (placeKey: string | null) => placeKey?.match(/LOCALIDAD (.+)$/)?.[1]

/** Whether two recorded places of one state are of one town, as one of them says and the name of the other holds. */
function shareTown({ state, placeKey }: ClaimRow, other: ClaimRow, all: readonly ClaimRow[]): boolean {
  if (other.isRecorded !== true || other.state !== state || other.placeKey === placeKey) return false
  if (!all.some((row) => row.isRecorded === true && row.state === state && row.placeKey === placeKey)) return false
  const holds = (key: string | null, town: string | undefined) => town !== undefined && ` ${key} `.includes(` ${town} `)
  return holds(placeKey, townOf(other.placeKey)) || holds(other.placeKey, townOf(placeKey))
}

const isReplaced = (one: ClaimRow, rows: readonly ClaimRow[]) =>
  one.span === 'DAY' &&
  rows.some(({ table, part, state }) => table === one.table && part === one.part && state === one.state)

function daysBetween(first: LocalDate, last: LocalDate): LocalDate[] {
  const days: LocalDate[] = []
  for (let day = first; day !== '' && day <= last; day = addDays(day, 1)) days.push(day)
  return days
}
