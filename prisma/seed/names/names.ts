/** What a child is called, and the sex that papers give. */
export type ChildSex = 'FEMALE' | 'MALE'

export interface Names {
  readonly given: string
  readonly first: string
  /** Many papers have one surname only. */
  readonly second: string | null
}
