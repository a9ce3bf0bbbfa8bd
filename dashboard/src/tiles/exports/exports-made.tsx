/** Exports, a line each: number, list, rows, of where and when, day, what for; and what there is to do with one. */
import type { ExportMade } from '../../api/exports.ts'
import { useFormat } from '../../format/use-format.ts'
import { officeOf } from '../../ui/office.ts'
import { stateName } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'

type Props = { exports: readonly ExportMade[]; areOthers: boolean; onAct: (made: ExportMade) => void }

export function ExportsMade({ exports, areOthers, onAct }: Props) {
  const { t, language } = useWords()
  const { date } = useFormat()
  if (exports.length === 0) return <p className="note">{t('exports.none')}</p>
  return (
    <ul>
      {exports.map((made) => (
        <li key={made.number}>
          <b>
            {made.number} · {made.label[language]}
          </b>
          <Rows made={made} />
          <span>{date(made.askedAt)}</span>
          <Bounds made={made} areOthers={areOthers} />
          <Purpose made={made} areOthers={areOthers} />
          <Standing made={made} areOthers={areOthers} onAct={onAct} />
        </li>
      ))}
    </ul>
  )
}

/** How many rows it had when it was asked for: where they could not be counted in time, more than one person may take alone. */
export function Rows({ made: { rows } }: { made: ExportMade }) {
  const { t } = useWords()
  const { count } = useFormat()
  return <span>{rows === null ? t('exports.many') : t('exports.rows', { count: rows, n: count(rows) })}</span>
}

/** What for; and of another's, who wants it. */
export function Purpose({ made, areOthers }: Pick<Props, 'areOthers'> & { made: ExportMade }) {
  const { t, language } = useWords()
  return (
    <span className="quiet-text why">
      {areOthers && `${officeOf(made, t, language)} (${made.name}): `}
      {made.purpose}
    </span>
  )
}

/** What it holds: whoever approves it decides about that. */
export function Bounds({ made: { filter }, areOthers }: Pick<Props, 'areOthers'> & { made: ExportMade }) {
  const { t, language } = useWords()
  const { day } = useFormat()
  const { state, from, to } = filter
  const bounds = [
    ...(state ? [stateName(state, language)] : []),
    ...(from && to ? [t('exports.between', { from: day(from), to: day(to) })] : []),
  ]
  if (bounds.length > 0) return <span>{bounds.join(', ')}</span>
  return areOthers && <span>{t('exports.unbounded')}</span>
}

function Standing({ made, areOthers, onAct }: Pick<Props, 'areOthers' | 'onAct'> & { made: ExportMade }) {
  const { t } = useWords()
  const { date, time } = useFormat()
  const { number, standing, until, givenAt } = made
  const instant = standing === 'GIVEN' ? givenAt : until
  const when = instant ? `${date(instant)}, ${time(instant)}` : ''
  const mayAct = areOthers ? standing === 'WAITING' : standing === 'APPROVED'
  const label = areOthers ? t('exports.approveLabel', { number }) : t('exports.fetchLabel', { number })
  return (
    <>
      <span>{t(`exports.standings.${standing}`, { when })}</span>
      {mayAct && (
        <button className="quiet" type="button" aria-label={label} onClick={() => onAct(made)}>
          {areOthers ? t('exports.approve') : t('exports.fetch')}
        </button>
      )}
    </>
  )
}
