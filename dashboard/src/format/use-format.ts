/** The formats of the language that the page speaks. */
import { useMemo } from 'react'
import { useWords } from '../words/words.ts'
import { formatIn } from './format.ts'

export function useFormat() {
  const { t, language } = useWords()
  return useMemo(() => formatIn(language, t), [language, t])
}
