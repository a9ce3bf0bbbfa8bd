/** The board as flat rows, so that answers of different programs can be compared figure by figure. */

const FIGURES = [
  'referral',
  'prohibited',
  'adHoc',
  'over36',
  'longest',
  'unprocessed',
  'age1',
  'age2',
  'age3',
  'age4',
  'undecided',
  'returns',
  'valid',
  'none',
  'late',
  'otherwise',
  'wrong',
  'quick',
  'deported',
] as const

export type Row = { state: string } & Record<(typeof FIGURES)[number], number | null>

const AGES = ['UNDER_24_HOURS', 'FROM_24_TO_72_HOURS', 'FROM_72_HOURS_TO_5_WORKING_DAYS', 'OVER_5_WORKING_DAYS']
const STANDINGS = [
  'VALID',
  'NO_DETERMINATION',
  'DETERMINED_AFTER_DEPARTURE',
  'DETERMINATION_SAYS_OTHERWISE',
  'DETERMINED_BY_WRONG_AUTHORITY',
]

export interface BoardState {
  code: string
  detention: {
    inReferralCenters: number
    inProhibitedPlaces: number
    inOtherAdHocPlaces: number
    heldNow: number
    over36Hours: number
    longestHours: number | null
  }
  casework: { unprocessed: number; unprocessedByAge: { bucket: string; count: number }[]; withoutDetermination: number }
  returns: {
    total: number
    byStanding: { standing: string; count: number }[]
    within72Hours: number
    deportations: number
  }
}

export interface BoardAnswer {
  data: { states: BoardState[]; nation: BoardState }
}

/** From the answer of `oversight.graphql`. */
export function rowOf({ code, detention, casework, returns }: BoardState): Row {
  const [age1, age2, age3, age4] = AGES.map(
    (age) => casework.unprocessedByAge.find(({ bucket }) => bucket === age)?.count ?? 0,
  )
  const [valid, none, late, otherwise, wrong] = STANDINGS.map(
    (one) => returns.byStanding.find(({ standing }) => standing === one)?.count ?? 0,
  )
  return {
    state: code,
    referral: detention.inReferralCenters,
    prohibited: detention.inProhibitedPlaces,
    adHoc: detention.inOtherAdHocPlaces,
    over36: detention.over36Hours,
    longest: detention.longestHours,
    unprocessed: casework.unprocessed,
    ...{ age1: age1 ?? 0, age2: age2 ?? 0, age3: age3 ?? 0, age4: age4 ?? 0 },
    undecided: casework.withoutDetermination,
    returns: returns.total,
    ...{ valid: valid ?? 0, none: none ?? 0, late: late ?? 0, otherwise: otherwise ?? 0, wrong: wrong ?? 0 },
    quick: returns.within72Hours,
    deported: returns.deportations,
  }
}

/** The answer of `oversight.graphql` from rows of the 32 states, as a program without federation would write it. */
export function answerOf(rows: readonly Row[], asOf: AsOf): BoardAnswer {
  return { data: { states: rows.map((row) => stateOf(row, asOf)), nation: stateOf(nationOf(rows), asOf) } }
}

export interface AsOf {
  detention: string
  casework: string
  returns: string
}

function nationOf(rows: readonly Row[]): Row {
  const sum = Object.fromEntries(FIGURES.map((name) => [name, rows.reduce((all, row) => all + (row[name] ?? 0), 0)]))
  const longest = rows.map((row) => row.longest).filter((hours) => hours !== null)
  return {
    ...(sum as Record<(typeof FIGURES)[number], number>),
    state: '00',
    longest: longest.length > 0 ? Math.max(...longest) : null,
  }
}

function stateOf(row: Row, asOf: AsOf): BoardState {
  const count = (name: (typeof FIGURES)[number]) => row[name] ?? 0
  const detention = {
    asOf: asOf.detention,
    heldNow: count('referral') + count('prohibited') + count('adHoc'),
    inReferralCenters: count('referral'),
    inProhibitedPlaces: count('prohibited'),
    inOtherAdHocPlaces: count('adHoc'),
    over36Hours: count('over36'),
    longestHours: row.longest,
  }
  const ages = [count('age1'), count('age2'), count('age3'), count('age4')]
  const casework = {
    asOf: asOf.casework,
    unprocessed: count('unprocessed'),
    unprocessedByAge: AGES.map((bucket, at) => ({ bucket, count: ages[at] ?? 0 })),
    withoutDetermination: count('undecided'),
  }
  const standings = [count('valid'), count('none'), count('late'), count('otherwise'), count('wrong')]
  const returns = {
    asOf: asOf.returns,
    total: count('returns'),
    withoutValidDetermination: count('returns') - count('valid'),
    byStanding: STANDINGS.map((standing, at) => ({ standing, count: standings[at] ?? 0 })),
    within72Hours: count('quick'),
    deportations: count('deported'),
  }
  return { code: row.state, iso: row.state, name: row.state, detention, casework, returns } as BoardState
}
