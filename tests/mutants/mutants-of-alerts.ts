/** Checks of what persons do about alerts, each with the change that removes it (mutants.ts). */
import type { Mutant } from './mutants.ts'

const LIFE = 'tests/access/life-of-alerts.test.ts'
const SILENCES = 'tests/access/silences.test.ts'
const THRESHOLDS = 'tests/access/thresholds.test.ts'
const LETTERS = 'tests/access/notices-and-letters.test.ts'
const ACT = 'services/oversight/src/actions/act-on-alert.ts'
const ENGINE = 'services/oversight/src/actions/write-alerts.ts'
const CALENDAR = 'tests/access/work-suspensions.test.ts'
const TERMS = 'tests/access/terms-by-calendars.test.ts'
const BY_MAIL = 'services/oversight/src/rules/told-by-mail.test.ts'

export const MUTANTS_OF_ALERTS: readonly Mutant[] = [
  {
    check: 'who owes a duty dismisses nothing about itself',
    file: 'services/oversight/src/rules/deeds.ts',
    from: 'if (office !== null && offices.includes(office)) return null',
    to: 'if (office !== null) return null',
    test: LIFE,
  },
  {
    check: 'a person acts, and no program',
    file: ACT,
    from: "if (kind !== 'person')",
    to: "if (kind === ('nobody' as string))",
    test: LIFE,
  },
  {
    check: 'nobody acts on what he has not seen as it is now',
    file: ACT,
    from: 'if (wish.version !== null && wish.version !== locked.version)',
    to: 'if (false)',
    test: LIFE,
  },
  {
    check: 'what was done under a key is not done again',
    file: ACT,
    from: 'if (!(await isFirstUnder(client, key, actor, asked))) {',
    to: "if (!(await isFirstUnder(client, key, actor, asked)) && key === 'none') {",
    test: LIFE,
  },
  {
    check: 'an alert is given to who may see it alone',
    file: ACT,
    from: 'await refuseStranger(client, wish.deed, alert)',
    to: '',
    test: LIFE,
  },
  {
    check: 'what grows graver is seen to by nobody any more',
    file: ENGINE,
    from: "case when w.turn = 'ESCALATED' or a.acknowledged_until <= $6 then null",
    to: 'case when a.acknowledged_until <= $6 then null',
    test: LIFE,
  },
  {
    check: 'what grows graver is not closed any more',
    file: ENGINE,
    from: "closed_at = case when w.turn = 'ESCALATED' then null else a.closed_at end",
    to: 'closed_at = a.closed_at',
    test: LIFE,
  },
  {
    check: 'a silence is of the role that set it',
    file: 'services/oversight/src/rules/silenced.ts',
    from: 'silence.authorRole === role && ',
    to: '',
    test: SILENCES,
  },
  {
    check: 'what is critical is never silent',
    file: 'services/oversight/src/rules/silenced.ts',
    from: 'if (!isSilenceable(alert.severity)) return null',
    to: '',
    test: SILENCES,
  },
  {
    check: 'a silence is of the states of who sets it',
    file: 'services/oversight/src/actions/silence-alerts.ts',
    from: "if (!isOfStates(actor, state)) throw new Refusal('FORBIDDEN', 'Silence alerts of a state of yours, and name it.')",
    to: '',
    test: SILENCES,
  },
  {
    check: 'a term of the law is never lengthened',
    file: 'services/_law/src/threshold-changes.ts',
    from: 'if (isBinding(threshold) && !isAsStrict(threshold, value, amount))',
    to: 'if (false)',
    test: THRESHOLDS,
  },
  {
    check: 'an office chooses its letters for its own states alone',
    file: 'services/oversight/src/actions/choose-letters.ts',
    from: 'if (wish.state !== null && actor.states !== null && !actor.states.includes(wish.state))',
    to: 'if (false)',
    test: LETTERS,
  },
  {
    check: 'an office reads its own letters’ terms alone',
    file: 'services/oversight/src/store/letter-choice-store.ts',
    from: 'where role = $1 and (',
    to: 'where $1::text is not null and (',
    test: LETTERS,
  },
  {
    check: 'what is critical and its own duty reaches an office at once, whatever it chose',
    file: 'services/_law/src/letters.ts',
    from: "if (graveness === 'CRITICAL' && isOwnDuty) return true",
    to: '',
    test: BY_MAIL,
  },
  {
    check: 'what one office chose holds for no other',
    file: 'services/oversight/src/rules/letter-terms.ts',
    from: 'const own = choices.filter((one) => one.role === role)',
    to: 'const own = choices.filter(() => role)',
    test: BY_MAIL,
  },
  {
    check: 'of what is critical a letter waits, whatever was chosen',
    file: 'prisma/migrations/20261126102000_letters_by_choice/migration.sql',
    from: "(h.severity = 'CRITICAL' or is_more_wanted and exists (",
    to: '(is_more_wanted and exists (',
    test: 'tests/webhooks/letters.test.ts',
  },
  {
    check: 'a centre of which no list tells is not said to be unregistered',
    file: 'services/_law/src/facility-registry.ts',
    from: "if (status === 'UNKNOWN') return null",
    to: '',
    test: 'services/oversight/src/rules/alerts/whole-places.test.ts',
  },
  {
    check: 'what NATS carries holds for its place in one registry alone',
    file: 'gateway/src/carriers/sealed-step.ts',
    from: 'const placeOf = (seq: number) =>',
    to: 'const placeOf = (_: number, seq = 0) =>',
    test: 'gateway/src/carriers/sealed-step.test.ts',
  },
  {
    check: 'the federal secretary alone records a suspension of work',
    file: 'services/oversight/src/graphql/work-suspension-acts.ts',
    from: `    access: 'calendar:keep',
    description:
      'Records`,
    to: `    access: 'oversight:read',
    description:
      'Records`,
    test: CALENDAR,
  },
  {
    check: 'the federal secretary alone withdraws one',
    file: 'services/oversight/src/graphql/work-suspension-acts.ts',
    from: `    access: 'calendar:keep',
    description:
      'Takes`,
    to: `    access: 'oversight:read',
    description:
      'Takes`,
    test: CALENDAR,
  },
  {
    check: 'a person keeps the calendar, and no program',
    file: 'services/oversight/src/actions/tell-of-suspension.ts',
    from: "if (kind !== 'person')",
    to: "if (kind === ('nobody' as string))",
    test: CALENDAR,
  },
  {
    check: 'who is bound to states suspends the work of their authorities alone',
    file: 'services/oversight/src/actions/tell-of-suspension.ts',
    from: '(state === null || !states.includes(state))',
    to: 'states.length === 0',
    test: CALENDAR,
  },
  {
    check: 'a suspension that was recorded under a key is not recorded again',
    file: 'services/oversight/src/actions/tell-of-suspension.ts',
    from: 'isFirstUnder(client, key, actor, asked)',
    to: 'isFirstUnder(client, null, actor, asked)',
    test: CALENDAR,
  },
  {
    check: 'whoever a suspension concerns is judged again',
    file: 'prisma/migrations/20261127150000_suspensions_of_work/migration.sql',
    from: 'insert into oversight.threshold_wave (threshold_id, due_at) select id, at from new_rows;',
    to: '',
    test: TERMS,
  },
  {
    check: 'the board is counted by a suspension as soon as it is told of',
    file: 'services/representation/src/actions/follow-oversight.ts',
    from: 'await writeSnapshot(client, new Date())',
    to: '',
    test: TERMS,
  },
  {
    check: 'what a suspension shows not to hold says that it ended by it',
    file: 'services/oversight/src/engine/judge.ts',
    from: '(proof ?? suspensionIn(course, now))',
    to: '(proof ?? null)',
    test: TERMS,
  },
  {
    check: 'a suspension stops the clocks of its authority alone',
    file: 'services/_law/src/work-suspensions.ts',
    from: 'return all.filter(({ authority }) => SUSPENDED_BY[keeper].includes(authority))',
    to: 'return [...all].filter(({ authority }) => SUSPENDED_BY[keeper].length > 0 && authority)',
    test: TERMS,
  },
  {
    check: 'a suspension of the authority of a state stops no clock of another state',
    file: 'services/_law/src/work-suspensions.ts',
    from: 'one.state === null || one.state === state',
    to: 'state !== null',
    test: TERMS,
  },
  {
    check: 'a suspension of the CNDH moves no term of another commission',
    file: 'services/representation/src/rules/complaint-terms.ts',
    from: "ombuds === 'CNDH' ?",
    to: 'ombuds ?',
    test: 'services/representation/src/rules/complaint-terms.test.ts',
  },
  {
    check: 'who turns 18 in a centre without a case is not left out',
    file: 'services/oversight/src/rules/alerts/no-transition-plan.ts',
    from: 'const owed = file ?? latest(stays)',
    to: 'const owed = file ?? latest(stays.slice(0, 0))',
    test: 'services/oversight/src/rules/alerts/no-transition-plan.test.ts',
  },
  {
    check: 'a case that is opened raises no second alert of who turns 18',
    file: 'services/oversight/src/rules/alerts/no-transition-plan.ts',
    from: 'subject: child.id',
    to: 'subject: file?.id ?? child.id',
    test: 'services/oversight/src/rules/alerts/no-transition-plan.test.ts',
  },
  {
    check: 'whoever oversees some of the states of a breach ends no alert of the others',
    file: 'services/oversight/src/actions/tell-of-breach.ts',
    from: 'if (!overseesAll(actor, breach.states))',
    to: 'if (!overseesAll(actor, []))',
    test: 'tests/access/breach-of-two-states.test.ts',
  },
]
