/** Checks that hold the gates of INM and the pseudonyms of partners, each with the change that removes it (mutants.ts). */
import type { Mutant } from './mutants.ts'

const GATES = 'tests/access/gates.test.ts'
const SHUT = 'tests/access/gates-fail-closed.test.ts'
const RULES = 'services/returns/src/rules/gates.test.ts'
const VIEWS = 'prisma/migrations/20261125102200_gates_by_actor/migration.sql'
const PSEUDONYMS = 'tests/access/pseudonyms.test.ts'

export const MUTANTS_OF_GATES: readonly Mutant[] = [
  {
    check: 'a gate is of a child whom the office of the asker found',
    file: VIEWS,
    from: 'and w.state = any ((select sec.states())::char(2)[])',
    to: '',
    test: GATES,
  },
  {
    check: 'a gate is of a child whom INM found',
    file: 'services/returns/src/actions/follow-children.ts',
    from: "payload ->> 'source' = 'INM' and payload ->> 'feed' = 'detections'",
    to: "payload ->> 'feed' = 'detections'",
    test: GATES,
  },
  {
    check: 'what others make of a detection moves no gate',
    file: VIEWS,
    from: 'join returns.inm_batch_ref using (batch_id)\n  where',
    to: 'where',
    test: GATES,
  },
  {
    check: 'a return is permitted by what would make it valid',
    file: 'services/returns/src/rules/gates.ts',
    from: "document !== undefined && standingOfReturn(now, determinations) === 'VALID'",
    to: 'document !== undefined',
    test: RULES,
  },
  {
    check: 'INM reads a determination only where it permits',
    file: VIEWS,
    from: "d on d.outcome = 'RETURN_PERMITTED'",
    to: 'd on true',
    test: GATES,
  },
  {
    check: 'the consulate is opened by an act that says so',
    file: 'services/returns/src/rules/gates.ts',
    from: 'ofLastDay.length > 0 && ofLastDay.every(({ isPermitted }) => isPermitted)',
    to: 'ofLastDay.length > 0',
    test: RULES,
  },
  {
    check: 'a gate that nobody can answer is shut',
    file: 'gateway/src/gateway.ts',
    from: 'status === 200 ? gatesClosed(schema, admitted, answer) : answer',
    to: 'answer',
    test: SHUT,
  },
  {
    check: 'a gate that is shut for a fault does not say so',
    file: 'gateway/src/fail-closed.ts',
    from: '(path ? !shut.has(String(path[0])) : isMore)',
    to: '(path ? true : isMore)',
    test: SHUT,
  },
  {
    check: 'a partner reads of the states of its agreement alone',
    file: VIEWS,
    from: "(select sec.rule()) = 'AGREEMENT' and state = any ((select sec.states())::char(2)[])",
    to: "(select sec.rule()) = 'AGREEMENT'",
    test: PSEUDONYMS,
  },
  {
    check: 'a partner reads nothing but pseudonyms',
    file: 'services/_law/src/access-grants.ts',
    from: "reads: [...OPEN, 'alerts', 'pseudonyms', 'webhooks'],\n    withReason: [],\n    writes: ['webhook:manage'],\n    byState: true,",
    to: "reads: [...OPEN, 'alerts', 'pseudonyms', 'webhooks', 'receipts'],\n    withReason: [],\n    writes: ['webhook:manage'],\n    byState: true,",
    test: PSEUDONYMS,
  },
  {
    check: 'overstays are read by partners alone',
    file: VIEWS,
    from: "(select sec.rule()) = 'AGREEMENT' and",
    to: '',
    test: PSEUDONYMS,
  },
  {
    check: 'gates are read by INM alone',
    file: VIEWS,
    from: "(select sec.rule()) = 'OWN_WRITING' and",
    to: '',
    test: GATES,
  },
  {
    check: 'each partner has a key of its own',
    file: 'services/_kit/src/seal/pseudonyms.ts',
    from: 'JSON.stringify(org === null ? { sub } : { org })',
    to: "''",
    test: PSEUDONYMS,
  },
  {
    check: 'a cursor tells nobody the id of a row',
    file: 'services/_kit/src/graph/cursors.ts',
    from: "return code + Buffer.concat([cipher.update(position, 'utf8'), cipher.final()]).toString('base64url')",
    to: 'return code + position',
    test: PSEUDONYMS,
  },
]
