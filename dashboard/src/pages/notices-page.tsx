/** The systems that are told of alerts. For an office that may have none, the way back. */
import '../ui/styles/dialog.css'
import '../ui/styles/fields.css'
import '../ui/styles/notices.css'
import { mayManageWebhooks, useSession } from '../api/session.ts'
import { EndpointsTile } from '../tiles/webhooks/endpoints-tile.tsx'
import { NotForOffice } from '../ui/not-for-office.tsx'
import { useTitle } from '../ui/use-title.ts'
import { useNoticeWords } from '../words/notice-words.ts'

export function NoticesPage() {
  const { title } = useNoticeWords().systems
  const session = useSession()
  useTitle(title)
  if (session.state !== 'in') return null
  return mayManageWebhooks(session.person) ? <EndpointsTile /> : <NotForOffice title={title} />
}
