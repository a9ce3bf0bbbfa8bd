/** The log of breaches of the security of data: what was found, and whether those concerned were told. */
import { AUTHORITIES } from '@vigia/law/authorities'
import { useState } from 'react'
import { useSearch } from '../../api/search.ts'
import type { Person } from '../../api/session.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { useFormat } from '../../format/use-format.ts'
import { useMoment } from '../../format/use-moment.ts'
import { stand } from '../../ui/stage.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import { asCell, asRow, asRowHead, asRows, asTable } from '../../ui/table-roles.ts'
import { TileStatus } from '../../ui/tile-status.tsx'
import { type PageOf, useEnd, usePages } from '../../ui/use-pages.ts'
import { stateName } from '../../words/states.ts'
import { useSystemWords } from '../../words/system-words.ts'
import { useWords } from '../../words/words.ts'
import { BreachDialog, FurtherDialog } from './breach-dialogs.tsx'
import { type Breach, BreachesDocument } from './system-queries.ts'

const ON_A_PAGE = 20
const SECONDS_BETWEEN = 15
const COLUMNS = ['what', 'whose', 'where', 'stands'] as const

export function BreachesTile({ person }: { person: Person }) {
  const { breaches: words, more: moreWords } = useSystemWords()
  const { pages, more } = usePages()
  const [isTelling, setTelling] = useState(false)
  const mayTell = mayTellOf(person, [])
  return (
    <section className="notices-part" aria-labelledby="vulneraciones">
      <header className="part-head">
        <h2 id="vulneraciones">{words.title}</h2>
        {mayTell && (
          <button
            className="action"
            type="button"
            aria-label={`${words.tell}: ${words.title}`}
            onClick={() => setTelling(true)}
          >
            {words.tell}
          </button>
        )}
      </header>
      <table className="list notices-list" aria-labelledby="vulneraciones" {...asTable}>
        <TableHead titles={COLUMNS.map((column) => words.columns[column])} />
        {pages.map((of) => (
          <LogPage key={of.page} of={of} person={person} />
        ))}
      </table>
      {more && (
        <p>
          <button className="action" type="button" onClick={more}>
            {moreWords}
          </button>
        </p>
      )}
      <p className="note">{words.note}</p>
      {isTelling && <BreachDialog person={person} onEnd={() => setTelling(false)} />}
    </section>
  )
}

/** What is told of a breach holds in all of its states: whoever oversees some of them alone does not tell it. */
const mayTellOf = ({ scopes, states }: Person, of: readonly { code: string }[]) =>
  scopes.includes('breach:record') && (states === null || of.every(({ code }) => states.includes(code)))

function LogPage({ of, person }: { of: PageOf; person: Person }) {
  const { breaches: words } = useSystemWords()
  const { entidad: state } = useSearch().search
  const variables = { filter: { ...(state && { state }) }, first: ON_A_PAGE, after: of.after }
  const asked = useLiveQuery({ query: BreachesDocument, variables }, SECONDS_BETWEEN)
  const breaches = asked.data?.breaches
  useEnd(of, breaches?.pageInfo)
  const rows = breaches?.edges.map(({ node }) => node) ?? []
  return (
    <tbody {...asRows}>
      {rows.map((breach) => (
        <Row key={breach.id} breach={breach} mayTell={mayTellOf(person, breach.states ?? [])} />
      ))}
      {rows.length === 0 && (
        <tr {...asRow}>
          <td colSpan={COLUMNS.length} {...asCell}>
            {breaches ? (
              <p className="none">{state ? words.noneOfState : words.none}</p>
            ) : (
              <TileStatus title={words.title} height="6rem" {...asked} />
            )}
          </td>
        </tr>
      )}
    </tbody>
  )
}

function Row({ breach, mayTell }: { breach: Breach; mayTell: boolean }) {
  const { breaches: words } = useSystemWords()
  const { language } = useWords()
  const { list } = useFormat()
  const moment = useMoment()
  const { authority, states, foundAt, toldAt, notice, withdrawnAt, withdrawnReason } = breach
  const isOwed = toldAt === null && withdrawnAt === null
  const [said, why] = withdrawnAt
    ? [words.withdrawn(moment(withdrawnAt)), withdrawnReason]
    : toldAt
      ? [words.told(moment(toldAt)), notice]
      : [words.untold, null]
  return (
    <tr {...asRow}>
      <th scope="row" {...asRowHead}>
        <q>{breach.words}</q>
        <small>{words.found(moment(foundAt))}</small>
      </th>
      <td {...asCell}>{AUTHORITIES[authority][language]}</td>
      <td {...asCell}>{list((states ?? []).map(({ code }) => stateName(code, language)))}</td>
      <td {...asCell} data-late={isOwed || undefined}>
        {said}
        {why && (
          <small>
            <q>{why}</q>
          </small>
        )}
        {mayTell && isOwed && (
          <span className="act-list">
            {(['notice', 'withdraw'] as const).map((which) => (
              <button
                key={which}
                className={which === 'notice' ? 'action' : 'quiet'}
                type="button"
                aria-label={`${words[which].do}: ${breach.words}`}
                onClick={() => stand((end) => <FurtherDialog breach={breach} which={which} onEnd={end} />)}
              >
                {words[which].do}
              </button>
            ))}
          </span>
        )}
      </td>
    </tr>
  )
}
