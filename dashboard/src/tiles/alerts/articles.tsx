/** Everything that the duty rests on, with its words. */
import { BASIS_KINDS } from '@vigia/law/legal-basis'
import { yearOf } from '../../format/calendar.ts'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/words.ts'
import type { AlertAlone } from './alert-query.ts'

export function Articles({ articles }: { articles: AlertAlone['articles'] }) {
  const { t, language } = useWords()
  const { day } = useFormat()
  return (
    <section aria-labelledby="fundamento">
      <header className="part-head">
        <h2 id="fundamento">{t('alerts.basis')}</h2>
      </header>
      {articles === null && <p className="part-failure">{t('status.failed')}</p>}
      <ul className="articles">
        {(articles ?? []).map(({ name, kind, citation, law, asOf, es, en, saysInSpanish, source }) => (
          <li key={name}>
            <b>{citation}</b> <small>{`${BASIS_KINDS[kind][language]} · ${law}`}</small>
            {es && <q lang="es">{es}</q>}
            {language === 'en' && <p>{en}</p>}
            {language === 'es' && saysInSpanish && <p>{saysInSpanish}</p>}
            <small>
              {t(`alerts.articleAsOf.${kind}`, { day: day(asOf), year: yearOf(asOf) })}{' '}
              {source && <a href={source}>{t('alerts.articleSource')}</a>}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
