/** The types of counting that several subgraphs share: codes, filter, period, and counts by code. All are value types. */
import { COUNTRIES } from '@vigia/law/countries'
import { addDays } from '@vigia/law/local-dates'
import { instantOf } from '@vigia/law/mexican-time'
import { ACCOMPANIMENTS, type Accompaniment, AGE_GROUPS, type AgeGroup } from '@vigia/law/people'
import { NATION, territoryCodeOf } from '@vigia/law/states'
import { type Actor, isProgram } from '../actor.ts'
import { Refusal } from '../errors.ts'
import { valuesOf } from './enum-of.ts'
import { DateScalar, DateTime } from './scalars.ts'
import type { BaseContext, SubgraphTypes } from './subgraph.ts'

type AnyBuilder = PothosSchemaTypes.SchemaBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<SubgraphTypes<Record<never, never>, BaseContext>>
>

export interface Period {
  from: string
  to: string
}

/** What a filtered count keeps; an empty or absent list keeps all. */
export interface CountFilter {
  nationality?: string[] | null
  ageGroup?: AgeGroup[] | null
  accompaniment?: Accompaniment[] | null
}

/** Adds the shared scalars, enums, inputs and counts to a subgraph's builder; call it once, in builder.ts. */
export function countingTypes(subgraph: unknown) {
  // The types below use nothing of a service's own models and context, so one builder type serves all.
  const builder = subgraph as AnyBuilder
  builder.addScalarType('DateTime', DateTime)
  builder.addScalarType('Date', DateScalar)
  const accompaniment = builder.enumType('Accompaniment', {
    description: 'With whom a child travels (Ley de Migración art. 3 XVII-XIX).',
    values: valuesOf(ACCOMPANIMENTS),
  })
  const ageGroup = builder.enumType('AgeGroup', {
    description: "Age at the detection that is counted, in the two groups of the authorities' tables.",
    values: valuesOf(AGE_GROUPS),
  })
  return { accompaniment, ageGroup, ...inputs(builder, accompaniment, ageGroup), ...counts(builder, accompaniment) }
}

type InputFields = Parameters<Parameters<AnyBuilder['inputType']>[1]['fields']>[0]
type Enums = { accompaniment: ReturnType<AnyBuilder['enumType']>; ageGroup: ReturnType<AnyBuilder['enumType']> }

function inputs(builder: AnyBuilder, accompaniment: Enums['accompaniment'], ageGroup: Enums['ageGroup']) {
  const period = builder.inputRef<Period>('PeriodInput').implement({
    description: 'Days of the Mexican calendar, both included.',
    fields: (t) => ({
      from: t.field({ type: 'Date', required: true, description: 'First day, counted too.' }),
      to: t.field({ type: 'Date', required: true, description: 'Last day, counted too; not before the first.' }),
    }),
  })
  const filter = builder.inputRef<CountFilter>('CountFilter').implement({
    description: 'Which children are counted. A list left out, or empty, keeps all; at most 50 values each.',
    fields: (t) => ({
      nationality: t.stringList({
        description: 'ISO 3166-1 alpha-3 (code list COUNTRY); XXA stateless, ZZZ not specified.',
      }),
      ageGroup: t.field({ type: [ageGroup], description: 'Age groups to keep; all when left out.' }) as never,
      accompaniment: t.field({
        type: [accompaniment],
        description: 'Kinds of company to keep; all when left out.',
      }) as never,
    }),
  })
  return { period, filter, keptInList }

  /** The same of a list, whose children are told apart by what they were at the first detection. */
  function keptInList(ofService: unknown) {
    const t = ofService as InputFields
    return {
      nationality: t.stringList({
        description: 'ISO 3166-1 alpha-3 (code list COUNTRY); XXA stateless, ZZZ not specified.',
      }) as never,
      ageGroup: t.field({ type: [ageGroup], description: 'Age groups to keep, at the first detection.' }) as never,
      accompaniment: t.field({
        type: [accompaniment],
        description: 'Kinds of company to keep, at the first detection.',
      }) as never,
    }
  }
}

function counts(builder: AnyBuilder, accompaniment: Enums['accompaniment']) {
  const byAccompaniment = builder
    .objectRef<{ accompaniment: Accompaniment; count: number }>('AccompanimentCount')
    .implement({
      shareable: true,
      description: 'How many, of one kind of company.',
      access: 'stats:read',
      fields: (t) => ({
        accompaniment: t.field({
          type: accompaniment,
          description: 'The kind of company.',
          resolve: (row) => row.accompaniment as never,
        }),
        count: t.exposeInt('count', { description: 'Children or returns, whichever the field that gives it counts.' }),
      }),
    })
  const byNationality = builder.objectRef<{ country: string; count: number }>('NationalityCount').implement({
    shareable: true,
    description: 'How many, of one nationality.',
    access: 'stats:read',
    fields: (t) => ({
      country: t.exposeString('country', {
        description: 'ISO 3166-1 alpha-3 (code list COUNTRY); XXA stateless, ZZZ not specified.',
      }),
      count: t.exposeInt('count', { description: 'Children or returns, whichever the field that gives it counts.' }),
    }),
  })
  return { byAccompaniment, byNationality }
}

const LONGEST_PERIOD_IN_DAYS = 36_525

/** Throws BAD_USER_INPUT for a period that ends before it begins, or is longer than a century. */
export function checkPeriod({ from, to }: Period): Period {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  if (days < 0) throw new Refusal('BAD_USER_INPUT', 'The period ends before it begins.')
  if (days > LONGEST_PERIOD_IN_DAYS) throw new Refusal('BAD_USER_INPUT', 'The period is longer than a century.')
  return { from, to }
}

/** SQL: conditions on an instant, that it lies on days of a period. */
export const onDays = ({ from, to }: Period, column: string, mark: (value: unknown) => string): string[] => [
  `${column} >= ${mark(from)}::date::timestamp at time zone 'America/Mexico_City'`,
  `${column} < (${mark(to)}::date + 1)::timestamp at time zone 'America/Mexico_City'`,
]

/** From its first instant until that after its last. Throws as `checkPeriod` does; null where no period is asked for. */
export function instantsAsked(period: Period | null | undefined): { from: Date; until: Date } | null {
  if (!period) return null
  const { from, to } = checkPeriod(period)
  return { from: instantOf(from), until: instantOf(addDays(to, 1)) }
}

/** The INEGI code of the state that is asked for; null for all of them. Throws BAD_USER_INPUT for a code that no state has. */
export function stateAsked(code: string | null | undefined): string | null {
  if (code === null || code === undefined) return null
  const state = territoryCodeOf(String(code))
  if (!state) throw new Refusal('BAD_USER_INPUT', 'No state has this code: write "07" or "MX-CHP".')
  return state === NATION.code ? null : state
}

/** What a filter by state says where each row is of a state of the asker's. */
export const OF_OWN_STATES =
  'To a program that does not oversee it, also one by the token of a person, FORBIDDEN; to a page none, whatever there is.'

/** Whether a state is asked for that the actor does not oversee: how many there are is unknown to it, and not 0. */
export const isBeyondStates = (code: string | null, { states }: Actor): boolean =>
  code !== null && states?.includes(code) === false

/**
 * The same code, of a list whose rows are of the asker's own states alone. Throws FORBIDDEN for a program that names another: it would count
 * none, and take that for quiet. A person's page may be found by any address.
 */
export function ofOwnStates(code: string | null, actor: Actor): string | null {
  if (!isProgram(actor) || !isBeyondStates(code, actor)) return code
  throw new Refusal('FORBIDDEN', 'You are told of your own states alone: name one of these, or none for all of them.')
}

const MOST_VALUES = 50
const COUNTRY_CODES = new Set(COUNTRIES.map(({ code }) => code))

const COUNTRY_LISTS: readonly string[] = ['nationality', 'destination']

/** Throws BAD_USER_INPUT, naming the argument, for a list that is too long or a country that no list knows. */
export function checkLists<Filter extends CountFilter>(filter: Filter): Filter {
  for (const [name, kept] of Object.entries(filter)) {
    if (!Array.isArray(kept)) continue
    if (kept.length > MOST_VALUES)
      throw new Refusal('BAD_USER_INPUT', `filter.${name} holds more than ${MOST_VALUES} values.`)
    const unknown = COUNTRY_LISTS.includes(name) ? kept.findIndex((code) => !COUNTRY_CODES.has(code)) : -1
    if (unknown >= 0)
      throw new Refusal(
        'BAD_USER_INPUT',
        `filter.${name}: value ${unknown + 1} is no ISO 3166-1 alpha-3 code. Write HND, or XXA, ZZZ.`,
      )
  }
  return filter
}

/** Null where nothing is filtered, so that the plain counters answer. Throws as `checkLists` does. */
export function activeFilter(filter: CountFilter | null | undefined): CountFilter | null {
  if (!filter) return null
  checkLists(filter)
  const isActive = Object.values(filter).some((kept) => Array.isArray(kept) && kept.length > 0)
  return isActive ? filter : null
}
