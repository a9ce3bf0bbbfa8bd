/** Everything that a rule of Vigía rests on, by its name: articles of statutes, a judgment, protocols, defaults of its own. */
import * as migration from './articles.ts'
import * as amparo from './articles-of-amparo.ts'
import * as asylum from './articles-of-asylum.ts'
import * as centres from './articles-of-centres.ts'
import * as children from './articles-of-children.ts'
import * as complaints from './articles-of-complaints.ts'
import * as data from './articles-of-data.ts'
import * as criteria from './criteria.ts'
import * as alerts from './criteria-of-alerts.ts'
import type { Basis } from './legal-basis.ts'

export type NamedBasis = Basis & { readonly name: string }

const NAMED: readonly (readonly [name: string, basis: Basis])[] = [
  migration,
  children,
  centres,
  asylum,
  data,
  amparo,
  complaints,
  criteria,
  alerts,
].flatMap((file) => Object.entries<Basis>(file))

export const BASES: readonly NamedBasis[] = NAMED.map(([name, basis]) => ({ name, ...basis }))

const NAMES = new Map(NAMED.map(([name, basis]) => [basis, name]))

/** The name by which the graph knows it. Throws for a basis that stands in none of the files above. */
export function nameOfBasis(basis: Basis): string {
  const name = NAMES.get(basis)
  if (name === undefined) throw new Error(`No basis of this registry: ${basis.abbreviation} ${basis.article}`)
  return name
}
