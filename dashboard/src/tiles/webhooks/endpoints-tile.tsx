/** The systems to which the reader's office has its alerts sent: how each stands, what is done with it, and one more. */
import { useEffect, useState } from 'react'
import { usePolledQuery } from '../../api/use-polled-query.ts'
import { TileStatus } from '../../ui/tile-status.tsx'
import { type PageOf, useEnd, usePages } from '../../ui/use-pages.ts'
import { useNoticeWords } from '../../words/notice-words.ts'
import { EndpointForm } from './endpoint-form.tsx'
import { EndpointPart } from './endpoint-part.tsx'
import { MadeSecret } from './made-secret.tsx'
import { EndpointsDocument } from './webhook-queries.ts'

const ON_A_PAGE = 20
const SECONDS_BETWEEN = 5

type Made = { name: string; secret: string }

export function EndpointsTile() {
  const { systems, log } = useNoticeWords()
  const { pages, more } = usePages()
  // Each is shown this once: the next one takes none away that is not kept yet.
  const [made, setMade] = useState<readonly Made[]>([])
  const add = (name: string, secret: string) => setMade((before) => [...before, { name, secret }])
  const drop = (kept: Made) => setMade((before) => before.filter((each) => each !== kept))
  // What was done is looked at at once, on every page.
  const [acts, setActs] = useState(0)
  const onDone = () => setActs((before) => before + 1)
  return (
    <div className="notices">
      <header className="notices-head">
        <h1>{systems.title}</h1>
        <p>{systems.lead}</p>
        <p className="note">
          <a href="/partners">{systems.manual}</a>
        </p>
      </header>
      <div role="status">
        {made.map((each) => (
          <MadeSecret key={each.secret} {...each} onKept={() => drop(each)} />
        ))}
      </div>
      {pages.map((of) => (
        <EndpointsPage key={of.page} {...{ of, acts, onDone }} onSecret={add} />
      ))}
      {more && (
        <p>
          <button className="action" type="button" onClick={more}>
            {log.more}
          </button>
        </p>
      )}
      <EndpointForm onSecret={add} onDone={onDone} />
    </div>
  )
}

type PageProps = { of: PageOf; acts: number; onSecret: (name: string, secret: string) => void; onDone: () => void }

function EndpointsPage({ of, acts, onSecret, onDone }: PageProps) {
  const { systems } = useNoticeWords()
  const variables = { first: ON_A_PAGE, after: of.after }
  const asked = usePolledQuery({ query: EndpointsDocument, variables }, SECONDS_BETWEEN)
  const { retry } = asked
  const page = asked.data?.webhookEndpoints
  useEnd(of, page?.pageInfo)
  useEffect(() => {
    if (acts > 0) retry()
  }, [acts, retry])
  if (!page) return <TileStatus title={systems.title} height="12rem" {...asked} />
  if (page.edges.length === 0 && of.page === 0) return <p className="none">{systems.none}</p>
  return page.edges.map(({ node }) => (
    <EndpointPart
      key={node.id}
      endpoint={node}
      onSecret={(secret) => onSecret(node.description, secret)}
      onDone={onDone}
    />
  ))
}
