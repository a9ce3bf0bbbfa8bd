/** Everything that a rule of Vigía rests on, by its name: articles of statutes, a judgment, protocols, defaults of its own. */
import * as migration from './articles.ts'
import * as asylum from './articles-of-asylum.ts'
import * as children from './articles-of-children.ts'
import * as criteria from './criteria.ts'
import type { Basis } from './legal-basis.ts'

export const BASES: readonly (Basis & { readonly name: string })[] = [migration, children, asylum, criteria].flatMap(
  (file) => Object.entries<Basis>(file).map(([name, basis]) => ({ name, ...basis })),
)
