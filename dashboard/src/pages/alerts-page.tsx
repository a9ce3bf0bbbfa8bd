/** The alerts that the reader oversees. For an office that oversees nothing, the way back. */
import '../ui/styles/alerts.css'
import '../ui/styles/alert.css'
import '../ui/styles/alerts-narrow.css'
import { mayReadAlerts, useSession } from '../api/session.ts'
import { InboxTile } from '../tiles/alerts/inbox-tile.tsx'
import { NotForOffice } from '../ui/not-for-office.tsx'
import { NATION } from '../words/states.ts'
import { useWords } from '../words/words.ts'
import { PageScope } from './page-scope.tsx'

export function AlertsPage() {
  const { t } = useWords()
  const session = useSession()
  const isForReader = session.state === 'in' && mayReadAlerts(session.person)
  return (
    <PageScope code={NATION} title={t('alerts.title')}>
      {isForReader ? <InboxTile /> : <NotForOffice title={t('alerts.title')} />}
    </PageScope>
  )
}
