/**
 * What stands where figures should: blocks of the final size while they load, «No disponible» when somebody does not
 * answer, «Sin datos» when everybody did and nothing was ever told, «Fuera de su ámbito» when it is not for the reader.
 */
import { type CSSProperties, use } from 'react'
import type { Failure } from '../api/failure.ts'
import { ScopeContext } from '../api/scope.ts'
import { useSight } from '../api/sight.ts'
import type { Asked } from '../api/use-live-query.ts'
import { useFormat } from '../format/use-format.ts'
import { NATION } from '../words/states.ts'
import { useWords } from '../words/words.ts'
import { BeyondNote } from './beyond.tsx'

type Props = Pick<Asked<unknown>, 'isLoading' | 'failure' | 'retry'> & {
  /** What is missing, for those who listen. */
  title: string
  /** Of the figures to come, so that nothing moves when they do. */
  height: string
  /** Whose figures they are, where that is not the place of the page. */
  of?: string
}

export function TileStatus({ title, height, of, isLoading, failure, retry }: Props) {
  const { t } = useWords()
  const { sees } = useSight()
  const scope = use(ScopeContext)
  const code = of ?? scope?.code ?? NATION
  const style: CSSProperties = { minHeight: height }
  if (isLoading)
    return (
      <div className="bone" style={style} role="status">
        <span className="unseen">{`${t('status.loading')}: ${title}`}</span>
      </div>
    )
  if (!failure)
    return (
      // No figure will ever come to where it is not for the reader: no room is held for it.
      <div className="failed" style={sees(code) ? style : undefined}>
        <p className="failed-word">{t(sees(code) ? 'status.untold' : 'status.beyond')}</p>
        <p className="failed-note">{sees(code) ? t('status.untoldNote') : <BeyondNote code={code} />}</p>
      </div>
    )
  return (
    <div className="failed" style={style}>
      <p className="failed-word">{t('status.failed')}</p>
      <p className="failed-note">
        <FailureNote failure={failure} />{' '}
        <button className="quiet" type="button" onClick={retry} aria-label={t('status.retryLabel', { what: title })}>
          {t('status.retry')}
        </button>
      </p>
    </div>
  )
}

/** Who does not answer, since when, or that too much was asked, and that it is no zero. */
export function FailureNote({ failure }: { failure: Failure }) {
  const { t } = useWords()
  const { time, list } = useFormat()
  const { services, since, isTooMuch } = failure
  if (isTooMuch) return `${t('status.tooMuch')} ${t('status.notZero')}`
  const what = list(services.map((service) => t(`status.services.${service}`)))
  const when = { what, time: time(since), count: services.length }
  return `${services.length === 0 ? t('status.sinceAll', when) : t('status.since', when)} ${t('status.notZero')}`
}
