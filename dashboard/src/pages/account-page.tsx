/** Whoever is signed in: as what, until when, the emergencies to oversee or sign, and the tokens made for programs. */
import { InSpanish } from '../ui/in-spanish.tsx'
import '../ui/styles/dialog.css'
import '../ui/styles/fields.css'
import '../ui/styles/sign-in.css'
import {
  mayChooseLetters,
  mayDecideSecond,
  mayExport,
  mayManageWebhooks,
  mayReadAlerts,
  mayReadLetters,
  maySeeEmergencies,
  useSession,
} from '../api/session.ts'
import { useFormat } from '../format/use-format.ts'
import { Emergencies } from '../tiles/emergencies/emergencies.tsx'
import { ExportsTile } from '../tiles/exports/exports.tsx'
import { LettersTile } from '../tiles/letters/letters-tile.tsx'
import { PersonalTokens } from '../tiles/personal-tokens/personal-tokens.tsx'
import { reachOf } from '../ui/office.ts'
import { useTitle } from '../ui/use-title.ts'
import { useNoticeWords } from '../words/notice-words.ts'
import { useSystemWords } from '../words/system-words.ts'
import { useWords } from '../words/words.ts'

export function AccountPage() {
  const { t, language } = useWords()
  const { date, time } = useFormat()
  const { systems, letters } = useNoticeWords()
  const system = useSystemWords()
  const session = useSession()
  useTitle(t('session.account'))
  if (session.state !== 'in') return null
  const { person } = session
  return (
    <div className="account">
      <h1>
        <InSpanish>{person.name}</InSpanish>
      </h1>
      <p>{reachOf(person, t, language)}</p>
      <p className="note">
        {t('session.until', { when: `${date(person.endsAt)}, ${time(person.endsAt)}`, minutes: person.idleMinutes })}
      </p>
      {mayManageWebhooks(person) && (
        <p>
          <a href="/avisos">{systems.link}</a>
        </p>
      )}
      {mayReadLetters(person) && (
        <p>
          <a href="/bandeja">{letters.link}</a>
        </p>
      )}
      {mayReadAlerts(person) && (
        <p>
          <a href="/sistema">{system.link}</a>
        </p>
      )}
      {mayChooseLetters(person) && <LettersTile person={person} />}
      {maySeeEmergencies(person) && <Emergencies />}
      {mayExport(person) && <ExportsTile />}
      <PersonalTokens mayDecideSecond={mayDecideSecond(person)} />
    </div>
  )
}
