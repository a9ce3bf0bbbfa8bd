/** How a row names its child. */

/** By what a row names its child: one of these at the least. */
export interface Ref {
  readonly acta: string | null
  readonly nue: string | null
  readonly curp: string | null
}
