/** Spanish and English by i18next: Spanish comes with the page, English when it is asked for. */
import i18next, { type TFunction } from 'i18next'
import { storeOf, useStore } from '../api/store.ts'
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

/** The same for all parts of the page: whatever asks again in another language sees by `t` itself that it is another. */
const spoken = storeOf<{ t: Words; language: Language }>({ t: i18next.t, language: 'es' })
i18next.on('languageChanged', (told) => {
  const language = told === 'en' ? 'en' : 'es'
  spoken.write({ t: i18next.getFixedT(language), language })
})

/** Starts with Spanish at once; the remembered language follows as soon as its words are here. */
export function startWords(remembered = recall()) {
  i18next.init({
    lng: 'es',
    resources: { es: { translation: es } },
    interpolation: { escapeValue: false }, // React escapes.
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

export const useWords = () => useStore(spoken)

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
