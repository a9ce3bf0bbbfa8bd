/** The accounts of the issuer that comes with Vigía, to choose one: a form each, so that the browser follows where it leads. */
import { useEffect, useState } from 'react'
import type { Role } from '../../api/session.ts'
import { stateName } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'

type Account = { sub: string; es: string; en: string; role: Role; states?: readonly string[] }

export function Accounts({ request }: { request: string }) {
  const { t, language } = useWords()
  const accounts = useAccounts()
  if (accounts === 'missing') return <p role="alert">{t('session.accountsMissing')}</p>
  const groups = Map.groupBy(accounts, ({ states }) => states?.[0] ?? '')
  return (
    <form method="post" action={`/issuer/interaction/${encodeURIComponent(request)}`}>
      <p className="quiet-text">{t('session.trial')}</p>
      {[...groups].map(([state, members]) => (
        <fieldset className="accounts" key={state}>
          <legend>{state === '' ? t('session.federation') : stateName(state, language)}</legend>
          {members.map(({ sub, role, [language]: name }) => (
            <button key={sub} type="submit" name="account" value={sub}>
              <span>{name}</span> <small>{t(`session.roles.${role}`)}</small>
            </button>
          ))}
        </fieldset>
      ))}
    </form>
  )
}

function useAccounts(): readonly Account[] | 'missing' {
  const [accounts, setAccounts] = useState<readonly Account[] | 'missing'>([])
  useEffect(() => {
    fetch('/issuer/accounts')
      .then((response) => (response.ok ? response.json() : { accounts: 'missing' }))
      .then(({ accounts: told }) => setAccounts(told))
      .catch(() => setAccounts('missing'))
  }, [])
  return accounts
}
