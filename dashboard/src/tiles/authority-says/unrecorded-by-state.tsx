/** In each state, of those INM says it channelled, the part that went to a place nobody wrote down. */
import { useState } from 'react'
import { useFormat } from '../../format/use-format.ts'
import { StateLink } from '../../ui/state-link.tsx'
import { stateName } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'
import { type Answer, unrecordedOf } from './authority-query.ts'

const SHOWN = 10

export function UnrecordedByState({ states }: { states: NonNullable<Answer['states']> }) {
  const { t, language } = useWords()
  const [isWhole, setWhole] = useState(false)
  const rows = states
    .flatMap(({ code, authorityCounts }) => {
      const unrecorded = unrecordedOf(authorityCounts ?? [])
      return unrecorded ? [{ code, ...unrecorded }] : []
    })
    .toSorted((a, b) => b.unrecorded - a.unrecorded)
  const silent = states.filter(({ code }) => !rows.some((row) => row.code === code))
  return (
    <div>
      <table className="list unrecorded">
        <caption>{t('authority.byState')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('authority.state')}</th>
            <th scope="col" className="number">
              {t('authority.channelled')}
            </th>
            <th scope="col" className="number">
              {t('authority.withoutPlace')}
            </th>
            <th scope="col" colSpan={2} className="number">
              {t('authority.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, isWhole ? rows.length : SHOWN).map((row) => (
            <UnrecordedRow key={row.code} {...row} />
          ))}
        </tbody>
      </table>
      {rows.length > SHOWN && (
        <button className="quiet" type="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('where.table.fewer') : t('where.table.all', { count: rows.length })}
        </button>
      )}
      {isWhole && silent.length > 0 && (
        <p className="note">
          {t('authority.noneChannelled', { places: silent.map(({ code }) => stateName(code, language)).join(', ') })}
        </p>
      )}
    </div>
  )
}

type RowProps = { code: string; channelled: number; unrecorded: number; share: number }

function UnrecordedRow({ code, channelled, unrecorded, share }: RowProps) {
  const format = useFormat()
  return (
    <tr>
      <th scope="row">
        <StateLink code={code} />
      </th>
      <td className="number">{format.count(channelled)}</td>
      <td className="number">
        <b>{format.count(unrecorded)}</b>
      </td>
      <td className="bar-cell">
        <i style={{ width: `${share * 100}%` }} />
      </td>
      <td className="number">{format.share(share)}</td>
    </tr>
  )
}
