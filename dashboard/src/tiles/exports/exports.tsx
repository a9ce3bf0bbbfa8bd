/** What one may take out as a file, what one has taken out, and what waits for one's approval. */
import { useCallback, useEffect, useState } from 'react'
import { approve, type Exports, fetchApproved, type Outcome, readExports } from '../../api/exports.ts'
import { useFormat } from '../../format/use-format.ts'
import { tell } from '../../ui/announcer.tsx'
import { outcomeIn } from '../../ui/export-outcome.ts'
import { useWords } from '../../words/words.ts'
import { ExportForm } from './export-form.tsx'
import { ExportsMade } from './exports-made.tsx'

export function ExportsTile() {
  const { t } = useWords()
  const [told, setTold] = useState<Exports | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const read = useCallback(async () => {
    const answer = await readExports()
    if (answer) setTold(answer)
    else setOutcome({ state: 'failed' })
  }, [])
  useEffect(() => void read(), [read])

  async function act(done: Promise<Outcome | null>) {
    setOutcome(null)
    const came = await done
    await read()
    setOutcome(came)
  }

  async function sign(number: string) {
    const came = await approve(number)
    if (came === null) tell(t('exports.signed', { number }))
    return came
  }

  return (
    <section className="account-part exports" aria-labelledby="exportaciones">
      <h2 id="exportaciones">{t('exports.title')}</h2>
      <p className="quiet-text">{t('exports.note')}</p>
      {told && told.lists.length > 0 && <ExportForm lists={told.lists} onWish={act} />}
      <div role="status">{outcome && <Said outcome={outcome} />}</div>
      {told && told.waiting.length > 0 && (
        <>
          <h3>{t('exports.others')}</h3>
          <ExportsMade exports={told.waiting} areOthers onAct={(number) => void act(sign(number))} />
        </>
      )}
      {told && (
        <>
          <h3>{t('exports.made')}</h3>
          <ExportsMade exports={told.made} areOthers={false} onAct={(number) => void act(fetchApproved(number))} />
        </>
      )}
    </section>
  )
}

function Said({ outcome }: { outcome: Outcome }) {
  const { t } = useWords()
  const format = useFormat()
  return <p className={outcome.state === 'saved' ? undefined : 'sign-in-why'}>{outcomeIn(outcome, t, format)}</p>
}
