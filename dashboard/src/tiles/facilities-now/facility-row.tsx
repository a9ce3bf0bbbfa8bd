/** One place: its class before the law, children, occupancy against capacity, longest stay against 36 hours, age of the datum. */
import { useRegistry } from '../../api/registry.tsx'
import { hoursBetween } from '../../format/calendar.ts'
import { useFormat } from '../../format/use-format.ts'
import { LimitBar } from '../../ui/limit-bar.tsx'
import { asCell, asRow, asRowHead } from '../../ui/table-roles.ts'
import { useWords } from '../../words/words.ts'
import { type Facility, isAllowed } from './facilities-query.ts'

const LATE_AFTER_HOURS = 24
const HOURS_LIMIT = 36
const YEAR_IN_HOURS = 8_760

export function FacilityRow({ facility }: { facility: Facility }) {
  const { t } = useWords()
  const { cell } = useFormat()
  const { type, name, code, municipality, legalClass, childrenNow } = facility
  const kind = t(`state.facilities.types.${type}`)
  const isNamedAfterKind = name.toLowerCase().startsWith(kind.toLowerCase())
  return (
    <tr {...asRow}>
      <th scope="row" {...asRowHead}>
        {name} <small>{[isNamedAfterKind ? null : kind, code, municipality].filter(Boolean).join(' · ')}</small>
      </th>
      <td {...asCell}>
        <span className="legal-class" data-class={legalClass}>
          {t(`state.facilities.classes.${legalClass}`)}
        </span>
      </td>
      <td className="number" {...asCell}>
        <b>{cell(childrenNow)}</b>
      </td>
      <td {...asCell}>
        <Occupancy facility={facility} />
      </td>
      <td {...asCell}>
        <LongestStay facility={facility} />
      </td>
      <td className="number" {...asCell}>
        <Reported at={facility.lastReportedAt} />
      </td>
    </tr>
  )
}

function Occupancy({ facility: { capacity, childrenNow } }: { facility: Facility }) {
  const { t } = useWords()
  const { share, count } = useFormat()
  if (!capacity) return <span className="quiet-text">{t('state.facilities.noCapacity')}</span>
  return (
    <LimitBar share={childrenNow / capacity} reach={1.3}>
      {share(childrenNow / capacity)} <small>{t('state.facilities.ofPlaces', { places: count(capacity) })}</small>
    </LimitBar>
  )
}

/** Where 36 hours is the limit, the longest stay is drawn against it; where nobody may be, any stay is over. */
function LongestStay({ facility }: { facility: Facility }) {
  const { t } = useWords()
  const { span } = useFormat()
  const { legalClass, longestHours } = facility
  if (longestHours === null) return <span className="quiet-text">{t('status.missing')}</span>
  if (isAllowed(facility))
    return <span data-breach={longestHours >= YEAR_IN_HOURS || undefined}>{span(longestHours)}</span>
  const isForbidden = legalClass === 'PROHIBITED'
  return (
    <LimitBar share={isForbidden ? Number.POSITIVE_INFINITY : longestHours / HOURS_LIMIT} reach={2}>
      {span(longestHours)}{' '}
      <small>{t(isForbidden ? 'state.facilities.prohibitedAtEntry' : 'state.facilities.of36')}</small>
    </LimitBar>
  )
}

function Reported({ at }: { at: string | null }) {
  const { t } = useWords()
  const { span } = useFormat()
  const { asOf } = useRegistry()
  if (!at || !asOf) return <span className="quiet-text">{t('status.missing')}</span>
  const hours = hoursBetween(at, asOf)
  return (
    <span data-late={hours >= LATE_AFTER_HOURS || undefined}>
      {hours < 1 ? t('state.facilities.justNow') : t('state.facilities.ago', { span: span(hours) })}
    </span>
  )
}
