/** One alert: how it stands, what happened to it, what it rests on, and what one may do about it. */
import '../ui/styles/alerts.css'
import '../ui/styles/alert.css'
import '../ui/styles/dialog.css'
import '../ui/styles/alerts-narrow.css'
import { useParams } from '@tanstack/react-router'
import { mayReadAlerts, mayReadDuties, useSession } from '../api/session.ts'
import { AlertTile } from '../tiles/alerts/alert-tile.tsx'
import { NotForOffice } from '../ui/not-for-office.tsx'
import { NATION } from '../words/states.ts'
import { useWords } from '../words/words.ts'
import { PageScope } from './page-scope.tsx'

export function AlertPage() {
  const { t } = useWords()
  const session = useSession()
  const id = useParams({ from: '/alertas/$id', select: (params) => params.id })
  const isForReader = session.state === 'in' && mayReadAlerts(session.person)
  const owes = session.state === 'in' && mayReadDuties(session.person)
  const instead = owes ? { href: '/alertas', words: t('alerts.ofOffice') } : undefined
  return (
    <PageScope code={NATION} title={null}>
      {isForReader ? <AlertTile key={id} id={id} /> : <NotForOffice title={t('alerts.title')} instead={instead} />}
    </PageScope>
  )
}
