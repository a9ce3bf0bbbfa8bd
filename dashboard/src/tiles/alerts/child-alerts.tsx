/** All alerts of one child, what is over too: the history of what was owed to it. */
import { useWords } from '../../words/words.ts'
import { AlertPages } from './alert-pages.tsx'

export function ChildAlerts({ child: { id, folio } }: { child: { id: string; folio: string } }) {
  const { t } = useWords()
  const title = t('alerts.history', { folio })
  return (
    <section aria-labelledby="de-la-nna">
      <header className="part-head">
        <h2 id="de-la-nna">{title}</h2>
      </header>
      <AlertPages filter={{ child: id }} name={title} none={t('alerts.none')} />
    </section>
  )
}
