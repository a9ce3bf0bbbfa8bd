/** When the data were true, whether they come by themselves, and how many states report on time. */
import { pauseLive, resumeLive, useLiveness } from '../../api/live.ts'
import { useRegistry } from '../../api/registry.tsx'
import { useIsUntold, useOnTime } from '../../api/sources.tsx'
import { useNow } from '../../api/use-now.ts'
import { hoursBetween } from '../../format/calendar.ts'
import { isOtherClock } from '../../format/format.ts'
import { useFormat } from '../../format/use-format.ts'
import { NATION } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'

const OLD_AFTER_HOURS = 1

export function FreshnessTile() {
  const { t } = useWords()
  const { isSynthetic } = useRegistry()
  return (
    <div className="as-of">
      {isSynthetic && (
        <strong className="synthetic" title={t('frame.syntheticNote')}>
          {t('frame.synthetic')}
        </strong>
      )}
      <AsOf />
      <Live />
      <Feeds />
    </div>
  )
}

/** Data older than an hour say how old they are: the page may be new and the figures not. Of what nobody told there is no when. */
function AsOf() {
  const { t } = useWords()
  const { date, time, span } = useFormat()
  const { asOf, isLoading } = useRegistry()
  const isUntold = useIsUntold(NATION)
  const now = useNow()
  if (isLoading) return <span>{t('status.loading')}</span>
  if (!asOf) return <span>{`${t('frame.asOf')}: ${t('status.missing')}`}</span>
  if (isUntold) return <span>{t('status.untold')}</span>
  const hours = hoursBetween(asOf, now)
  return (
    <span>
      {t('frame.asOf')}{' '}
      <time dateTime={asOf}>
        <b>{date(asOf)}</b>, {time(asOf)}
      </time>
      {isOtherClock(now) && ` (${t('frame.clock')})`}
      {hours >= OLD_AFTER_HOURS && <span data-late>{` (${t('frame.old', { span: span(hours) })})`}</span>}
    </span>
  )
}

function Live() {
  const { t } = useWords()
  const { time } = useFormat()
  const { state, since } = useLiveness()
  const isPaused = state === 'paused'
  return (
    <span>
      <span className="live" data-state={state} role="status">
        {t(`frame.live.${state}`, { time: time(since) })}
      </span>{' '}
      {state !== 'connecting' && (
        <button
          className="quiet"
          type="button"
          aria-label={t(isPaused ? 'frame.live.resumeLabel' : 'frame.live.pauseLabel')}
          onClick={isPaused ? resumeLive : pauseLive}
        >
          {t(isPaused ? 'frame.live.resume' : 'frame.live.pause')}
        </button>
      )}
    </span>
  )
}

function Feeds() {
  const { t } = useWords()
  const { on, of } = useOnTime()
  if (of <= 1) return null // Of one state its own page says more.
  return <span className="feeds">{t('frame.feeds', { on, of })}</span>
}
