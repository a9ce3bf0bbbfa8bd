/** The letters that the registry writes to offices. For an office that may not read them, the way back. */
import '../ui/styles/notices.css'
import { useEffect } from 'react'
import { mayReadLetters, useSession } from '../api/session.ts'
import { OutboxTile } from '../tiles/outbox/outbox-tile.tsx'
import { NotForOffice } from '../ui/not-for-office.tsx'
import { useNoticeWords } from '../words/notice-words.ts'
import { useWords } from '../words/words.ts'

export function OutboxPage() {
  const { t } = useWords()
  const { title } = useNoticeWords().letters
  const session = useSession()
  useEffect(() => {
    document.title = `${title} · ${t('frame.product')}`
  }, [title, t])
  if (session.state !== 'in') return null
  return mayReadLetters(session.person) ? <OutboxTile /> : <NotForOffice title={title} />
}
