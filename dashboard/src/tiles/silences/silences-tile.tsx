/** Notices that are held back: of what, where, by whom, why and until when; those of one's own office can be ended, and one more set. */
import { useRef, useState } from 'react'
import { useClient } from 'urql'
import { wasTooMuch } from '../../api/failure.ts'
import { tellOwnChange } from '../../api/live.ts'
import { useSearch } from '../../api/search.ts'
import { type Person, useSession } from '../../api/session.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { useMoment } from '../../format/use-moment.ts'
import { tell } from '../../ui/announcer.tsx'
import { InSpanish } from '../../ui/in-spanish.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import { asCell, asRow, asRowHead, asRows, asTable } from '../../ui/table-roles.ts'
import { TileStatus } from '../../ui/tile-status.tsx'
import { useGoOn } from '../../ui/use-go-on.ts'
import { type PageOf, useEnd, usePages } from '../../ui/use-pages.ts'
import { alertKindName } from '../../words/alert-words.ts'
import { useNoticeWords } from '../../words/notice-words.ts'
import { stateName } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'
import { SilenceDialog } from './silence-dialog.tsx'
import { EndSilenceDocument, type Silence, silencesDocumentFor } from './silence-queries.ts'

const ON_A_PAGE = 20
const SECONDS_BETWEEN = 5
const COLUMNS = ['what', 'where', 'who', 'why', 'until'] as const

export function SilencesTile() {
  const { silences: words } = useNoticeWords()
  const session = useSession()
  const { pages, more } = usePages()
  const [isSetting, setSetting] = useState(false)
  if (session.state !== 'in') return null
  const { person } = session
  return (
    <section className="silences" aria-labelledby="silencios">
      <header className="part-head">
        <h2 id="silencios">{words.title}</h2>
        {maySilence(person) && (
          <button className="action" type="button" onClick={() => setSetting(true)}>
            {words.set}
          </button>
        )}
      </header>
      <table className="list notices-list" aria-label={words.title} {...asTable}>
        <TableHead titles={COLUMNS.map((column) => words.columns[column])} />
        {pages.map((of) => (
          <SilencesPage key={of.page} of={of} person={person} />
        ))}
      </table>
      {more && (
        <button className="action more" type="button" onClick={more}>
          {words.more}
        </button>
      )}
      <p className="note">{words.note}</p>
      {isSetting && <SilenceDialog person={person} onEnd={() => setSetting(false)} />}
    </section>
  )
}

const maySilence = ({ scopes }: Person) => scopes.includes('alert:silence')

function SilencesPage({ of, person }: { of: PageOf; person: Person }) {
  const { silences: words } = useNoticeWords()
  const { entidad: state } = useSearch().search
  const variables = { filter: { isStanding: true, ...(state && { state }) }, first: ON_A_PAGE, after: of.after }
  const asked = useLiveQuery({ query: silencesDocumentFor(person), variables }, SECONDS_BETWEEN)
  const page = asked.data?.silences
  useEnd(of, page?.pageInfo)
  const none = state ? words.noneOfState : words.none
  return (
    <tbody {...asRows}>
      {page?.edges.map(({ node }) => (
        <Row key={node.id} silence={node} person={person} />
      ))}
      {!page?.edges.length && (
        <tr {...asRow}>
          <td colSpan={COLUMNS.length} {...asCell}>
            {page ? <p className="none">{none}</p> : <TileStatus title={words.title} height="6rem" {...asked} />}
          </td>
        </tr>
      )}
    </tbody>
  )
}

function Row({ silence, person }: { silence: Silence; person: Person }) {
  const { silences: words } = useNoticeWords()
  const { t, language } = useWords()
  const moment = useMoment()
  const client = useClient()
  const [fault, setFault] = useState<'tooMuch' | 'failed' | null>(null)
  const isEnding = useRef(false)
  const { acts, goOn } = useGoOn<HTMLTableCellElement>()
  const { id, kinds, state, reason, by, role, until } = silence
  const what = kinds.map((kind) => alertKindName(kind, language)).join('; ')
  const isOwn = role === person.role && (person.states === null || (state && person.states.includes(state.code)))

  async function end() {
    // Of one that has ended a second press would be told that nobody knows.
    if (isEnding.current) return
    isEnding.current = true
    setFault(null)
    const { error } = await client.mutation(EndSilenceDocument, { id }).toPromise()
    isEnding.current = !error
    setFault(error ? (wasTooMuch(error) ? 'tooMuch' : 'failed') : null)
    if (!error) {
      tell(words.ended(what))
      goOn()
    }
    tellOwnChange()
  }

  return (
    <tr {...asRow}>
      <th scope="row" {...asRowHead}>
        {what}
      </th>
      <td {...asCell}>
        <Where silence={silence} />
      </td>
      <td {...asCell}>
        {t(`session.roles.${role as 'partner'}`)}
        <small>{by}</small>
      </td>
      <td {...asCell}>
        <q>{reason}</q>
      </td>
      <td ref={acts} {...asCell}>
        {moment(until)}{' '}
        {isOwn && maySilence(person) && (
          <button className="quiet" type="button" aria-label={words.endOf(what)} onClick={() => void end()}>
            {words.end}
          </button>
        )}
        <span role="status">{fault && words.outcomes[fault]}</span>
      </td>
    </tr>
  )
}

/** One place alone is no state, also where the reader may not know which: what is held back of it is told of everywhere else. */
function Where({ silence: { state, isOfOnePlace, facility } }: { silence: Silence }) {
  const { silences: words } = useNoticeWords()
  const { t, language } = useWords()
  const inState = state && stateName(state.code, language)
  if (!facility)
    return (
      <>
        {inState ?? words.everywhere}
        {isOfOnePlace && <small>{words.onePlace}</small>}
      </>
    )
  return (
    <>
      {facility.name ? <InSpanish>{facility.name}</InSpanish> : t(`state.facilities.types.${facility.type}`)}
      {inState && <small>{inState}</small>}
    </>
  )
}
