/** Asks once more before a token is revoked: the program that has it is let in no more. */
import { OnceMore } from '../../ui/once-more.tsx'
import { useWords } from '../../words/words.ts'
import { ask, faultIn, type Token } from './token-doors.ts'

/** It is there no more: another window was faster. */
const GONE = 404

type Props = { token: Token; onDone: () => void; onEnd: () => void }

export function RevokeDialog({ token: { id, name }, onDone, onEnd }: Props) {
  const { t } = useWords()

  async function revoke() {
    const answer = await ask(`/session/tokens/${id}/revoke`, { method: 'POST' })
    const fault = answer?.status === GONE ? null : faultIn(answer)
    return fault && t(fault)
  }

  return (
    <OnceMore
      title={t('session.tokens.revokeLabel', { name })}
      label={t('session.tokens.revoke')}
      act={revoke}
      onDone={onDone}
      onEnd={onEnd}
    >
      <p className="quiet-text">{t('session.tokens.ask')}</p>
    </OnceMore>
  )
}
