/** The chosen state in words, read out politely. */
import { addressOf } from '../../api/address.ts'
import { useSearch } from '../../api/search.ts'
import { useSight } from '../../api/sight.ts'
import { within } from '../../format/format.ts'
import { isSmall } from '../../format/small.ts'
import { useFormat } from '../../format/use-format.ts'
import { stateName } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'
import type { StateOnMap } from './state-map-query.ts'

export function Readout({ state, chosen }: { state: StateOnMap | undefined; chosen: string | null }) {
  const { t, language } = useWords()
  const { cell, rate, span } = useFormat()
  const { search } = useSearch()
  const { sees } = useSight()
  if (!state)
    return (
      <p className="readout" aria-live="polite">
        {chosen !== null && !sees(chosen) ? (
          <>
            <b>{stateName(chosen, language)}</b> {within(t('status.beyond'))}
          </>
        ) : (
          t('where.choose')
        )}
      </p>
    )
  const name = stateName(state.code, language)
  const unknown = within(t('where.noData'))
  return (
    <p className="readout" aria-live="polite">
      <b>{name}</b>{' '}
      {t('where.readout', {
        detected: state.detected === null ? unknown : cell(state.detected),
        rate: rateOf(state),
        longest: longestOf(state),
      })}{' '}
      <a href={addressOf(`/estado/${state.code}`, search)}>{t('where.see', { name })}</a>
    </p>
  )

  function rateOf({ rate: value, detected }: StateOnMap) {
    if (value === null) return unknown
    return isSmall(detected ?? 0) ? '–' : rate(value)
  }

  function longestOf({ hours }: StateOnMap) {
    if (hours === null) return t('where.readoutLongest', { span: unknown })
    return hours > 0 ? t('where.readoutLongest', { span: span(hours) }) : t('where.nobodyHeld')
  }
}
