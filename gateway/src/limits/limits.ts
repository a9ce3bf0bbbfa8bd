/** How much one request may ask for (security.md 9). Defaults of Vigía, all of them. */

export const LIMITS = {
  bodyBytes: 100_000,
  tokens: 1_500,
  depth: 12,
  aliases: 15,
  rootFields: 10,
  directives: 20,
  /** With every fragment written out where it is spread. */
  fields: 5_000,
  cost: 2_000,
  /** Of a stream, which is charged once and asked for at each step of each alert. */
  costOfStep: 300,
  /** In any list of values that is given, in the text or in a variable. */
  values: 100,
  pageRows: 100,
  defaultPageRows: 20,
  /** Of a series; the service refuses more. */
  points: 1_500,
} as const
