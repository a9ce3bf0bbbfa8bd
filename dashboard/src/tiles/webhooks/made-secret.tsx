/** A secret that was just made: it is shown this once, until the reader says that it is kept. */
import { useNoticeWords } from '../../words/notice-words.ts'

type Props = { name: string; secret: string; onKept: () => void }

export function MadeSecret({ name, secret, onKept }: Props) {
  const words = useNoticeWords()
  return (
    <div className="secret-made">
      <p>{words.secret.made(name)}</p>
      <code translate="no">{secret}</code>
      <button className="action" type="button" onClick={onKept}>
        {words.secret.kept}
      </button>
    </div>
  )
}
