/** What the field says by which the alerts of one child are found. */
import type { Language } from './words.ts'

interface FolioWords {
  label: string
  find: string
  wrong: string
  /** In the place of a list: that there is no such child is not said, nor that it has none. */
  none: string
}

const WORDS: Readonly<Record<Language, FolioWords>> = {
  es: {
    label: 'Folio',
    find: 'Buscar',
    wrong: 'No es un folio: se escribe NNA, cuatro cifras o letras de la A a la F, y otras doce.',
    none: 'De este folio no hay alertas que su cargo pueda ver. Revise que esté bien copiado.',
  },
  en: {
    label: 'Folio',
    find: 'Find',
    wrong: 'This is no folio: it is written NNA, four digits or letters from A to F, and twelve more.',
    none: 'Of this folio there are no alerts that your office may see. Check that it is copied as it stands.',
  },
}

export const folioWords = (language: Language): FolioWords => WORDS[language]
