/** The rows of a list, a page after the other, asked as the one who takes them out: each layer decides as for any question. */
import type { GraphQLSchema } from 'graphql'
import { type Admission, type Admitted, createAdmission } from '../graph/admission.ts'
import type { Gateway } from '../graph/gateway.ts'
import { Refused } from '../request/refused.ts'
import type { Errand } from '../sources/forward.ts'
import { areOfOthers } from './acts-of-others.ts'
import type { ExportList } from './columns.ts'
import { EXPORT_LISTS } from './lists.ts'
import { type FoundRow, type Page, type Plan, planOf } from './plan.ts'

/** Values of the variables of a list's document. */
export type Values = Readonly<Record<string, unknown>>

export class Questions {
  readonly #gateway: Gateway
  readonly #admission: Admission
  readonly #plans: ReadonlyMap<string, Plan>
  readonly #requestInMs: number

  constructor(schema: GraphQLSchema, gateway: Gateway, requestInMs: number) {
    this.#gateway = gateway
    this.#requestInMs = requestInMs
    this.#admission = createAdmission(schema, { introspection: false })
    this.#plans = new Map(EXPORT_LISTS.map((list) => [list.name, planOf(schema, list)]))
  }

  /** The question for the first page. Throws Refused where it holds values that do not fit. */
  question(list: ExportList, values: Values): Admitted {
    return this.#admitted(this.#planOf(list).query, values, null)
  }

  /** A file with holes would be taken for the whole: what cannot be read to its end is refused. */
  async *pages(
    list: ExportList,
    values: Values,
    errand: Omit<Errand, 'deadline'>,
  ): AsyncGenerator<readonly FoundRow[]> {
    let after: string | null = null
    do {
      const { rows, next }: Page = await this.#page(this.#planOf(list), values, after, errand)
      yield rows
      after = next
    } while (after !== null)
  }

  /** Of as many records as may be asked at once; where one of them has more rows than that, of fewer. */
  async #page(plan: Plan, values: Values, after: string | null, errand: Omit<Errand, 'deadline'>): Promise<Page> {
    const read = async (query: string) => {
      const deadline = Date.now() + this.#requestInMs
      const { answer } = await this.#gateway.execute(this.#admitted(query, values, after), { ...errand, deadline })
      if (!areOfOthers(answer.errors ?? [], plan.told) || answer.data === undefined || answer.data === null)
        throw incomplete()
      return plan.read(answer.data)
    }
    const page = await read(plan.query)
    if (!page.isCut) return page
    const deeper = plan.deeper === null ? page : await read(plan.deeper)
    if (deeper.isCut)
      throw new Refused(422, 'QUERY_TOO_COMPLEX', 'One record has more rows than a file takes: ask the graph.')
    return deeper
  }

  #admitted(query: string, values: Values, after: string | null): Admitted {
    return this.#admission.admit({ query, operationName: null, variables: { ...values, after } }, 'plain')
  }

  /** How many rows there are in all, for whoever asks; null where the list does not tell, or cannot now. */
  async count(list: ExportList, values: Values, errand: Omit<Errand, 'deadline'>): Promise<number | null> {
    const { count, readCount } = this.#planOf(list)
    if (count === null) return null
    const { filter, period } = values
    const variables = { ...(filter !== undefined && { filter }), ...(period !== undefined && { period }) }
    const admitted = this.#admission.admit({ query: count, operationName: null, variables }, 'plain')
    const { answer } = await this.#gateway.execute(admitted, { ...errand, deadline: Date.now() + this.#requestInMs })
    return answer.errors ? null : readCount(answer.data)
  }

  #planOf({ name }: ExportList): Plan {
    const plan = this.#plans.get(name)
    if (!plan) throw new Error(`No list ${name}`)
    return plan
  }
}

function incomplete(): Refused {
  const sentence = 'Not all of it can be read now, and nothing was exported: ask again in a moment.'
  return new Refused(503, 'EXPORT_INCOMPLETE', sentence, { headers: { 'retry-after': '5' } })
}
