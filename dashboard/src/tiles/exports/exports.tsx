/** What one may take out as a file, what one has taken out, and what waits for one's approval. */
import { useCallback, useEffect, useState } from 'react'
import { type ExportMade, type Exports, fetchApproved, type Outcome, readExports } from '../../api/exports.ts'
import { useFormat } from '../../format/use-format.ts'
import { outcomeIn } from '../../ui/export-outcome.ts'
import { stand } from '../../ui/stage.tsx'
import { useWords } from '../../words/words.ts'
import { ApproveDialog } from './approve-dialog.tsx'
import { ExportForm } from './export-form.tsx'
import { ExportsMade } from './exports-made.tsx'

/** Another person's approval is told by nothing else than asking. */
const BETWEEN_LOOKS_IN_MS = 30_000

export function ExportsTile() {
  const { t } = useWords()
  const [told, setTold] = useState<Exports | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [isActing, setActing] = useState(false)
  const look = useCallback(async () => {
    const answer = await readExports()
    if (answer) setTold(answer)
    return answer !== null
  }, [])
  useEffect(() => {
    void look().then((isThere) => isThere || setOutcome({ state: 'failed' }))
    const timer = setInterval(() => document.hidden || void look(), BETWEEN_LOOKS_IN_MS)
    return () => clearInterval(timer)
  }, [look])

  async function act(done: Promise<Outcome>) {
    setOutcome(null)
    setActing(true)
    const came = await done
    await look()
    setActing(false)
    setOutcome(came)
  }

  const ask = (made: ExportMade) => stand((end) => <ApproveDialog made={made} onDone={() => void look()} onEnd={end} />)

  return (
    <section className="account-part exports" aria-labelledby="exportaciones">
      <h2 id="exportaciones">{t('exports.title')}</h2>
      <p className="quiet-text">{t('exports.note')}</p>
      {told && told.lists.length > 0 && <ExportForm lists={told.lists} onWish={act} />}
      <div role="status">
        {isActing && <p>{t('exports.gathering')}</p>}
        {outcome && <Said outcome={outcome} />}
      </div>
      {told && told.waiting.length > 0 && (
        <>
          <h3>{t('exports.others')}</h3>
          <ExportsMade exports={told.waiting} areOthers onAct={ask} />
        </>
      )}
      {told && (
        <>
          <h3>{t('exports.made')}</h3>
          <ExportsMade
            exports={told.made}
            areOthers={false}
            onAct={({ number }) => isActing || void act(fetchApproved(number))}
          />
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
