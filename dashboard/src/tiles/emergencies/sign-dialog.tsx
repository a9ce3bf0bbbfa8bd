/** Asks once more before a signature is given: for which access, by whom it was opened and why, and what a signature says. */
import { type CombinedError, useMutation } from 'urql'
import { wasTooMuch } from '../../api/failure.ts'
import { tellOwnChange } from '../../api/live.ts'
import { tell } from '../../ui/announcer.tsx'
import { OnceMore } from '../../ui/once-more.tsx'
import { useWords } from '../../words/words.ts'
import { type Emergency, SignDocument } from './emergencies-query.ts'
import { Opened } from './opened.tsx'

type Props = { emergency: Emergency; whose: string; onEnd: () => void }

/** It was not signed: he is not the one who may, or the access is not his to see any more. */
const NOT_HIS: readonly unknown[] = ['FORBIDDEN', 'NOT_FOUND']

function faultIn(error: CombinedError) {
  if (wasTooMuch(error)) return 'status.notKept'
  const isRefused = error.graphQLErrors.some(({ extensions }) => NOT_HIS.includes(extensions['code']))
  return isRefused ? 'session.emergencies.refused' : 'session.emergencies.failed'
}

export function SignDialog({ emergency, whose, onEnd }: Props) {
  const { t } = useWords()
  const { id, reason, subject } = emergency
  const [, send] = useMutation(SignDocument)

  async function sign() {
    const { error } = await send({ id })
    tellOwnChange()
    return error ? t(faultIn(error)) : null
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
      <p>
        <Opened emergency={emergency} />
      </p>
      <p className="quiet-text">{t('session.emergencies.ask')}</p>
    </OnceMore>
  )
}
