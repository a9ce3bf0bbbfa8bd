/** Below a headline figure: for the country its three worst states, for a state its rank and its share. */
import { useSight } from '../api/sight.ts'
import { drawn, isSmall } from '../format/small.ts'
import { useFormat } from '../format/use-format.ts'
import type { DefinitionId } from '../words/definitions.ts'
import { NATION } from '../words/states.ts'
import { useWords } from '../words/words.ts'
import { type CountInState, WorstStates } from './worst-states.tsx'

type Props = { of: DefinitionId; code: string; counts: readonly CountInState[] }

/** States that nobody answered for are left out. */
export function Ranking({ of, code, counts }: Props) {
  if (code === NATION) return <WorstStates of={of} counts={counts} />
  return <Rank code={code} counts={counts} />
}

function Rank({ code, counts }: Omit<Props, 'of'>) {
  const { t } = useWords()
  const { share } = useFormat()
  const { sees } = useSight()
  const own = counts.find((each) => each.code === code)?.count ?? 0
  if (!sees(NATION)) return <p className="figure-rank">{t('figures.rankBeyond')}</p>
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const withAny = counts.filter(({ count }) => count > 0).length
  if (own === 0) return <p className="figure-rank">{t('figures.rankNone', { count: withAny })}</p>
  // Among those with 1 to 4 none is told to have more.
  const place = counts.filter(({ count }) => drawn(count) > drawn(own)).length + 1
  return (
    <p className="figure-rank">
      <b>{t('figures.rank', { n: place, of: counts.length })}</b>{' '}
      {!isSmall(own) && t('figures.ofCountry', { share: share(own / all) })}
    </p>
  )
}
