/** Which counts of a backlog by age are withheld beside one of 1 to 4: the figure tells all of them, and those of the first three days as one. */
import { withheldBeside } from './withheld.ts'

const AGES = [
  'UNDER_24_HOURS',
  'FROM_24_TO_72_HOURS',
  'FROM_72_HOURS_TO_5_WORKING_DAYS',
  'OVER_5_WORKING_DAYS',
  'UNDER_72_HOURS',
] as const
type Age = (typeof AGES)[number]

const [UNDER_72_HOURS, TOTAL] = [4, 5]
const SUMS = [
  { total: TOTAL, parts: [0, 1, 2, 3] },
  { total: UNDER_72_HOURS, parts: [0, 1] },
  { total: TOTAL, parts: [UNDER_72_HOURS, 2, 3] },
]

export function withheldInBacklog(
  byAge: readonly { readonly bucket: Age; readonly count: number }[],
): (age: Age) => boolean {
  const ages = AGES.slice(0, UNDER_72_HOURS).map((age) => byAge.find(({ bucket }) => bucket === age)?.count ?? 0)
  const [first = 0, second = 0] = ages
  const counts = [...ages, first + second, ages.reduce((sum, count) => sum + count, 0)]
  // In the order of the ages, as the file of the backlog takes them: of one that this tells and that file does not, both tell the rest.
  const costs = (place: number) => (place === TOTAL ? Number.POSITIVE_INFINITY : place)
  const beside = withheldBeside({ counts, sums: SUMS, costs })
  return (age) => beside.has(AGES.indexOf(age))
}
