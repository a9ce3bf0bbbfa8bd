/** The queries that the explorer opens with, ready to run: those by which the graph is accepted. */
import authoritySays from './queries/authority-says.graphql?raw'
import oneChild from './queries/one-child.graphql?raw'
import oversight from './queries/oversight.graphql?raw'
import reportFigures from './queries/report-figures.graphql?raw'
import trend from './queries/trend.graphql?raw'

export const TABS: readonly { query: string; variables?: string }[] = [
  { query: oversight },
  { query: reportFigures },
  { query: trend },
  { query: authoritySays },
  { query: oneChild, variables: JSON.stringify({ id: '' }, null, 2) },
]
