/** Whether a media query holds now: a page as narrow as a phone, on which some parts take another form; a page on paper. */
import { useCallback, useSyncExternalStore } from 'react'

function useMedia(query: string): boolean {
  const follow = useCallback(
    (notify: () => void) => {
      const media = matchMedia(query)
      media.addEventListener('change', notify)
      return () => media.removeEventListener('change', notify)
    },
    [query],
  )
  return useSyncExternalStore(follow, () => matchMedia(query).matches)
}

/** The styles break at the same width, which grows with the letters that the reader has chosen. */
export const useIsNarrow = () => useMedia('(max-width: 40em)')
export const useIsPrinting = () => useMedia('print')
