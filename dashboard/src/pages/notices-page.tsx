/** The systems that are told of alerts. For an office that may have none, the way back. */
import '../ui/styles/dialog.css'
import '../ui/styles/fields.css'
import '../ui/styles/notices.css'
import { useEffect } from 'react'
import { mayManageWebhooks, useSession } from '../api/session.ts'
import { EndpointsTile } from '../tiles/webhooks/endpoints-tile.tsx'
import { NotForOffice } from '../ui/not-for-office.tsx'
import { useNoticeWords } from '../words/notice-words.ts'
import { useWords } from '../words/words.ts'

export function NoticesPage() {
  const { t } = useWords()
  const { title } = useNoticeWords().systems
  const session = useSession()
  useEffect(() => {
    document.title = `${title} · ${t('frame.product')}`
  }, [title, t])
  if (session.state !== 'in') return null
  return mayManageWebhooks(session.person) ? <EndpointsTile /> : <NotForOffice title={title} />
}
