/** The personal tokens that hold: each by its name, with its end and its last use. */
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/words.ts'
import type { Token } from './token-doors.ts'

type Revoke = { onRevoke: (token: Token) => void }

export function TokenList({ tokens, onRevoke }: Revoke & { tokens: readonly Token[] }) {
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

function Row({ token, onRevoke }: Revoke & { token: Token }) {
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
