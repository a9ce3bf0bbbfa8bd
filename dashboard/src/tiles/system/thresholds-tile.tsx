/** Which thresholds of alerts were set in the place of the registry's own, and taken back. The federal secretary sets them and takes them back; all who oversee read it. */
import { useSearch } from '../../api/search.ts'
import type { Person } from '../../api/session.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { useFormat } from '../../format/use-format.ts'
import { useMoment } from '../../format/use-moment.ts'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { stand } from '../../ui/stage.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import { asCell, asRow, asRowHead, asRows, asTable } from '../../ui/table-roles.ts'
import { TileStatus } from '../../ui/tile-status.tsx'
import { useThresholdWords } from '../../ui/use-threshold-words.ts'
import { alertKindName, SEVERITY_MARKS } from '../../words/alert-words.ts'
import { stateName } from '../../words/states.ts'
import { useSystemWords } from '../../words/system-words.ts'
import { useWords } from '../../words/words.ts'
import { EndThresholdDialog } from './end-threshold-dialog.tsx'
import { SetThresholdDialog } from './set-threshold-dialog.tsx'
import { type Change, changesOf, SetThresholdsDocument } from './threshold-queries.ts'

const SECONDS_BETWEEN = 15
const COLUMNS = ['what', 'where', 'value', 'why'] as const

export function ThresholdsTile({ person }: { person: Person }) {
  const { thresholds: words } = useSystemWords()
  const { entidad: state } = useSearch().search
  const asked = useLiveQuery({ query: SetThresholdsDocument, variables: {} }, SECONDS_BETWEEN)
  const steps = asked.data?.alertThresholds
  const changes = steps ? changesOf(steps, state) : []
  const maySet = person.scopes.includes('threshold:set')
  return (
    <section className="notices-part" aria-labelledby="umbrales">
      <header className="part-head">
        <h2 id="umbrales">{words.title}</h2>
        {maySet && (
          <button
            className="action"
            type="button"
            aria-label={`${words.set.do}: ${words.title}`}
            onClick={() => stand((end) => <SetThresholdDialog onEnd={end} />)}
          >
            {words.set.do}
          </button>
        )}
      </header>
      {changes.length > 0 && (
        <table className="list notices-list" aria-labelledby="umbrales" {...asTable}>
          <TableHead titles={COLUMNS.map((column) => words.columns[column])} />
          <tbody {...asRows}>
            {changes.map((change) => (
              <Row key={change.key} change={change} mayEnd={maySet} />
            ))}
          </tbody>
        </table>
      )}
      {!steps && <TileStatus title={words.title} height="6rem" {...asked} />}
      {steps && changes.length === 0 && <p className="none">{state ? words.noneOfState : words.none}</p>}
      <p className="note">{words.note}</p>
    </section>
  )
}

function Row({ change, mayEnd }: { change: Change; mayEnd: boolean }) {
  const { thresholds: words } = useSystemWords()
  const { language } = useWords()
  const { day } = useFormat()
  const moment = useMoment()
  const value = useValue(change)
  const { kind, severity, state, effectiveOn, reason, by, at, canEnd } = change
  const [what, where] = [alertKindName(kind, language), state ? stateName(state.code, language) : words.nationwide]
  return (
    <tr {...asRow}>
      <th scope="row" {...asRowHead}>
        <SeverityMark severity={SEVERITY_MARKS[severity]} /> {what}
      </th>
      <td {...asCell}>{where}</td>
      <td {...asCell}>
        {value}
        <small>{words.from(day(effectiveOn))}</small>
      </td>
      <td {...asCell}>
        <q>{reason}</q>
        <small>{words.by(by, moment(at))}</small>
        {mayEnd && canEnd && (
          <button
            className="quiet"
            type="button"
            aria-label={`${words.end.do}: ${what}, ${value}, ${where}`}
            onClick={() => stand((end) => <EndThresholdDialog change={change} onEnd={end} />)}
          >
            {words.end.do}
          </button>
        )}
      </td>
    </tr>
  )
}

function useValue({ value, unit, runsFrom, state }: Change): string {
  const { thresholds: words } = useSystemWords()
  const written = useThresholdWords()
  if (value === null) return state ? words.ofNation : words.ofRegistry
  return written({ value, unit, runsFrom })
}
