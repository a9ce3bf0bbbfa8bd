/** What the field says by which the alerts of one child are found. */
import type { Language } from './words.ts'

interface FolioWords {
  label: string
  find: string
  wrong: string
  /** Besides, of what may be a name. */
  name: string
  /** In the place of a list: that there is no such child is not said, nor that it has none. */
  none: string
}

const WORDS: Readonly<Record<Language, FolioWords>> = {
  es: {
    label: 'Folio',
    find: 'Buscar',
    wrong: 'No es un folio: se escribe NNA, cuatro cifras o letras de la A a la F, y otras doce.',
    name: 'Por nombre no se busca a nadie, a propósito: así no lo puede hacer quien quiera dar con una niña o un niño. Con su folio, o con el número que le dio una autoridad (acta, NUE, CURP), lo pide en el grafo quien puede identificarle: childrenByNumber.',
    none: 'De este folio no hay alertas que su cargo pueda ver. Revise que esté bien copiado.',
  },
  en: {
    label: 'Folio',
    find: 'Find',
    wrong: 'This is no folio: it is written NNA, four digits or letters from A to F, and twelve more.',
    name: 'Nobody is searched for by name, on purpose: so that nobody who wants to find a child can. By its folio, or by a number that an authority gave (acta, NUE, CURP), it is asked for in the graph by who may identify it: childrenByNumber.',
    none: 'Of this folio there are no alerts that your office may see. Check that it is copied as it stands.',
  },
}

export const folioWords = (language: Language): FolioWords => WORDS[language]
