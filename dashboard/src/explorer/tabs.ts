/** The queries that the explorer opens with, ready to run: those by which the graph is accepted, as far as the reader may read what they ask. */
import authoritySays from './queries/authority-says.graphql?raw'
import byNumber from './queries/by-number.graphql?raw'
import gates from './queries/gates.graphql?raw'
import latestFound from './queries/latest-found.graphql?raw'
import oneChild from './queries/one-child.graphql?raw'
import oversight from './queries/oversight.graphql?raw'
import overstays from './queries/overstays.graphql?raw'
import ownReceipts from './queries/own-receipts.graphql?raw'
import published from './queries/published.graphql?raw'
import reportFigures from './queries/report-figures.graphql?raw'
import returns from './queries/returns.graphql?raw'
import trend from './queries/trend.graphql?raw'
import unprocessed from './queries/unprocessed.graphql?raw'

export type Tab = { query: string; variables?: string }

const OF_A_CHILD = [
  'child:read',
  'detection:read',
  'location:read',
  'representation:read',
  'return:read',
  'risk:read',
] as const

const READY: readonly { query: string; needs: readonly string[] }[] = [
  { query: oversight, needs: ['stats:read'] },
  { query: reportFigures, needs: ['stats:read'] },
  { query: trend, needs: ['stats:read'] },
  { query: authoritySays, needs: ['stats:read'] },
  { query: oneChild, needs: OF_A_CHILD },
  { query: byNumber, needs: ['child:identify'] },
  { query: unprocessed, needs: ['oversight:read', 'child:read'] },
  { query: returns, needs: ['return:read', 'child:read'] },
  { query: latestFound, needs: ['child:read'] },
  { query: ownReceipts, needs: ['receipt:read'] },
  { query: gates, needs: ['gate:read'] },
  { query: overstays, needs: ['pseudonym:read'] },
  { query: published, needs: ['public:read'] },
]

/** Whether the reader may run the query of one child: nobody else is asked which child that is. */
export const readsOneChild = (scopes: readonly string[]): boolean => OF_A_CHILD.every((scope) => scopes.includes(scope))

/** `childId` is a child of the registry that answers; without one, the tab of one child waits for an id. */
export function tabsFor(scopes: readonly string[], childId: string | null): readonly Tab[] {
  const open = READY.filter(({ needs }) => needs.every((scope) => scopes.includes(scope)))
  const variables = new Map([
    [oneChild, { id: childId ?? '' }],
    [byNumber, { type: 'ACTA', number: '' }],
  ])
  return open.map(({ query }) => {
    const given = variables.get(query)
    return given ? { query, variables: JSON.stringify(given, null, 2) } : { query }
  })
}
