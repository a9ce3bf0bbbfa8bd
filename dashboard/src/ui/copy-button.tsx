/** Copies a text, and says politely whether it did. */
import { useEffect, useState } from 'react'

const SAID_FOR_MS = 3_000

interface Props {
  text: string
  label: string
  /** What a screen reader calls it, where the label alone does not say of what it is. */
  name?: string
  said: Readonly<Record<'copied' | 'failed', string>>
}

export function CopyButton({ text, label, name, said: words }: Props) {
  const [said, setSaid] = useState<'copied' | 'failed' | null>(null)
  useEffect(() => {
    if (said === null) return
    const timer = setTimeout(() => setSaid(null), SAID_FOR_MS)
    return () => clearTimeout(timer)
  }, [said])

  async function copy() {
    const isCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    )
    setSaid(isCopied ? 'copied' : 'failed')
  }

  return (
    <>
      <span role="status">{said && words[said]}</span>
      <button className="action" type="button" aria-label={name} onClick={() => void copy()}>
        {label}
      </button>
    </>
  )
}
