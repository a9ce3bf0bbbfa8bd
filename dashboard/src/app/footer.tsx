/** The foot of every page: what holds for all its figures, the switches again for the phone, the way to the graph. */
import { useHasExplorer } from '../api/session.ts'
import { useWords } from '../words/words.ts'
import { LanguageSwitch, ThemeSwitch } from './switches.tsx'

/** On paper it is always light: there is no theme to choose. */
export function Footer({ isOnPaper }: { isOnPaper: boolean }) {
  const { t } = useWords()
  const hasExplorer = useHasExplorer()
  return (
    <footer className="foot no-print">
      <p>
        {t('frame.footer.persons')} {t('frame.footer.clock')} {t('frame.footer.small')} {t('frame.footer.letters')}
      </p>
      <p className="foot-links">
        {hasExplorer && <a href="/graphql">{t('frame.footer.explorer')}</a>}{' '}
        <a href="/partners">{t('frame.footer.partners')}</a> <LanguageSwitch /> {!isOnPaper && <ThemeSwitch />}
      </p>
    </footer>
  )
}
