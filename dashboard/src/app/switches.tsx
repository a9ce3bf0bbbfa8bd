/** Light or dark, Spanish or English: each switch names what it leads to, and is remembered. */
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { speak, useWords } from '../words/words.ts'

export function ThemeSwitch() {
  const { t } = useWords()
  const { setColorScheme } = useMantineColorScheme()
  const other = useComputedColorScheme('light') === 'light' ? 'dark' : 'light'
  return (
    <button className="quiet" type="button" onClick={() => setColorScheme(other)}>
      {t(other === 'dark' ? 'frame.theme.toDark' : 'frame.theme.toLight')}
    </button>
  )
}

export function LanguageSwitch() {
  const { t, language } = useWords()
  const other = language === 'es' ? 'en' : 'es'
  return (
    <button className="quiet" type="button" lang={other} onClick={() => void speak(other)}>
      {t('frame.language.other')}
    </button>
  )
}
