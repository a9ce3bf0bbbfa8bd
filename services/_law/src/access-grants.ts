/** The lines of the matrix, a role each, with what they rest on (access-matrix.ts says what each word means). */
import type { Group } from './access-groups.ts'
import type { Grant } from './access-lines.ts'

/** Whatever anybody may read. */
const OPEN: readonly Group[] = ['public']

/** All of a child but what is counsel's own. */
const WHOLE_CHILD: readonly Group[] = ['base', 'location', 'risk', 'representation', 'detection', 'return']

export const GRANTS = {
  'federal-secretary': {
    rows: 'ALL',
    reads: [
      ...OPEN,
      'stats',
      'base',
      'detection',
      'return',
      'alerts',
      'oversight',
      'audit',
      'intake',
      'emergencies',
      'messages',
    ],
    withReason: ['identity', 'location', 'risk', 'representation'],
    writes: [
      'record:open',
      'emergency:sign',
      'alert:act',
      'alert:close',
      'alert:silence',
      'threshold:set',
      'export:request',
      'export:approve',
    ],
    byState: false,
    source: 'LAW',
    because:
      'LGDNNA art. 125 XV: the national system. Policy: a record without name, place or danger is enough for it; more is read for a written reason.',
  },
  'state-secretary': {
    rows: 'STATES',
    reads: [...OPEN, 'stats', ...WHOLE_CHILD, 'alerts', 'oversight', 'intake', 'emergencies'],
    withReason: ['identity'],
    writes: [
      'record:open',
      'emergency:use',
      'emergency:sign',
      'alert:act',
      'alert:close',
      'alert:silence',
      'export:request',
      'export:approve',
    ],
    byState: true,
    source: 'POLICY',
    because: 'The system of the state answers for the children in it. Identity is read for a written reason.',
  },
  'ombudsperson-federal': {
    rows: 'FEDERAL_ACTS',
    reads: [
      ...OPEN,
      'stats',
      'base',
      'identity',
      'location',
      'risk',
      'detection',
      'return',
      'alerts',
      'oversight',
      'audit',
      'intake',
      'emergencies',
      'webhooks',
    ],
    withReason: [],
    writes: [
      'complaint:write',
      'recommendation:write',
      'emergency:use',
      'emergency:sign',
      'alert:act',
      'alert:close',
      'alert:silence',
      'export:request',
      'export:approve',
      'webhook:manage',
      'graphql:adhoc',
    ],
    byState: false,
    source: 'LAW',
    because:
      'CPEUM art. 102 B (not read: to be verified): the CNDH knows of acts of federal authorities. The file of a Procuraduría is an act of a state.',
  },
  'ombudsperson-state': {
    rows: 'STATE_ACTS',
    reads: [...OPEN, 'stats', ...WHOLE_CHILD, 'identity', 'alerts', 'oversight', 'audit', 'emergencies', 'webhooks'],
    withReason: [],
    writes: [
      'complaint:write',
      'recommendation:write',
      'emergency:use',
      'emergency:sign',
      'alert:act',
      'alert:close',
      'alert:silence',
      'export:request',
      'export:approve',
      'webhook:manage',
      'graphql:adhoc',
    ],
    byState: true,
    source: 'LAW',
    because:
      'CPEUM art. 102 B (not read: to be verified): the commission of a state knows of acts of the authorities of that state.',
  },
  'ppnna-officer': {
    rows: 'CASES',
    reads: [...OPEN, 'stats', ...WHOLE_CHILD, 'identity', 'alerts', 'oversight', 'emergencies'],
    withReason: [],
    writes: [
      'representation:write',
      'bid:write',
      'emergency:use',
      'emergency:sign',
      'alert:act',
      'alert:answer',
      'export:request',
    ],
    byState: true,
    source: 'LAW',
    because:
      'LGDNNA arts. 106, 122 II, 122 VI-VII, 123: represents the child, determines its best interests, orders measures.',
  },
  'dif-officer': {
    rows: 'PLACED',
    reads: [...OPEN, 'stats', 'base', 'identity', 'location', 'detection', 'duties', 'emergencies'],
    withReason: ['risk'],
    writes: ['placement:write', 'record:open', 'emergency:use', 'emergency:sign', 'alert:answer', 'export:request'],
    byState: true,
    source: 'LAW',
    because:
      'Ley de Migración art. 112 I; LGDNNA art. 94: lodges the child. Policy: dangers are read for a written reason.',
  },
  'inm-officer': {
    rows: 'OWN_WRITING',
    reads: [...OPEN, 'receipts', 'gates'],
    withReason: [],
    writes: ['detection:write', 'stay:write', 'return:plan', 'return:execute', 'alert:answer'],
    byState: true,
    source: 'PROTOCOL',
    because:
      'CMW/C/GC/3-CRC/C/GC/22 of 2017, para. 17 (to be verified): a firewall between protection and enforcement. No live count either: counts change with what protection recorded. Policy: an office is that of its states.',
  },
  'independent-counsel': {
    rows: 'MANDATE',
    reads: [...OPEN, ...WHOLE_CHILD, 'identity', 'privileged'],
    withReason: [],
    writes: ['counsel:request', 'export:request', 'graphql:adhoc'],
    byState: false,
    source: 'LAW',
    because:
      'LGDNNA arts. 92 VII-VIII: assistance to the child who asked for it. Policy: an ended mandate opens nothing.',
  },
  partner: {
    rows: 'AGREEMENT',
    reads: [...OPEN, 'alerts', 'pseudonyms', 'webhooks'],
    withReason: [],
    writes: ['webhook:manage'],
    byState: true,
    source: 'POLICY',
    because:
      'Nothing of a child but a pseudonym that no other partner shares, and which duty to it is broken. An agreement names its states.',
  },
  public: {
    rows: 'PUBLISHED',
    reads: OPEN,
    withReason: [],
    writes: [],
    byState: false,
    source: 'POLICY',
    because: 'Live counts of few children tell of each of them; what an authority has published is public already.',
  },
} as const satisfies Readonly<Record<string, Grant>>
