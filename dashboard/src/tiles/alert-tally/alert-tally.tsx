/** How many critical alerts stand open where the reader looks after, as the list says that it leads to. Nothing where nobody can tell. */
import { graphql } from '../../api/graphql.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { useFormat } from '../../format/use-format.ts'
import { Changing } from '../../ui/changing.tsx'
import { useWords } from '../../words/words.ts'

const TallyDocument = graphql(`
  query AlertTally {
    nation {
      openAlerts {
        severity
        count
        closedByPerson
      }
    }
    states {
      code
      openAlerts {
        severity
        count
        closedByPerson
      }
    }
  }
`)

const SECONDS_BETWEEN = 10

export function AlertTally() {
  const { t } = useWords()
  const { count } = useFormat()
  const { data } = useLiveQuery({ query: TallyDocument, variables: {} }, SECONDS_BETWEEN)
  // Of the nation more is counted than of its states: what is about itself. Who oversees states is told no sum.
  const told = data?.nation?.openAlerts ?? (data?.states ?? []).flatMap(({ openAlerts }) => openAlerts ?? [])
  const critical = told
    .filter(({ severity }) => severity === 'CRITICAL')
    .reduce((sum, { count: all, closedByPerson }) => sum + all - closedByPerson, 0)
  if (critical === 0) return null
  const n = count(critical)
  return (
    <span className="tally">
      <span aria-hidden="true">
        <Changing>{n}</Changing>
      </span>
      <span className="unseen">{`, ${t('alerts.tally', { count: critical, n })}`}</span>
    </span>
  )
}
