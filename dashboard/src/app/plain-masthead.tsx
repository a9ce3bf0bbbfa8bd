/** The name of the product without its figures: for whoever is not signed in, or may not read the board. */
import type { Person } from '../api/session.ts'
import { useIsSynthetic } from '../api/synthetic.ts'
import { useWords } from '../words/words.ts'
import { LanguageSwitch, ThemeSwitch } from './switches.tsx'
import { Who } from './who.tsx'

export function PlainMasthead({ person }: { person: Person | null }) {
  const { t } = useWords()
  const isSynthetic = useIsSynthetic()
  return (
    <header className="masthead">
      <a className="wordmark" href="/panorama">
        {t('frame.product')}
      </a>
      {isSynthetic && (
        <strong className="synthetic" title={t('frame.syntheticNote')}>
          {t('frame.synthetic')}
        </strong>
      )}
      <span className="plain-switches">
        <LanguageSwitch /> <ThemeSwitch />
      </span>
      {person && <Who person={person} />}
    </header>
  )
}
