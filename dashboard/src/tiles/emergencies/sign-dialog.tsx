/** Asks once more before a signature is given: for which access, why that was opened, and what a signature says. */
import { useMutation } from 'urql'
import { wasTooMuch } from '../../api/failure.ts'
import { tellOwnChange } from '../../api/live.ts'
import { tell } from '../../ui/announcer.tsx'
import { OnceMore } from '../../ui/once-more.tsx'
import { useWords } from '../../words/words.ts'
import { type Emergency, SignDocument } from './emergencies-query.ts'

type Props = { emergency: Emergency; whose: string; onEnd: () => void }

export function SignDialog({ emergency: { id, reason, subject }, whose, onEnd }: Props) {
  const { t } = useWords()
  const [, send] = useMutation(SignDocument)

  async function sign() {
    const { error } = await send({ id })
    tellOwnChange()
    return error ? t(wasTooMuch(error) ? 'status.notKept' : 'session.emergencies.failed') : null
  }

  return (
    <OnceMore
      title={t('session.emergencies.signLabel', { folio: whose, subject })}
      label={t('session.emergencies.sign')}
      act={sign}
      onDone={() => tell(t('session.emergencies.done', { folio: whose }))}
      onEnd={onEnd}
    >
      <p>
        <q>{reason}</q>
      </p>
      <p className="quiet-text">{t('session.emergencies.ask')}</p>
    </OnceMore>
  )
}
