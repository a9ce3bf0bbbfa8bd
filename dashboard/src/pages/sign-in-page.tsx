/** The way in: in the place of whatever page was asked for, so that its address and filters stay. */
import '../ui/styles/sign-in.css'
import { arrival, inWords } from '../api/arrival.ts'
import { useHasDraft } from '../api/draft.ts'
import { type Session, wayIn } from '../api/session.ts'
import { useIsSynthetic } from '../api/synthetic.ts'
import { Accounts } from '../tiles/accounts/accounts.tsx'
import { useTitle } from '../ui/use-title.ts'
import { useWords, type Words } from '../words/words.ts'

const TOLD = ['expired', 'no-cookie', 'refused', 'no-role', 'unavailable', 'unknown', 'busy'] as const
type Told = (typeof TOLD)[number]

export function SignInPage({ session }: { session: Exclude<Session, { state: 'asking' }> }) {
  const { t } = useWords()
  const isSynthetic = useIsSynthetic()
  const { to, request } = arrival()
  useTitle(t('session.title'))
  return (
    <div className="sign-in">
      <div className="sign-in-what">
        <p className="sign-in-lead">{t('session.lead')}</p>
        <p className="quiet-text">{t('session.what')}</p>
        {isSynthetic && (
          <p className="quiet-text">
            <strong className="synthetic">{t('frame.synthetic')}</strong> {t('frame.syntheticNote')}
          </p>
        )}
      </div>
      <div className="sign-in-how">
        <h1>{request ? t('session.choose') : t('session.title')}</h1>
        <Why session={session} t={t} />
        {request ? (
          <Accounts request={request} />
        ) : (
          <Enter to={to} isAgain={session.state === 'out' && session.why !== 'never'} />
        )}
      </div>
    </div>
  )
}

function Why({ session, t }: { session: Exclude<Session, { state: 'asking' }>; t: Words }) {
  const { why: told, request } = arrival()
  const isDraftKept = useHasDraft()
  const why = session.state === 'out' && session.why !== 'never' ? session.why : TOLD.find((one) => one === told)
  if (!why || request) return null
  return (
    <p className="sign-in-why" role="status">
      {t(`session.why.${why satisfies Told | 'ended' | 'left'}`)}
      {why === 'ended' && isDraftKept && ` ${t('session.draft.kept')}`}
    </p>
  )
}

function Enter({ to, isAgain }: { to: string; isAgain: boolean }) {
  const { t } = useWords()
  return (
    <>
      <p>
        <a className="sign-in-enter" href={wayIn(to)}>
          {t(isAgain ? 'session.again' : 'session.enter')}
        </a>
      </p>
      {to !== '/' && <p className="note">{t('session.back', { page: inWords(to) })}</p>}
    </>
  )
}
