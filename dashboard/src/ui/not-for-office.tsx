/** In the place of a page that the reader's office has no right to: that it is so, and the way back. */

import { useWords } from '../words/words.ts'
import { useTitle } from './use-title.ts'

export function NotForOffice({ title }: { title: string }) {
  const { t } = useWords()
  useTitle(title)
  return (
    <div className="failure">
      <h1>{title}</h1>
      <p>{t('status.notForOffice')}</p>
      <p>
        <a href="/panorama">{t('status.home')}</a>
      </p>
    </div>
  )
}
