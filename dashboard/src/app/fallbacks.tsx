/** What stands where a page cannot: an address that leads nowhere, a page that could not be had or drawn. */
import { useEffect } from 'react'
import { isWithinReach } from '../api/reach.ts'
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

/** Loaded anew only where somebody answers; as soon as the connection is back, by itself. */
const retry = async () => {
  if (await isWithinReach()) location.reload()
}

export function Broken() {
  const { t } = useWords()
  useTitle(t('status.broken').replace(/\.$/, ''))
  useEffect(() => {
    addEventListener('online', retry)
    return () => removeEventListener('online', retry)
  }, [])
  return (
    <div className="failure" role="alert">
      <h1>{t('status.broken')}</h1>
      <p>
        <button className="action" type="button" onClick={retry}>
          {t('status.retry')}
        </button>
      </p>
    </div>
  )
}
