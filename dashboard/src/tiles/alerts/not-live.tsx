/** That alerts may be missing from the page, where it is not told of them as they are raised. Nothing while it is. */
import { useAlertLiveness } from '../../api/alert-stream.ts'
import { useLiveness } from '../../api/live.ts'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/words.ts'

export function NotLive() {
  const { t } = useWords()
  const { time } = useFormat()
  const board = useLiveness()
  const alerts = useAlertLiveness()
  // Of two streams that are gone, since the first one went.
  const [gone] = [board, alerts].filter(({ state }) => state === 'off').toSorted((a, b) => +a.since - +b.since)
  const said = board.state === 'paused' ? board : gone
  return (
    <div role="status">
      {said && (
        <p className="not-live">
          {t(`alerts.notLive.${said.state === 'paused' ? 'paused' : 'off'}`, { time: time(said.since) })}
        </p>
      )}
    </div>
  )
}
