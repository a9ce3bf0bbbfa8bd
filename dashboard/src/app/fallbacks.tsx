/** What stands where a page cannot: an address that leads nowhere, a page that failed to draw. */
import { useTitle } from '../ui/use-title.ts'
import { useWords } from '../words/words.ts'

export function NotFound() {
  const { t } = useWords()
  useTitle(t('status.notFound').replace(/\.$/, ''))
  return (
    <div className="failure">
      <h1>{t('status.notFound')}</h1>
      <p>
        <a href="/panorama">{t('status.home')}</a>
      </p>
    </div>
  )
}

export function Broken() {
  const { t } = useWords()
  return (
    <div className="failure" role="alert">
      <h1>{t('status.broken')}</h1>
      <p>
        <button className="action" type="button" onClick={() => location.reload()}>
          {t('status.retry')}
        </button>
      </p>
    </div>
  )
}
