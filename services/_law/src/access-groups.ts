/** The groups into which every field of the graph falls, and the scope that each asks of its reader (LGDNNA arts. 76-77). */

/** A field belongs to exactly one group; the group decides who may read it. `holds` says what stands in it. */
export const GROUPS = {
  public: { scope: 'public:read', holds: 'figures that an authority has published, code lists, articles of the law' },
  stats: { scope: 'stats:read', holds: 'live counts by state, and the places of which they tell' },
  base: {
    scope: 'child:read',
    holds:
      'folio, age group, sex, nationality, company, day of the first detection, kind of custody, stays without their place, and of which child something is',
  },
  identity: {
    scope: 'child:identify',
    holds:
      'numbers of the child and of what was done for it (CURP, acta, folios), closer age, countries of birth and residence, language, who represents it, street addresses; its names and day of birth are in no field of the graph',
  },
  location: { scope: 'location:read', holds: 'the facility where a child is or was' },
  risk: {
    scope: 'risk:read',
    holds:
      'need of protection, asylum, causes, violence, each danger and where it lies, family and whether there is contact with it, content of determination and plan',
  },
  care: {
    scope: 'care:read',
    holds:
      'what whoever lodges a child has to know of its dangers: health, language, that there is a danger; how it is kept, by which measure, and whether its absence was reported',
  },
  representation: {
    scope: 'representation:read',
    holds: 'protection case, office, counsel, mandates, requests for counsel',
  },
  privileged: { scope: 'counsel:notes', holds: 'notes of counsel; no field of the graph yet' },
  detection: {
    scope: 'detection:read',
    holds: 'what the detecting authority reported of the detection, and migration documents',
  },
  return: { scope: 'return:read', holds: 'plan, checklist, escort, execution and standing of returns' },
  oversight: {
    scope: 'oversight:read',
    holds:
      'the course of alerts, and which are about a child; complaints, recommendations, names of officials who answer',
  },
  alerts: {
    scope: 'alert:read',
    holds:
      'that a duty is broken in a state: which, how gravely, by which article, and of whom under a pseudonym of the reader’s own',
  },
  webhooks: {
    scope: 'webhook:read',
    holds: 'one’s own endpoints, and what was sent to them',
  },
  messages: {
    scope: 'message:read',
    holds: 'mail that the registry wrote to offices: numbers of alerts, and of nobody',
  },
  letters: {
    scope: 'letter:read',
    holds: 'how the reader’s own office is written to of alerts: from how grave ones on, and when',
  },
  duties: {
    scope: 'duty:read',
    holds: 'alerts of which the reader’s own office owes the duty, to be answered: which, since when, where',
  },
  audit: {
    scope: 'audit:read',
    holds: 'who read the record of a child, when and why; for overseers, never for those whom they oversee',
  },
  emergencies: {
    scope: 'emergency:read',
    holds: 'uses of emergency access: one’s own and one’s office’s, those that one may sign or oversees',
  },
  intake: { scope: 'intake:read', holds: 'files taken in, and rows that could not be joined, without their values' },
  receipts: { scope: 'receipt:read', holds: 'what the reader’s own office wrote, as it wrote it' },
  gates: {
    scope: 'gate:read',
    holds:
      'whether an act of a Procuraduría permits a return, or contact with the consulate, of whom the reader’s office found',
  },
  pseudonyms: { scope: 'pseudonym:read', holds: 'what a partner’s agreement covers, with a pseudonym of its own' },
} as const satisfies Record<string, { scope: `${string}:${string}`; holds: string }>

export type Group = keyof typeof GROUPS

/**
 * What may be done beside reading. The graph knows the acts by which records are opened and signed for, and those on alerts; what else
 * is written comes through intake; lists are taken out at /exports. `graphql:adhoc` is to ask in words of one’s own.
 */
export const WRITES = [
  'detection:write',
  'stay:write',
  'placement:write',
  'representation:write',
  'bid:write',
  'return:plan',
  'return:execute',
  'complaint:write',
  'recommendation:write',
  'counsel:request',
  'record:open',
  'emergency:use',
  'emergency:sign',
  'alert:know',
  'alert:act',
  'alert:close',
  'alert:answer',
  'alert:silence',
  'letter:choose',
  'threshold:set',
  'post:record',
  'breach:record',
  'calendar:keep',
  'export:request',
  'export:approve',
  'webhook:manage',
  'graphql:adhoc',
] as const
export type Write = (typeof WRITES)[number]

/** What a second person decides: a program of his own, which holds his token, is not he, and might hold the first one's too. */
const OF_A_SECOND_PERSON: ReadonlySet<Scope> = new Set<Write>(['emergency:sign', 'export:approve'])

/** What a token opens that a person made for a program of his own: what he may do, but what he decides as the second of two. */
export const scopesOfToken = (scopes: readonly Scope[]): Scope[] =>
  scopes.filter((scope) => !OF_A_SECOND_PERSON.has(scope))

/** What a field asks of its reader, and what an act asks of its author. */
export type Scope = (typeof GROUPS)[Group]['scope'] | Write

const READ_SCOPES = Object.values(GROUPS).map(({ scope }) => scope)
export const SCOPES: readonly Scope[] = [...READ_SCOPES, ...WRITES]

const GROUP_OF = new Map<string, Group>(
  Object.entries(GROUPS).map(([group, { scope }]) => [scope, group as Group] as const),
)

/** The group that a scope opens; null for a scope that opens none. */
export function groupOf(scope: string): Group | null {
  return GROUP_OF.get(scope) ?? null
}

export function isScope(text: unknown): text is Scope {
  return SCOPES.some((scope) => scope === text)
}
