/** The letters that the registry writes to offices. For an office that may not read them, the way back. */
import '../ui/styles/notices.css'
import { mayReadLetters, useSession } from '../api/session.ts'
import { OutboxTile } from '../tiles/outbox/outbox-tile.tsx'
import { NotForOffice } from '../ui/not-for-office.tsx'
import { useTitle } from '../ui/use-title.ts'
import { useNoticeWords } from '../words/notice-words.ts'

export function OutboxPage() {
  const { title } = useNoticeWords().letters
  const session = useSession()
  useTitle(title)
  if (session.state !== 'in') return null
  return mayReadLetters(session.person) ? <OutboxTile /> : <NotForOffice title={title} />
}
