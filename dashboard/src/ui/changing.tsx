/** A number that marks itself for two seconds when it changes while one looks at it. It, or what holds it, has a `key` for what it counts. */
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../words/words.ts'
import { announce } from './announcer.tsx'

const MARKED_IN_MS = 2_000

type Props = {
  /** As it is written. */
  children: string
  /** What it counts, for those who listen; without it, nothing is said. */
  name?: string
}

export function Changing({ children, name }: Props) {
  const { t } = useWords()
  const before = useRef(children)
  const [isMarked, setMarked] = useState(false)
  useEffect(() => {
    if (before.current === children) return
    if (name) announce(name, t('frame.changed', { name, now: children, before: before.current }))
    before.current = children
    setMarked(true)
    const timer = setTimeout(() => setMarked(false), MARKED_IN_MS)
    return () => clearTimeout(timer)
  }, [children, name, t])
  return (
    <span className="changing" data-changed={isMarked || undefined}>
      {children}
    </span>
  )
}
