/** Every check that is listed, whichever layer it is of. */
import { MUTANTS, type Mutant } from './mutants.ts'
import { MUTANTS_OF_ALERTS } from './mutants-of-alerts.ts'
import { MUTANTS_OF_AUDIT } from './mutants-of-audit.ts'
import { MUTANTS_OF_COMPETENCE } from './mutants-of-competence.ts'
import { MUTANTS_OF_CONTEXT } from './mutants-of-context.ts'
import { MUTANTS_OF_COUNSEL } from './mutants-of-counsel.ts'
import { MUTANTS_OF_DATABASES } from './mutants-of-databases.ts'
import { MUTANTS_OF_DOORS } from './mutants-of-doors.ts'
import { MUTANTS_OF_EXPORTS } from './mutants-of-exports.ts'
import { MUTANTS_OF_GATES } from './mutants-of-gates.ts'
import { MUTANTS_OF_HEADS } from './mutants-of-heads.ts'
import { MUTANTS_OF_OPENINGS } from './mutants-of-openings.ts'
import { MUTANTS_OF_OVERSEERS } from './mutants-of-overseers.ts'
import { MUTANTS_OF_OWNER } from './mutants-of-owner.ts'
import { MUTANTS_OF_PARTNERS } from './mutants-of-partners.ts'
import { MUTANTS_OF_PROOF } from './mutants-of-proof.ts'
import { MUTANTS_OF_ROWS } from './mutants-of-rows.ts'
import { MUTANTS_OF_SEALING } from './mutants-of-sealing.ts'
import { MUTANTS_OF_SESSIONS } from './mutants-of-sessions.ts'
import { MUTANTS_OF_STREAMS } from './mutants-of-streams.ts'
import { MUTANTS_OF_WALL } from './mutants-of-wall.ts'
import { MUTANTS_OF_WEBHOOKS } from './mutants-of-webhooks.ts'
import { MUTANTS_OF_WHAT_FOLLOWS } from './mutants-of-what-follows.ts'

export const ALL_MUTANTS: readonly Mutant[] = [
  ...MUTANTS,
  ...MUTANTS_OF_ALERTS,
  ...MUTANTS_OF_AUDIT,
  ...MUTANTS_OF_COMPETENCE,
  ...MUTANTS_OF_CONTEXT,
  ...MUTANTS_OF_COUNSEL,
  ...MUTANTS_OF_DATABASES,
  ...MUTANTS_OF_DOORS,
  ...MUTANTS_OF_EXPORTS,
  ...MUTANTS_OF_GATES,
  ...MUTANTS_OF_HEADS,
  ...MUTANTS_OF_OPENINGS,
  ...MUTANTS_OF_OVERSEERS,
  ...MUTANTS_OF_OWNER,
  ...MUTANTS_OF_PARTNERS,
  ...MUTANTS_OF_PROOF,
  ...MUTANTS_OF_ROWS,
  ...MUTANTS_OF_SEALING,
  ...MUTANTS_OF_SESSIONS,
  ...MUTANTS_OF_STREAMS,
  ...MUTANTS_OF_WALL,
  ...MUTANTS_OF_WEBHOOKS,
  ...MUTANTS_OF_WHAT_FOLLOWS,
]
