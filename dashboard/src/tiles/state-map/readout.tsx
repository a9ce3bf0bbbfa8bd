/** The chosen state in words: said once when it is chosen, since its figures may move each second. */
import { addressOf } from '../../api/address.ts'
import { useSearch } from '../../api/search.ts'
import { useSight } from '../../api/sight.ts'
import { within } from '../../format/format.ts'
import { isSmall, WITHHELD_SHARE } from '../../format/small.ts'
import { useFormat } from '../../format/use-format.ts'
import { useTold } from '../../ui/use-told.ts'
import { stateName } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'
import type { StateOnMap } from './state-map-query.ts'

export function Readout({ state, chosen }: { state: StateOnMap | undefined; chosen: string | null }) {
  const { t, language } = useWords()
  const { search } = useSearch()
  const { sees } = useSight()
  const figures = useFigures()
  const isNamed = state !== undefined || (chosen !== null && !sees(chosen))
  const name = isNamed && chosen !== null ? stateName(chosen, language) : null
  const said = state ? figures(state) : t(name === null ? 'where.choose' : 'status.beyond')
  useTold({ choice: chosen, answer: chosen, sentence: name === null ? said : `${name}: ${within(said)}` })
  return (
    <p className="readout">
      {name !== null && <b>{name}</b>} {name === null ? said : within(said)}{' '}
      {state && <a href={addressOf(`/estado/${state.code}`, search)}>{t('where.see', { name })}</a>}
    </p>
  )
}

function useFigures() {
  const { t } = useWords()
  const { cell, rate, span } = useFormat()
  const unknown = within(t('where.noData'))
  return (state: StateOnMap) =>
    t('where.readout', {
      detected: state.detected === null ? unknown : cell(state.detected),
      rate: rateOf(state),
      longest: longestOf(state),
    })

  function rateOf({ rate: value, detected }: StateOnMap) {
    if (value === null) return unknown
    return isSmall(detected ?? 0) ? WITHHELD_SHARE : rate(value)
  }

  function longestOf({ hours }: StateOnMap) {
    if (hours === null) return t('where.readoutLongest', { span: unknown })
    return hours > 0 ? t('where.readoutLongest', { span: span(hours) }) : t('where.nobodyHeld')
  }
}
