/** Which office knows of the alert and since when: who opened it, whose system was told, to whom a letter went. Opening the page is knowing. */
import { ALERT_STEPS } from '@vigia/law/alert-kinds'
import { TOLD_CHANNELS, TOLD_OUTCOMES } from '@vigia/law/webhooks'
import { useEffect } from 'react'
import { graphql, type ResultOf } from '../../api/graphql.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { useOfficeNamed } from '../../ui/office-named.ts'
import { TableHead } from '../../ui/table-head.tsx'
import { asCell, asRow, asRowHead, asRows, asTable } from '../../ui/table-roles.ts'
import { TileStatus } from '../../ui/tile-status.tsx'
import { useWords } from '../../words/words.ts'
import { useInstant } from './use-instant.ts'
import { useKnow } from './use-know.ts'

const KnownDocument = graphql(`
  query DutyToKnow($id: ID!) {
    dutyToKnow(alertId: $id, first: 100) {
      edges {
        node {
          channel
          authority
          step
          outcome
          dueAt
          toldAt
          knownAt
          confirmedAt
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`)

type Told = NonNullable<ResultOf<typeof KnownDocument>['dutyToKnow']>['edges'][number]['node']

const SECONDS_BETWEEN = 10
const COLUMNS = ['who', 'how', 'when'] as const

export function KnownTo({ id }: { id: string }) {
  const { t } = useWords()
  useOpened(id)
  const asked = useLiveQuery({ query: KnownDocument, variables: { id } }, SECONDS_BETWEEN)
  const page = asked.data?.dutyToKnow
  const told = page?.edges.map(({ node }) => node)
  return (
    <section aria-labelledby="sabe">
      <header className="part-head">
        <h2 id="sabe">{t('alerts.known.title')}</h2>
      </header>
      {told && told.length > 0 && (
        <table className="list known-list" aria-labelledby="sabe" {...asTable}>
          <TableHead titles={COLUMNS.map((column) => t(`alerts.known.columns.${column}`))} />
          <tbody {...asRows}>
            {told.map((one) => (
              <Row key={`${one.channel} ${one.authority} ${one.step} ${one.dueAt}`} told={one} />
            ))}
          </tbody>
        </table>
      )}
      {page?.pageInfo.hasNextPage && <p className="note">{t('alerts.known.more', { n: told?.length })}</p>}
      {told?.length === 0 && <p className="none">{t('alerts.known.none')}</p>}
      {!told && <TileStatus title={t('alerts.known.title')} height="6rem" {...asked} />}
      <p className="note">{t('alerts.known.note')}</p>
    </section>
  )
}

/** From now on the office of the reader knows of it, where it did not before. */
function useOpened(id: string): void {
  const know = useKnow()
  useEffect(() => know(id), [know, id])
}

function Row({ told }: { told: Told }) {
  const { t, language } = useWords()
  const instant = useInstant()
  const { channel, authority, step, outcome, dueAt, toldAt, knownAt, confirmedAt } = told
  const when = confirmedAt
    ? t('alerts.known.signed', { when: instant(confirmedAt) })
    : knownAt
      ? t('alerts.known.since', { when: instant(knownAt) })
      : toldAt
        ? t('alerts.known.told', { when: instant(toldAt) })
        : t('alerts.known.waiting', { when: instant(dueAt) })
  return (
    <tr {...asRow}>
      <th scope="row" {...asRowHead}>
        {useOfficeNamed(authority)}
      </th>
      <td {...asCell}>
        {TOLD_CHANNELS[channel][language]}
        {step && <small>«{ALERT_STEPS[step][language]}»</small>}
        {channel !== 'DASHBOARD' && <small>{TOLD_OUTCOMES[outcome][language]}</small>}
      </td>
      <td {...asCell}>{when}</td>
    </tr>
  )
}
