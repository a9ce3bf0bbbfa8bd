/** Until what says why a form is not sent is here, the browser says so in its own language. */
import { useEffect } from 'react'
import { useFormat } from '../format/use-format.ts'
import { useWords } from '../words/words.ts'
import { besidePage } from './beside-page.ts'

export function useFieldFaults(): void {
  const { language } = useWords()
  const format = useFormat()
  useEffect(
    () =>
      besidePage(
        () => import('./field-faults.ts'),
        ({ sayFieldFaults }) => sayFieldFaults(language, format),
      ),
    [language, format],
  )
}
