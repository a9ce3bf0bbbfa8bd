/** For whoever writes a partner's program: how to be told of alerts, what they mean, what is promised. No figure of any child. */
import '../ui/styles/partners.css'
import { ACCESS_TOKEN_IN_S } from '@vigia/law/terms-of-partners'
import type { ReactNode } from 'react'
import { CodeBlock } from '../tiles/partners/code-block.tsx'
import { FOLLOW, LISTEN, VERIFY } from '../tiles/partners/examples.ts'
import { Guarantee } from '../tiles/partners/guarantee.tsx'
import { KindsTable } from '../tiles/partners/kinds-table.tsx'
import { Receives } from '../tiles/partners/receives.tsx'
import { useTitle } from '../ui/use-title.ts'
import { partnerWords } from '../words/partner-words.ts'
import { useWords } from '../words/words.ts'

const SECTIONS = ['sandbox', 'subscribe', 'receives', 'guarantee', 'webhooks', 'kinds'] as const
type SectionName = (typeof SECTIONS)[number]

/** As `npm start` names it, at the address where the page stands. */
const tryIt = (origin: string) =>
  `export VIGIA=${origin} KEY=$(npm run --silent token -- sistema-aliado --key)\nsh gateway/examples/subscribe.sh`

export function PartnersPage() {
  const { language } = useWords()
  const words = partnerWords(language)
  useTitle(words.title)
  return (
    <div className="partners">
      <h1>{words.title}</h1>
      <p className="partners-lead">{words.lead}</p>
      <nav aria-label={words.contents}>
        {SECTIONS.map((name) => (
          <a key={name} href={`#${name}`}>
            {words[name].title}
          </a>
        ))}
      </nav>
      <Section name="sandbox">
        <p>{words.sandbox.what}</p>
        <CodeBlock title="sh" file={words.sandbox.name} code={tryIt(location.origin)} />
        <p className="quiet-text">{words.sandbox.not}</p>
      </Section>
      <Section name="subscribe">
        <p>{words.subscribe.what}</p>
        {LISTEN.map((example) => (
          <CodeBlock key={example.file} {...example} />
        ))}
        <p>{words.subscribe.forEver(ACCESS_TOKEN_IN_S / 60)}</p>
        {FOLLOW.map((example) => (
          <CodeBlock key={example.file} {...example} />
        ))}
      </Section>
      <Section name="receives">
        <Receives />
      </Section>
      <Section name="guarantee">
        <Guarantee />
      </Section>
      <Section name="webhooks">
        <p>{words.webhooks.what}</p>
        <p>{words.webhooks.rules}</p>
        <ul>
          {words.webhooks.promises.map((promise) => (
            <li key={promise}>{promise}</li>
          ))}
        </ul>
        {VERIFY.map((example) => (
          <CodeBlock key={example.file} {...example} />
        ))}
      </Section>
      <Section name="kinds">
        <p>{words.kinds.what}</p>
        <KindsTable />
      </Section>
    </div>
  )
}

function Section({ name, children }: { name: SectionName; children: ReactNode }) {
  const { language } = useWords()
  return (
    <section id={name} aria-labelledby={`${name}-title`}>
      <header className="part-head">
        <h2 id={`${name}-title`}>{partnerWords(language)[name].title}</h2>
      </header>
      {children}
    </section>
  )
}
