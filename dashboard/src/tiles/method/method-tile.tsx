/** For paper, where nothing can be opened: how the three figures are counted and what they rest on. */
import { use } from 'react'
import { useRegistry } from '../../api/registry.tsx'
import { within } from '../../format/format.ts'
import { useFormat } from '../../format/use-format.ts'
import { definitionsIn } from '../../words/definitions.ts'
import { useWords } from '../../words/words.ts'

const FIGURES = ['held', 'unprocessed', 'returns'] as const

export function MethodTile() {
  const { t, language } = useWords()
  const definitions = use(definitionsIn(language))
  const { date } = useFormat()
  const { version, asOf } = useRegistry()
  return (
    <section className="method" aria-labelledby="method-title">
      <h2 id="method-title">{t('report.method')}</h2>
      <dl>
        {FIGURES.map((id) => (
          <div key={id}>
            <dt>{t(`figures.${id}.name`)}</dt>
            <dd>
              {definitions[id].what} {t('report.denominator')}: {within(definitions[id].denominator)}{' '}
              {t(`figures.${id}.law`)}.
            </dd>
          </div>
        ))}
      </dl>
      <p>
        {t('report.persons')} {asOf && t('report.series', { version: version ?? '–', day: date(asOf) })}
      </p>
    </section>
  )
}
