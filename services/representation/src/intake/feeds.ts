/** The files that the representation service takes in, what is referred to before what refers to it. */
import type { Feed } from '@vigia/kit/intake/feed'
import { feed as complaints } from './complaints.ts'
import { feed as determinations } from './determinations.ts'
import { feed as protectionCases } from './protection-cases.ts'
import { feed as representations } from './representations.ts'

export const FEEDS: readonly Feed[] = [protectionCases, representations, determinations, complaints]
