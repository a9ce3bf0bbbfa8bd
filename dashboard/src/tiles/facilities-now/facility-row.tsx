/** One place: its class before the law, children, occupancy against capacity, longest stay against 36 hours. */

import { hoursBetween } from '../../format/calendar.ts'
import { drawn, isSmall, SMALLEST_SHOWN, WITHHELD_SHARE } from '../../format/small.ts'
import { useFormat } from '../../format/use-format.ts'
import { Heard } from '../../ui/heard.tsx'
import { InSpanish } from '../../ui/in-spanish.tsx'
import { LimitBar } from '../../ui/limit-bar.tsx'
import { LongWords } from '../../ui/long-words.tsx'
import { asCell, asRow, asRowHead } from '../../ui/table-roles.ts'
import { useWords } from '../../words/words.ts'
import type { Occupied } from './facilities-query.ts'

const HOURS_LIMIT = 36
/** Bars of occupancy have room for so many times the capacity. */
const ROOM = 1.3
/** A place that is too full, by nobody knows how many. */
const OVER = 1.15
const YEAR_IN_HOURS = 8_760

/** `isBeside`: how many are there is withheld, so that of no other place it is found by subtraction. */
type Props = { facility: Occupied; isBeside: boolean }

export function FacilityRow({ facility, isBeside }: Props) {
  const { t } = useWords()
  const { cell } = useFormat()
  const { name, legalClass, occupancy } = facility
  return (
    <tr {...asRow}>
      <th scope="row" {...asRowHead}>
        <InSpanish>{name}</InSpanish> <PlaceNote facility={facility} />
      </th>
      <td {...asCell}>
        <span className="legal-class" data-class={legalClass}>
          {t(`state.facilities.classes.${legalClass}`)}
        </span>
      </td>
      <td className="number" {...asCell}>
        <b>
          <Heard count={occupancy.childrenNow}>{cell(occupancy.childrenNow, isBeside)}</Heard>
        </b>
      </td>
      <td {...asCell}>
        <Occupancy facility={facility} isBeside={isBeside} />
      </td>
      <td {...asCell}>
        <small className="phone-only">{t('state.facilities.longest')}</small> <LongestStay facility={facility} />
      </td>
    </tr>
  )
}

/** Kind and town, unless the name says them; and that a place is in no register: as a list says of it, or as none names it. */
function PlaceNote({ facility: { name, type, municipality, registryStatus, lifecycle } }: { facility: Occupied }) {
  const { t } = useWords()
  const kind = t(`state.facilities.types.${type}`)
  const isSaid = (word: string) => name.toLowerCase().includes(word.toLowerCase())
  const words = [kind, municipality].filter((word) => word !== null && !isSaid(word))
  const isInNoRegister = registryStatus === 'UNREGISTERED' || lifecycle === 'SIGHTED' || lifecycle === 'CORROBORATED'
  return (
    <small>
      <LongWords>{words.join(' · ')}</LongWords>{' '}
      {isInNoRegister && <span className="late">{t('state.facilities.unregistered')}</span>}
    </small>
  )
}

function Occupancy({ facility: { capacity, occupancy }, isBeside }: Props) {
  const { t } = useWords()
  const { share, count } = useFormat()
  if (capacity === null) return <span className="quiet-text">{t('state.facilities.noCapacity')}</span>
  const { childrenNow } = occupancy
  if (capacity === 0) return <NoPlaces isOver={childrenNow > 0} />
  const isWithheld = isBeside || isSmall(childrenNow)
  return (
    <LimitBar share={isWithheld ? ofFew(childrenNow, capacity, isBeside) : childrenNow / capacity} reach={ROOM}>
      {isWithheld ? WITHHELD_SHARE : share(childrenNow / capacity)}{' '}
      <small>{t('state.facilities.ofPlaces', { places: count(capacity) })}</small>
    </LimitBar>
  )
}

/** Listed with no places for children: whoever is there is one too many. */
function NoPlaces({ isOver }: { isOver: boolean }) {
  const { t } = useWords()
  return (
    <LimitBar share={isOver ? Number.POSITIVE_INFINITY : 0} reach={ROOM}>
      <small>{t('state.facilities.noPlaces')}</small>
    </LimitBar>
  )
}

/** Of children of whom it is withheld how many they are it is told whether they are more than there is room for, and no more than that. */
const ofFew = (children: number, capacity: number, isBeside: boolean) =>
  children > capacity ? OVER : Math.min((isBeside ? SMALLEST_SHOWN : drawn(children)) / capacity, 1)

/** To whom the entry of one child is not told: a stay that is forbidden from its entry is, and where 36 hours is no limit nothing stands in its place. */
function HeldTooLong({ facility: { legalClass, occupancy } }: { facility: Occupied }) {
  const { t } = useWords()
  const { cell } = useFormat()
  const { over36Hours } = occupancy
  if (legalClass === 'PROHIBITED') return <span data-breach={true}>{t('state.facilities.prohibitedAtEntry')}</span>
  if (over36Hours === null) return <span className="quiet-text">{t('state.facilities.notShown')}</span>
  return (
    <span data-breach={over36Hours > 0 || undefined}>{t('state.facilities.over36', { n: cell(over36Hours) })}</span>
  )
}

/** Where 36 hours is the limit, the longest stay is drawn against it; where nobody may be, any stay is over. */
function LongestStay({ facility }: { facility: Occupied }) {
  const { t } = useWords()
  const { span } = useFormat()
  const { legalClass, occupancy } = facility
  if (occupancy.since === null) return <HeldTooLong facility={facility} />
  const hours = hoursBetween(occupancy.since, occupancy.asOf)
  if (legalClass !== 'PROHIBITED' && legalClass !== 'AD_HOC')
    return <span data-breach={hours >= YEAR_IN_HOURS || undefined}>{span(hours)}</span>
  const isForbidden = legalClass === 'PROHIBITED'
  return (
    <LimitBar share={isForbidden ? Number.POSITIVE_INFINITY : hours / HOURS_LIMIT} reach={2}>
      {span(hours)} <small>{t(isForbidden ? 'state.facilities.prohibitedAtEntry' : 'state.facilities.of36')}</small>
    </LimitBar>
  )
}
