/** A row in which every column of its feed says something, and how it is sent. */
import type { TakeInOptions } from '@vigia/kit/intake/take-in'
import type { Row } from '../../support/builders/row.ts'

export type Whole = { feed: string; row: Row; options?: Partial<TakeInOptions> }
