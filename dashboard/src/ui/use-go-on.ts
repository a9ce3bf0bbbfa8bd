/**
 * Where the reader goes on after an act whose button goes with it, as «Acusar» does once somebody sees to the alert: at the name of
 * the row, or of the next one where the row went too. Left to the browser, he would begin at the top of the page again.
 */
import { type RefObject, useCallback, useEffect, useRef } from 'react'

type Place = Readonly<Record<'row' | 'next' | 'around', Element | null | undefined>>

const NAME = 'th a, th button'

/** `acts` is for the element that holds the buttons; `goOn` is called when an act is done. */
export function useGoOn<Acts extends HTMLElement>(): { acts: RefObject<Acts | null>; goOn: () => void } {
  const acts = useRef<Acts>(null)
  const place = useRef<Place | null>(null)
  useEffect(() => {
    if (!place.current || acts.current?.contains(document.activeElement)) return
    goFrom(place.current, acts.current)
    place.current = null
  })
  useEffect(
    () => () => {
      if (place.current) goFrom(place.current, null)
    },
    [],
  )
  const goOn = useCallback(() => {
    const row = acts.current?.closest('tr')
    const next = row?.nextElementSibling ?? row?.previousElementSibling
    place.current = { row, next, around: acts.current?.closest('section') }
  }, [])
  return { acts, goOn }
}

/** Whoever went elsewhere meanwhile is left there. */
function goFrom({ row, next, around }: Place, acts: HTMLElement | null) {
  if (document.activeElement !== document.body) return
  const within = (part: Element | null | undefined, what: string) =>
    part?.isConnected ? part.querySelector<HTMLElement>(what) : null
  const name = within(row, NAME) ?? within(next, NAME) ?? within(acts, 'button') ?? within(around, 'button')
  const there = name ?? document.getElementById('contenido')
  there?.focus({ preventScroll: true })
}
