/** Who is signed in, as what and for where, with the way to the account and the way out. */
import { type Person, signOut } from '../api/session.ts'
import { officeOf } from '../ui/office.ts'
import { useWords } from '../words/words.ts'

export function Who({ person }: { person: Person }) {
  const { t, language } = useWords()
  return (
    <span className="who">
      <a href="/cuenta" title={person.name}>
        <span className="unseen">
          {t('session.signedInAs')}: <span lang="es">{person.name}</span>
          {'. '}
        </span>
        {officeOf(person, t, language)}
      </a>{' '}
      <button className="quiet" type="button" onClick={() => void signOut()}>
        {t('session.out')}
      </button>
    </span>
  )
}
