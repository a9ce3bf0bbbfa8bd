/**
 * Where the reader goes on after an act whose button goes with it, as «Acusar» does once somebody sees to the alert: at the name of
 * the row, or of the next one where the row went too. Left to the browser, he would begin at the top of the page again. Where all of it
 * went while he wrote, since a service did not answer for a moment, he goes on at the same buttons once they are back.
 */
import { useCallback, useEffect, useRef } from 'react'

type Place = Readonly<Record<'row' | 'next' | 'around', Element | null | undefined>> & { at: number }

const NAME = 'th a, th button'
/** So long after an act its buttons may go, or come back; whoever then is nowhere wants to be there. */
const FOLLOWED_FOR_MS = 30_000

/** Whose buttons were gone when somebody came back to them. */
let missed = { name: '', at: Number.NEGATIVE_INFINITY }

/**
 * `acts` is for the element that holds the buttons; `goOn` is called when an act is done, `goBack` when it was left. With a `name`, which the
 * element has as `data-acts`, they are known again when the part of the page comes anew.
 */
export function useGoOn<Acts extends HTMLElement>(name = '') {
  const acts = useRef<Acts>(null)
  const place = useRef<Place | null>(null)
  useEffect(() => {
    if (place.current && isPast(place.current)) place.current = null
    if (!place.current || acts.current?.contains(document.activeElement)) return
    goFrom(place.current, acts.current)
    place.current = null
  })
  useEffect(() => {
    if (name !== '' && missed.name === name && !isPast(missed)) goTo(acts.current)
    return () => {
      if (!place.current || isPast(place.current)) return
      missed = { name, at: place.current.at }
      goFrom(place.current, null)
    }
  }, [name])
  const goBack = useCallback(() => {
    if (name === '' || acts.current?.isConnected) return
    missed = { name, at: performance.now() }
    goTo(document.querySelector(`[data-acts="${CSS.escape(name)}"]`))
  }, [name])
  const goOn = useCallback(() => {
    goBack()
    const row = acts.current?.closest('tr')
    const next = row?.nextElementSibling ?? row?.previousElementSibling
    place.current = { row, next, around: acts.current?.closest('section'), at: performance.now() }
  }, [goBack])
  return { acts, goOn, goBack }
}

const isPast = ({ at }: { at: number }) => performance.now() > at + FOLLOWED_FOR_MS

/** To the buttons, from where nobody is who has gone anywhere by himself. */
function goTo(acts: Element | null) {
  const { activeElement: here, body } = document
  const there = acts?.querySelector('button')
  if (!there || (here !== body && here?.id !== 'contenido')) return
  missed = { name: '', at: Number.NEGATIVE_INFINITY }
  there.focus({ preventScroll: true })
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
