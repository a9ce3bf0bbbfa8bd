/** The systems to which the reader's office has its alerts sent: how each stands, what is done with it, and one more. */
import { useState } from 'react'
import { usePolledQuery } from '../../api/use-polled-query.ts'
import { TileStatus } from '../../ui/tile-status.tsx'
import { useNoticeWords } from '../../words/notice-words.ts'
import { EndpointForm } from './endpoint-form.tsx'
import { EndpointPart } from './endpoint-part.tsx'
import { MadeSecret } from './made-secret.tsx'
import { EndpointsDocument } from './webhook-queries.ts'

const SECONDS_BETWEEN = 5

export function EndpointsTile() {
  const { systems } = useNoticeWords()
  const asked = usePolledQuery({ query: EndpointsDocument, variables: {} }, SECONDS_BETWEEN)
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null)
  const endpoints = asked.data?.webhookEndpoints
  return (
    <div className="notices">
      <header className="notices-head">
        <h1>{systems.title}</h1>
        <p>{systems.lead}</p>
        <p className="note">
          <a href="/partners">{systems.manual}</a>
        </p>
      </header>
      <div role="status">{made && <MadeSecret {...made} onKept={() => setMade(null)} />}</div>
      {endpoints?.length === 0 && <p className="none">{systems.none}</p>}
      {endpoints?.map((endpoint) => (
        <EndpointPart
          key={endpoint.id}
          endpoint={endpoint}
          onSecret={(secret) => setMade({ name: endpoint.description, secret })}
          onDone={asked.retry}
        />
      ))}
      {!endpoints && <TileStatus title={systems.title} height="12rem" {...asked} />}
      <EndpointForm onSecret={(name, secret) => setMade({ name, secret })} onDone={asked.retry} />
    </div>
  )
}
