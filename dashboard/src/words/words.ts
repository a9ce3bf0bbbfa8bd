/** Spanish and English by i18next: Spanish comes with the page, English when it is asked for. */
import i18next, { type TFunction } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { es } from './es/es.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof es }
  }
}

export type Language = 'es' | 'en'
export type Words = TFunction

const REMEMBERED = 'vigia-language'

/** Starts with Spanish at once; the remembered language follows as soon as its words are here. */
export function startWords(remembered = recall()) {
  i18next.use(initReactI18next).init({
    lng: 'es',
    resources: { es: { translation: es } },
    interpolation: { escapeValue: false }, // React escapes.
    react: { useSuspense: false },
    initAsync: false,
  })
  sayLanguage('es')
  return remembered === 'en' ? speak('en') : Promise.resolve()
}

/** Changes the language of the page and remembers it. */
export async function speak(language: Language) {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const { en } = await import('./en/en.ts')
    i18next.addResourceBundle('en', 'translation', en)
  }
  await i18next.changeLanguage(language)
  sayLanguage(language)
  try {
    localStorage.setItem(REMEMBERED, language)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

export function useWords(): { t: Words; language: Language } {
  const { t, i18n } = useTranslation()
  return { t, language: i18n.language === 'en' ? 'en' : 'es' }
}

/** For what is written in Spanish whatever the page is read in. */
export const inSpanish = (): Words => i18next.getFixedT('es')

function recall() {
  try {
    return localStorage.getItem(REMEMBERED)
  } catch {
    return null
  }
}

function sayLanguage(language: Language) {
  document.documentElement.lang = language === 'en' ? 'en' : 'es-MX'
}
