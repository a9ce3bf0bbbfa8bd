/** The map by keyboard: one tab stop; arrows go to the neighbour, Home to the highest value, Enter or Space choose. */
import { type KeyboardEvent, useRef, useState } from 'react'
import type { MeasureId } from '../../api/filters.ts'
import { DIRECTIONS, neighbourOf } from './neighbour.ts'
import type { Shape } from './shape.ts'
import type { StateOnMap } from './state-map-query.ts'

const WHERE_MOST_ARE = '07'

type Props = {
  shapes: readonly Shape[]
  states: readonly StateOnMap[]
  measure: MeasureId
  onChoose: (code: string) => void
}

export function useMapKeys({ shapes, states, measure, onChoose }: Props) {
  const highest = states.toSorted((a, b) => (b[measure] ?? -1) - (a[measure] ?? -1))[0]?.code ?? WHERE_MOST_ARE
  const [moved, setMoved] = useState<string | null>(null)
  const [hasFocus, setFocus] = useState(false)
  const svg = useRef<SVGSVGElement>(null)
  const stop = moved ?? highest

  function move(code: string) {
    setMoved(code)
    svg.current?.querySelector<SVGElement>(`[data-code="${code}"]`)?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    const direction = DIRECTIONS[event.key]
    if (direction) move(neighbourOf(shapes, stop, direction))
    else if (event.key === 'Home') move(highest)
    else if (event.key === 'Enter' || event.key === ' ') onChoose(stop)
    else return
    event.preventDefault()
  }

  function onFocus(code: string) {
    setMoved(code)
    setFocus(true)
  }

  return { svg, stop, hasFocus, onKeyDown, onFocus, onBlur: () => setFocus(false) }
}
