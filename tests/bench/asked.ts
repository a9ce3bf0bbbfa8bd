/** What a run of the bench is asked to measure. What is asked wrongly is said, and help given, before anything of the product is loaded. */
import path from 'node:path'
import { askedByFlagsAndParts, askedWrongly } from '../support/asked-by-flags.ts'
import type { Plan } from './rounds.ts'

const FLAGS = {
  sizes: { type: 'string', default: '100000,1000000' },
  rounds: { type: 'string', default: '5' },
  seconds: { type: 'string', default: '3' },
  rows: { type: 'string', default: '200000,1000000' },
  sockets: { type: 'string', default: '1000,5000' },
  out: { type: 'string', default: path.join(import.meta.dirname, 'RESULTS.md') },
} as const
export const { flags, parts } = askedByFlagsAndParts(FLAGS, ['board', 'intake', 'audit', 'alerts', 'streams'])
for (const name of ['sizes', 'rounds', 'seconds', 'rows', 'sockets'] as const)
  if (!flags[name].split(',').every((text) => Number(text) > 0))
    askedWrongly(`--${name} takes numbers above 0, and not ${flags[name]}.`)
export const plan: Plan = { rounds: Number(flags.rounds), seconds: Number(flags.seconds) }
