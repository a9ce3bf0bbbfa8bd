/** In the place of a page that the reader's office has no right to: that it is so, and the way back. */

import { useWords } from '../words/words.ts'
import { useTitle } from './use-title.ts'

/** `instead`: the page that is for it, where there is one; else the overview. */
export function NotForOffice({
  title,
  instead,
}: {
  title: string
  instead?: { href: string; words: string } | undefined
}) {
  const { t } = useWords()
  useTitle(title)
  return (
    <div className="failure">
      <h1>{title}</h1>
      <p>{t('status.notForOffice')}</p>
      <p>
        <a href={instead?.href ?? '/panorama'}>{instead?.words ?? t('status.home')}</a>
      </p>
    </div>
  )
}
