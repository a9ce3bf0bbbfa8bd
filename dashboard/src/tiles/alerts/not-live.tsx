/** That alerts may be missing from the page, where it is not told of them as they are raised. Nothing while it is. */
import { useLiveness } from '../../api/live.ts'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/words.ts'

export function NotLive() {
  const { t } = useWords()
  const { time } = useFormat()
  const { state, since } = useLiveness()
  return (
    <div role="status">
      {(state === 'off' || state === 'paused') && (
        <p className="not-live">{t(`alerts.notLive.${state}`, { time: time(since) })}</p>
      )}
    </div>
  )
}
