/** The files that the returns service takes in, what is referred to before what refers to it. */
import type { Feed } from '@vigia/kit/intake/feed'
import { feed as executedReturns } from './executed-returns.ts'
import { feed as returnChecklists } from './return-checklists.ts'

export const FEEDS: readonly Feed[] = [executedReturns, returnChecklists]
