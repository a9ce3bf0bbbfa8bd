/** One system: how it stands, what waits for it and what it missed, what is done with it, and its deliveries. */
import { useState } from 'react'
import { tell } from '../../ui/announcer.tsx'
import { useGoOn } from '../../ui/use-go-on.ts'
import { useNoticeWords } from '../../words/notice-words.ts'
import { ChangeButton } from './change-dialog.tsx'
import { Confirmation } from './confirmation.tsx'
import { DeliveryLog } from './delivery-log.tsx'
import { EndpointHead } from './endpoint-head.tsx'
import { type EndpointAct, type Fault, type Signature, useWebhookActs } from './use-webhook-act.ts'
import type { Endpoint } from './webhook-queries.ts'

type Props = { endpoint: Endpoint; onSecret: (secret: string) => void; onDone: () => void }
/** What cannot be taken back is asked for twice. */
type Confirmed = 'rotate' | 'disable' | 'delete'

const ACTS: Readonly<Record<Endpoint['status'], readonly EndpointAct[]>> = {
  NEW: ['enable', 'rotate', 'delete'],
  PROVING: ['enable', 'rotate', 'disable', 'delete'],
  ACTIVE: ['test', 'rotate', 'disable', 'delete'],
  DISABLED: ['enable', 'rotate', 'delete'],
  GONE: ['enable', 'rotate', 'delete'],
  DELETED: [],
}

export function EndpointPart({ endpoint, onSecret, onDone }: Props) {
  const { acts } = useNoticeWords()
  const { act } = useWebhookActs()
  const [confirming, setConfirming] = useState<Confirmed | null>(null)
  const [came, setCame] = useState<Outcome | null>(null)
  const [isOpen, setOpen] = useState(false)
  const { id, description, status } = endpoint
  const { acts: line, goOn } = useGoOn<HTMLParagraphElement>()

  async function go(wanted: EndpointAct, signature: Signature | null = null) {
    setCame(null)
    const { done, fault } = await act(wanted, id, signature)
    setCame({ act: wanted, fault })
    if (done) goOn()
    // With its part what is said there goes too.
    if (done && wanted === 'delete') tell(acts.delete.gone(description))
    if (done?.secret) onSecret(done.secret)
    onDone()
  }

  return (
    <section className="notices-part endpoint" aria-labelledby={id} data-status={status}>
      <EndpointHead endpoint={endpoint} />
      <p className="act-list" ref={line}>
        {ACTS[status].map((each) => (
          <button
            key={each}
            className={each === 'enable' || each === 'test' ? 'action' : 'quiet'}
            type="button"
            aria-label={acts.of(acts[each].do, description)}
            onClick={() => (isConfirmed(each) ? setConfirming(each) : void go(each))}
          >
            {acts[each].do}
          </button>
        ))}
        {status !== 'DELETED' && <ChangeButton endpoint={endpoint} onDone={onDone} />}
        <LogToggle name={description} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
      </p>
      <Came came={came} status={status} />
      {confirming && (
        <Confirmation
          act={confirming}
          name={description}
          onGo={(signature) => void go(confirming, signature)}
          onEnd={() => setConfirming(null)}
        />
      )}
      {isOpen && <DeliveryLog endpoint={endpoint} onDone={onDone} />}
    </section>
  )
}

type ToggleProps = { name: string; isOpen: boolean; onToggle: () => void }

function LogToggle({ name, isOpen, onToggle }: ToggleProps) {
  const { acts, log } = useNoticeWords()
  const label = isOpen ? log.close : log.open
  return (
    <button className="quiet" type="button" aria-expanded={isOpen} aria-label={acts.of(label, name)} onClick={onToggle}>
      {label}
    </button>
  )
}

type Outcome = { act: EndpointAct; fault: Fault | null }

/** How it stands where what was said of an act is no longer so. */
const OVER: Readonly<Partial<Record<EndpointAct, readonly Endpoint['status'][]>>> = {
  enable: ['ACTIVE'],
  test: ['GONE', 'DISABLED'],
}

function Came({ came: last, status }: { came: Outcome | null; status: Endpoint['status'] }) {
  const { acts, outcomes } = useNoticeWords()
  const came = last && OVER[last.act]?.includes(status) ? null : last
  const saidOf = ({ act, fault }: Outcome) => {
    if (act === 'rotate' && fault === 'failed') return acts.rotate.unknown
    return fault ? outcomes[fault] : acts[act].done
  }
  return (
    <p className="endpoint-said" role="status" data-fault={came?.fault ?? undefined}>
      {came && saidOf(came)}
    </p>
  )
}

const isConfirmed = (act: EndpointAct): act is Confirmed => act === 'rotate' || act === 'disable' || act === 'delete'
