/** The alerts that the reader oversees, with the silences of their notices; or those about its own office. For an office that oversees nothing, the way back. */
import '../ui/styles/alerts.css'
import '../ui/styles/alert.css'
import '../ui/styles/dialog.css'
import '../ui/styles/alerts-narrow.css'
import '../ui/styles/notices.css'
import { useSearch } from '../api/search.ts'
import { mayReadAlerts, mayReadDuties, type Person, useSession } from '../api/session.ts'
import { DutiesTile } from '../tiles/alerts/duties-tile.tsx'
import { InboxTile } from '../tiles/alerts/inbox-tile.tsx'
import { SilencesTile } from '../tiles/silences/silences-tile.tsx'
import { NotForOffice } from '../ui/not-for-office.tsx'
import { NATION } from '../words/states.ts'
import { useSystemWords } from '../words/system-words.ts'
import { useWords } from '../words/words.ts'
import { PageScope } from './page-scope.tsx'

export function AlertsPage() {
  const { t } = useWords()
  const session = useSession()
  return (
    <PageScope code={NATION} title={t('alerts.title')}>
      {session.state === 'in' && <Alerts person={session.person} />}
    </PageScope>
  )
}

function Alerts({ person }: { person: Person }) {
  const { t } = useWords()
  const system = useSystemWords()
  const { entidad } = useSearch().search
  if (mayReadDuties(person)) return <DutiesTile />
  if (!mayReadAlerts(person)) return <NotForOffice title={t('alerts.title')} />
  return (
    <>
      <InboxTile />
      <SilencesTile key={entidad} />
      <p>
        <a href="/sistema">{system.link}</a>
      </p>
    </>
  )
}
