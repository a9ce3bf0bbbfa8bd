/** The article that is broken, with whether it is a statute, a ruling or a term of Vigía; its words are one click away. */
import { BASIS_KINDS, type Basis, citationOf } from '@vigia/law/legal-basis'
import { useId } from 'react'
import { yearOf } from '../../format/calendar.ts'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/words.ts'

export function Article({ basis }: { basis: Basis }) {
  const { t } = useWords()
  const id = useId()
  const citation = citationOf(basis)
  const label = t('alerts.article', { citation })
  return (
    <span className="how">
      <button className="quiet" type="button" popoverTarget={id} aria-label={label}>
        {citation}
      </button>
      <div className="definition definition-short" id={id} popover="auto" role="dialog" aria-label={label}>
        <p className="definition-name">{nameOf(basis)}</p>
        <ArticleWords basis={basis} />
        <button className="action" type="button" popoverTarget={id} popoverTargetAction="hide">
          {t('alerts.close')}
        </button>
      </div>
    </span>
  )
}

/** "Ley de Migración, art. 99 ¶3"; what is no statute has no article. */
const nameOf = ({ kind, law, article }: Basis) => `${law}, ${kind === 'LAW' ? 'art. ' : ''}${article}`

/** Its own words are Spanish; what it orders, in our words, is told in English, and in Spanish of what has no words of its own. */
function ArticleWords({ basis }: { basis: Basis }) {
  const { t, language } = useWords()
  const { day } = useFormat()
  const said = language === 'en' ? basis.says : basis.saysInSpanish
  return (
    <dl>
      <dt data-base>{BASIS_KINDS[basis.kind][language]}</dt>
      {basis.quote && (
        <dd>
          <q lang="es">{basis.quote}</q>
        </dd>
      )}
      {basis.quote && said && <dt>{t('alerts.articleSays')}</dt>}
      {said && <dd>{said}</dd>}
      <dd className="note">
        {t(`alerts.articleAsOf.${basis.kind}`, { day: day(basis.asOf), year: yearOf(basis.asOf) })}{' '}
        {basis.source && <a href={basis.source}>{t('alerts.articleSource')}</a>}
      </dd>
    </dl>
  )
}
