/** Asks for what happened between two days once more, dead letters with it. */
import { type FormEvent, useId, useState } from 'react'
import { addDays, endOfDay, mexicanDay } from '../../format/calendar.ts'
import { useFormat } from '../../format/use-format.ts'
import { useNoticeWords } from '../../words/notice-words.ts'
import { type Fault, useWebhookActs } from './use-webhook-act.ts'

const USUAL_DAYS = 7

type Props = { endpoint: string; onDone: () => void }

export function Redelivery({ endpoint, onDone }: Props) {
  const { again, outcomes } = useNoticeWords()
  const { count } = useFormat()
  const { redeliver } = useWebhookActs()
  const [came, setCame] = useState<{ count: number } | { fault: Fault } | null>(null)
  const [isSending, setSending] = useState(false)
  const [today] = useState(() => mexicanDay(new Date()))
  const title = useId()

  async function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isSending) return
    const given = new FormData(event.currentTarget)
    const [from = today, to = today] = ['from', 'to'].map((key) => String(given.get(key)))
    // What is said twice is heard twice only where it was not there in between.
    setCame(null)
    setSending(true)
    const { done, fault } = await redeliver(endpoint, endOfDay(addDays(from, -1)), endOfDay(to))
    setSending(false)
    setCame(done ? { count: done.count } : { fault })
    onDone()
  }

  /** What will not do is how much was asked for: there are no words to look at. */
  const saidOf = (fault: Fault) => (fault === 'invalid' ? again.tooMany : outcomes[fault])

  return (
    <form className="notices-form again" aria-labelledby={title} onSubmit={(event) => void ask(event)}>
      <h3 id={title}>{again.title}</h3>
      <p className="quiet-text">{again.note}</p>
      <label>
        {again.from}
        <input name="from" type="date" required max={today} defaultValue={addDays(today, -USUAL_DAYS)} />
      </label>
      <label>
        {again.to}
        <input name="to" type="date" required max={today} defaultValue={today} />
      </label>
      <p className="notices-do">
        <button className="action" type="submit" aria-disabled={isSending}>
          {again.do}
        </button>
        <span role="status">
          {came && ('fault' in came ? saidOf(came.fault) : again.done(came.count, count(came.count)))}
        </span>
      </p>
    </form>
  )
}
