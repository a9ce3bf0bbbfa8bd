/** Asks once more before an export of another person is approved: which list, how many rows, of where and when, who wants it and what for. */
import { approve, type ExportMade } from '../../api/exports.ts'
import { tell } from '../../ui/announcer.tsx'
import { OnceMore } from '../../ui/once-more.tsx'
import { useWords } from '../../words/words.ts'
import { Bounds, Purpose, Rows } from './exports-made.tsx'

type Props = { made: ExportMade; onDone: () => void; onEnd: () => void }

export function ApproveDialog({ made, onDone, onEnd }: Props) {
  const { t, language } = useWords()
  const { number } = made

  async function sign() {
    const wrong = await approve(number)
    return wrong && t(`exports.unapproved.${wrong}`)
  }

  function done() {
    tell(t('exports.signed', { number }))
    onDone()
  }

  return (
    <OnceMore
      title={t('exports.approveLabel', { number })}
      label={t('exports.approve')}
      act={sign}
      onDone={done}
      onEnd={onEnd}
    >
      <p className="act-name">{made.label[language]}</p>
      <p>
        <Rows made={made} />
        {' · '}
        <Bounds made={made} areOthers />
      </p>
      <p>
        <Purpose made={made} areOthers />
      </p>
      <p className="quiet-text">{t('exports.ask')}</p>
    </OnceMore>
  )
}
