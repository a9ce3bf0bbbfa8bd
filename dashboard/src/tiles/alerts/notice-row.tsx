/** A notice: how many alerts of one place and day, since when, how many are seen to; it opens into them, and is acknowledged as one. */
import { use, useState } from 'react'
import type { AlertFilter } from '../../api/filters.ts'
import { useSession } from '../../api/session.ts'
import { useFormat } from '../../format/use-format.ts'
import { LongWords } from '../../ui/long-words.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { asCell, asRow, asRowHead } from '../../ui/table-roles.ts'
import { alertKindName, SEVERITY_MARKS } from '../../words/alert-words.ts'
import { useWords } from '../../words/words.ts'
import { AcknowledgeAll } from './acknowledge-all.tsx'
import { actsFor } from './acts.ts'
import { AlertPages, UNDER_LINE } from './alert-pages.tsx'
import type { Notice } from './notice-queries.ts'
import { PartlyContext } from './partly.tsx'
import { useInstant } from './use-instant.ts'
import { useOfOthers } from './use-of-others.ts'

export function NoticeRow({ notice, filter }: { notice: Notice; filter: AlertFilter }) {
  const { t, language } = useWords()
  const { count: written, shortDay } = useFormat()
  const instant = useInstant()
  const session = useSession()
  const [isOpen, setOpen] = useState(false)
  const { kind, severity, count, acknowledged, day, firstSince, firstOpenedAt, lastOpenedAt } = notice
  const [opened, lastOpened] = [instant(firstOpenedAt), instant(lastOpenedAt)]
  const first = notice.alerts?.edges[0]?.node
  const n = t('alerts.lines', { count, n: written(count) })
  const where = usePlaceOf(notice)
  const name = `${alertKindName(kind, language)}, ${n}, ${where}, ${shortDay(day)}`
  const under: AlertFilter = { ...filter, ...(first && { togetherWith: first.id }) }
  const mayAct = session.state === 'in' && first && actsFor(first, session.person).includes('acknowledge')
  return (
    <>
      <tr {...asRow} data-open={acknowledged < count || undefined} data-unfolded={isOpen || undefined}>
        <td {...asCell}>
          <SeverityMark severity={SEVERITY_MARKS[severity]} />
        </td>
        <th scope="row" {...asRowHead}>
          <button
            className="line-head notice-head"
            type="button"
            data-line
            aria-expanded={isOpen}
            aria-label={t(isOpen ? 'alerts.notices.fold' : 'alerts.notices.unfold', { name })}
            onClick={() => setOpen(!isOpen)}
          >
            {n}
          </button>
          <small>
            <LongWords>{where}</LongWords> · {t('alerts.notices.day', { day: shortDay(day) })}
          </small>
        </th>
        <td {...asCell}>
          {t('alerts.clock.since', { when: instant(firstSince) })}
          <small>
            {opened === lastOpened
              ? t('alerts.notices.openedAt', { count, when: opened })
              : t('alerts.notices.opened', { first: opened, last: lastOpened })}
          </small>
        </td>
        <td {...asCell}>
          <span className="standing">
            <b>{t(acknowledged < count ? 'alerts.standings.open' : 'alerts.standings.acknowledged')}</b>
            {acknowledged > 0 && (
              <small>{t('alerts.notices.seenTo', { n: written(acknowledged), of: written(count) })}</small>
            )}
          </span>
          {mayAct && acknowledged < count && (
            <AcknowledgeAll {...{ filter: under, severity, name }} waiting={count - acknowledged} />
          )}
        </td>
      </tr>
      {isOpen && (
        <tr {...asRow} className="under-line">
          <td colSpan={UNDER_LINE.length} {...asCell}>
            <AlertPages filter={under} name={name} isUnderLine none={t('alerts.none')} />
          </td>
        </tr>
      )}
    </>
  )
}

/** Where they are of, as far as the reader may know. */
function usePlaceOf({ facility, competence }: Notice): string {
  const { t } = useWords()
  const ofOthers = useOfOthers()
  const isPartly = use(PartlyContext)
  if (competence) return ofOthers(competence)
  if (facility === undefined) return t('alerts.notices.onePlace')
  if (facility === null) return t(isPartly ? 'status.failed' : 'alerts.notices.noPlace')
  return facility.name ?? t(`state.facilities.types.${facility.type}`)
}
