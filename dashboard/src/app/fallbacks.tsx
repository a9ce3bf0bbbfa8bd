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

/** Loaded anew only where somebody answers. */
const retry = async () => {
  if (await isWithinReach()) location.reload()
}

const BETWEEN_LOOKS_IN_MS = 5_000

/**
 * As soon as the connection is back, by itself. Of the network the browser tells; where the registry was away, it is looked for until it
 * answers. Where it answers at once the page is broken otherwise, and would be again.
 */
function retryOnceBack(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isLeft = false
  async function look(next: () => void) {
    if (await isWithinReach()) next()
    else if (!isLeft) timer = setTimeout(look, BETWEEN_LOOKS_IN_MS, () => location.reload())
  }
  void look(() => {})
  addEventListener('online', retry)
  return () => {
    isLeft = true
    clearTimeout(timer)
    removeEventListener('online', retry)
  }
}

export function Broken() {
  const { t } = useWords()
  useTitle(t('status.broken').replace(/\.$/, ''))
  useEffect(retryOnceBack, [])
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
