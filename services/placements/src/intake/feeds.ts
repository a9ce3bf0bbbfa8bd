/** The files that the placements service takes in, what is referred to before what refers to it. */
import type { Feed } from '@vigia/kit/intake/feed'
import { feed as facilities } from './facilities.ts'
import { feed as inspections } from './inspections.ts'
import { feed as stays } from './stays.ts'

export const FEEDS: readonly Feed[] = [facilities, stays, inspections]
