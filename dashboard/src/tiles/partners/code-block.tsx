/** Code as it is run, with its name and a button that copies it. */
import { CopyButton } from '../../ui/copy-button.tsx'
import { partnerWords } from '../../words/partner-words.ts'
import { useWords } from '../../words/words.ts'
import type { Example } from './examples.ts'

export function CodeBlock({ title, file, code }: Example) {
  const { language } = useWords()
  const words = partnerWords(language)
  return (
    <figure className="code">
      <figcaption>
        <h3>{title}</h3>
        <span className="code-file">{file}</span>
        <CopyButton text={code} label={words.copy} name={words.copyOf(file)} said={words} />
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
