/** Says aloud what came of a choice of the reader: once, as soon as the answer to it is there. */
import { useEffect, useRef } from 'react'
import { tell } from './announcer.tsx'

type Told = {
  /** What was chosen, whole: another one asks for another answer. */
  choice: string | null
  /** What `sentence` is made of. While it is the one of the choice before, the answer is still on its way. */
  answer: unknown
  /** Null while there is none. */
  sentence: string | null
}

/** Of what stands chosen when the part comes nothing is said, nor of what changes without a choice. */
export function useTold({ choice, answer, sentence }: Told): void {
  const before = useRef({ choice, answer })
  useEffect(() => {
    const isAnother = before.current.choice !== choice
    if (isAnother && (sentence === null || before.current.answer === answer)) return
    before.current = { choice, answer }
    if (isAnother && sentence !== null) tell(sentence)
  }, [choice, answer, sentence])
}
