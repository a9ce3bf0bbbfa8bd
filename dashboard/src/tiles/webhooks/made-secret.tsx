/** A secret that was just made: it is shown this once, until the reader says that it is kept. */
import { useEffect } from 'react'
import { CopyButton } from '../../ui/copy-button.tsx'
import { useGoOn } from '../../ui/use-go-on.ts'
import { useNoticeWords } from '../../words/notice-words.ts'
import { useWords } from '../../words/words.ts'

type Props = { name: string; secret: string; onKept: () => void }

export function MadeSecret({ name, secret, onKept }: Props) {
  const words = useNoticeWords()
  const { t } = useWords()
  const { acts, goOn } = useGoOn<HTMLDivElement>()
  // It stands at the top of a page that may be long, and is not shown again.
  useEffect(() => acts.current?.focus(), [acts])
  const kept = () => {
    goOn()
    onKept()
  }
  return (
    <div className="secret-made" ref={acts} tabIndex={-1}>
      <p>{words.secret.made(name)}</p>
      <code translate="no">{secret}</code>
      <CopyButton
        text={secret}
        label={words.secret.copy}
        said={{ copied: t('session.copy.copied'), failed: t('session.copy.failed') }}
      />{' '}
      <button className="action" type="button" onClick={kept}>
        {words.secret.kept}
      </button>
    </div>
  )
}
