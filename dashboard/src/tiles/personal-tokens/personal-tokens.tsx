/** The personal tokens of whoever is signed in: made with a name and an end, shown once, revoked here. */
import { type FormEvent, useCallback, useEffect, useState } from 'react'
import { asReader, noteEnded } from '../../api/session.ts'
import { useFormat } from '../../format/use-format.ts'
import { tell } from '../../ui/announcer.tsx'
import { useWords } from '../../words/words.ts'

type Fault = 'session.tokens.failed' | 'session.tokens.tooMany'
type Token = { id: string; name: string; createdAt: string; endsAt: string; usedAt: string | null }

const USUAL_DAYS = 30
const MOST_DAYS = 90

export function PersonalTokens() {
  const { t } = useWords()
  const [tokens, setTokens] = useState<readonly Token[] | null>(null)
  const [made, setMade] = useState<string | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [isMaking, setMaking] = useState(false)
  const read = useCallback(async () => {
    const answer = await ask('/session/tokens')
    if (answer?.ok) setTokens((await answer.json()).tokens)
    setFault(faultIn(answer))
  }, [])
  useEffect(() => void read(), [read])

  async function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    // The first of two would be alive, and its secret seen by nobody.
    if (isMaking) return
    const form = event.currentTarget
    const wanted = new FormData(form)
    const body = JSON.stringify({ name: wanted.get('name'), days: Number(wanted.get('days')) })
    // What is said twice is heard twice only where it was not there in between.
    setFault(null)
    setMaking(true)
    const answer = await ask('/session/tokens', { method: 'POST', body })
    setMade(answer?.ok ? (await answer.json()).token : null)
    await read()
    setMaking(false)
    setFault(faultIn(answer))
    if (answer?.ok) form.reset()
  }

  async function revoke({ id, name }: Token) {
    setFault(null)
    const answer = await ask(`/session/tokens/${id}/revoke`, { method: 'POST' })
    await read()
    setFault(faultIn(answer))
    if (answer?.ok) tell(t('session.tokens.revoked', { name }))
  }

  return (
    <section className="account-part tokens" aria-labelledby="claves">
      <h2 id="claves">{t('session.tokens.title')}</h2>
      <p className="quiet-text">{t('session.tokens.note')}</p>
      {tokens && <List tokens={tokens} onRevoke={(token) => void revoke(token)} />}
      <form onSubmit={(event) => void make(event)}>
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
            {t('session.tokens.made')} <code>{made}</code>
          </p>
        )}
        {fault && <p className="sign-in-why">{t(fault)}</p>}
      </div>
    </section>
  )
}

function List({ tokens, onRevoke }: { tokens: readonly Token[]; onRevoke: (token: Token) => void }) {
  const { t } = useWords()
  if (tokens.length === 0) return <p className="note">{t('session.tokens.none')}</p>
  return (
    <ul>
      {tokens.map((token) => (
        <Row key={token.id} token={token} onRevoke={onRevoke} />
      ))}
    </ul>
  )
}

function Row({ token, onRevoke }: { token: Token; onRevoke: (token: Token) => void }) {
  const { t } = useWords()
  const { date } = useFormat()
  const { name, endsAt, usedAt } = token
  return (
    <li>
      <b>{name}</b>
      <span>{t('session.tokens.until', { when: date(endsAt) })}</span>
      <span>{usedAt ? t('session.tokens.used', { when: date(usedAt) }) : t('session.tokens.unused')}</span>
      <button
        className="quiet"
        type="button"
        aria-label={t('session.tokens.revokeLabel', { name })}
        onClick={() => onRevoke(token)}
      >
        {t('session.tokens.revoke')}
      </button>
    </li>
  )
}

/** Whoever has as many as one may have tries again in vain. */
function faultIn(answer: Response | null): Fault | null {
  if (answer?.ok) return null
  return answer?.status === 409 ? 'session.tokens.tooMany' : 'session.tokens.failed'
}

/** Null when nobody answers. */
async function ask(address: string, init: RequestInit = {}): Promise<Response | null> {
  const headers = { ...asReader(), 'content-type': 'application/json' }
  const answer = await fetch(address, { ...init, headers }).catch(() => null)
  if (answer?.status === 401) noteEnded()
  return answer
}
