/** The system itself: secretariats, the log of breaches, the calendar of working days. For an office that oversees nothing, the way back. */
import '../ui/styles/alert.css'
import '../ui/styles/dialog.css'
import '../ui/styles/notices.css'
import { useSearch } from '../api/search.ts'
import { mayReadAlerts, useSession } from '../api/session.ts'
import { BreachesTile } from '../tiles/system/breaches-tile.tsx'
import { SecretariatsTile } from '../tiles/system/secretariats-tile.tsx'
import { ThresholdsTile } from '../tiles/system/thresholds-tile.tsx'
import { WorkSuspensionsTile } from '../tiles/system/work-suspensions-tile.tsx'
import { NotForOffice } from '../ui/not-for-office.tsx'
import { StateNarrowingLine } from '../ui/state-narrowing.tsx'
import { useTitle } from '../ui/use-title.ts'
import { useSystemWords } from '../words/system-words.ts'

export function SystemPage() {
  const { title, lead, narrowed } = useSystemWords()
  const session = useSession()
  const { search } = useSearch()
  useTitle(title)
  if (session.state !== 'in') return null
  const { person } = session
  if (!mayReadAlerts(person)) return <NotForOffice title={title} />
  return (
    <div className="notices">
      <header className="notices-head">
        <h1>{title}</h1>
        <p>{lead}</p>
      </header>
      <StateNarrowingLine lead={narrowed} />
      <BreachesTile key={search.entidad} person={person} />
      <WorkSuspensionsTile key={`calendario ${search.entidad}`} person={person} />
      <ThresholdsTile person={person} />
      <SecretariatsTile person={person} />
    </div>
  )
}
