/** Code as it is run, with its name and a button that copies it. */
import { useEffect, useState } from 'react'
import { partnerWords } from '../../words/partner-words.ts'
import { useWords } from '../../words/words.ts'
import type { Example } from './examples.ts'

const SAID_FOR_MS = 3_000

export function CodeBlock({ title, file, code }: Example) {
  const { language } = useWords()
  const words = partnerWords(language)
  const [said, setSaid] = useState<'copied' | 'failed' | null>(null)
  useEffect(() => {
    if (said === null) return
    const timer = setTimeout(() => setSaid(null), SAID_FOR_MS)
    return () => clearTimeout(timer)
  }, [said])

  async function copy() {
    const isCopied = await navigator.clipboard?.writeText(code).then(
      () => true,
      () => false,
    )
    setSaid(isCopied ? 'copied' : 'failed')
  }

  return (
    <figure className="code">
      <figcaption>
        <h3>{title}</h3>
        <span className="code-file">{file}</span>
        <span role="status">{said && words[said]}</span>
        <button className="action" type="button" aria-label={words.copyOf(file)} onClick={() => void copy()}>
          {words.copy}
        </button>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen is scrolled by keyboard too. */}
      <section className="code-lines" aria-label={file} tabIndex={0}>
        <pre lang="zxx" translate="no">
          <code>{code.trimEnd()}</code>
        </pre>
      </section>
    </figure>
  )
}
