/** What the window is called: the page, then the product. Two tabs of a browser are told apart by it. */
import { useEffect } from 'react'
import { useWords } from '../words/words.ts'

/** Null where something else on the page names it. */
export function useTitle(title: string | null) {
  const { t } = useWords()
  useEffect(() => {
    if (title !== null) document.title = `${title} · ${t('frame.product')}`
  }, [title, t])
}
