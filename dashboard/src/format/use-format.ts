/** The formats of the language that the page speaks. */
import { useMemo } from 'react'
import { useWords } from '../words/words.ts'
import { formatIn } from './format.ts'
import { isSmall } from './small.ts'

/** Where dimensions cross, as under a filter, small counts are withheld wherever a count is written. */
export function useFormat(isCrossed = false) {
  const { t, language } = useWords()
  return useMemo(() => {
    const format = formatIn(language, t)
    return isCrossed ? { ...format, count: format.cell, isWithheld: isSmall } : format
  }, [language, t, isCrossed])
}
