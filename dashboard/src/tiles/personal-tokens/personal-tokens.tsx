/** The personal tokens of whoever is signed in: made with a name and an end, shown once, revoked here. */
import type { FormEvent } from 'react'
import { CopyButton } from '../../ui/copy-button.tsx'
import { stand } from '../../ui/stage.tsx'
import { useWords } from '../../words/words.ts'
import { RevokeDialog } from './revoke-dialog.tsx'
import type { Token } from './token-doors.ts'
import { TokenList } from './token-list.tsx'
import { useTokens } from './use-tokens.ts'

const USUAL_DAYS = 30
const MOST_DAYS = 90

/** Who decides as the second of two is told that no program does so in his name: to others that would tell of what is not theirs. */
export function PersonalTokens({ mayDecideSecond }: { mayDecideSecond: boolean }) {
  const { t } = useWords()
  const { tokens, made, fault, isMaking, make, noteRevoked } = useTokens()
  const revoke = (token: Token) =>
    stand((end) => <RevokeDialog token={token} onDone={() => noteRevoked(token)} onEnd={end} />)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    // The first of two would be alive, and its secret seen by nobody.
    if (!isMaking && (await make(new FormData(form)))) form.reset()
  }

  return (
    <section className="account-part tokens" aria-labelledby="claves">
      <h2 id="claves">{t('session.tokens.title')}</h2>
      <p className="quiet-text">
        {t('session.tokens.note')}
        {mayDecideSecond && ` ${t('session.tokens.byHimself')}`}
      </p>
      {tokens && <TokenList tokens={tokens} onRevoke={revoke} />}
      <form onSubmit={(event) => void submit(event)}>
        <label>
          {t('session.tokens.name')} <input name="name" required maxLength={80} autoComplete="off" />
        </label>
        <label>
          {t('session.tokens.days')}{' '}
          <input name="days" type="number" required min={1} max={MOST_DAYS} defaultValue={USUAL_DAYS} />
        </label>
        <button className="action" type="submit" aria-disabled={isMaking}>
          {t('session.tokens.make')}
        </button>
      </form>
      <div role="status">
        {made && (
          <p className="token-made">
            {t('session.tokens.made')} <code translate="no">{made.secret}</code>
          </p>
        )}
        {fault && <p className="sign-in-why">{t(fault)}</p>}
      </div>
      {made && (
        <p>
          <Copy secret={made.secret} />
        </p>
      )}
    </section>
  )
}

/** By keyboard alone nobody selects what stands on a page. */
function Copy({ secret }: { secret: string }) {
  const { t } = useWords()
  const said = { copied: t('session.copy.copied'), failed: t('session.copy.failed') }
  return <CopyButton text={secret} label={t('session.tokens.copy')} said={said} />
}
