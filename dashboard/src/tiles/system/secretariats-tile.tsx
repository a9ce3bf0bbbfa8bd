/** How each executive secretariat is held, as was told last; who oversees the post tells of it: nobody tells of his own. */
import { codesOf } from '@vigia/law/code-list'
import { SECRETARIAT_CONDITIONS, tellsOfPost } from '@vigia/law/secretariats'
import { useState } from 'react'
import { useClient } from 'urql'
import { useRegistry } from '../../api/registry.tsx'
import { useSearch } from '../../api/search.ts'
import type { Person } from '../../api/session.ts'
import { useSight } from '../../api/sight.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { useWishKey } from '../../api/wish-key.ts'
import { useFormat } from '../../format/use-format.ts'
import { StateChoice } from '../../ui/state-choice.tsx'
import { StateLink } from '../../ui/state-link.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import { asCell, asRow, asRowHead, asRows, asTable } from '../../ui/table-roles.ts'
import { TileStatus } from '../../ui/tile-status.tsx'
import { Unchosen } from '../../ui/unchosen.tsx'
import { NATION, STATE_CODES } from '../../words/states.ts'
import { useSystemWords } from '../../words/system-words.ts'
import { useWords } from '../../words/words.ts'
import { RecordSecretariatDocument, SecretariatsDocument, type SecretariatTold } from './system-queries.ts'
import { TellingDialog } from './telling-dialog.tsx'

const SECONDS_BETWEEN = 15
/** That of the nation before those of the states. */
const POSTS = [NATION, ...STATE_CODES]
const COLUMNS = ['state', 'condition', 'since', 'why'] as const

export function SecretariatsTile({ person }: { person: Person }) {
  const { secretariats: words } = useSystemWords()
  const { sees } = useSight()
  const { entidad } = useSearch().search
  const shown = POSTS.filter((code) => sees(code) && (entidad === undefined || entidad === code))
  const asked = useLiveQuery({ query: SecretariatsDocument, variables: {} }, SECONDS_BETWEEN)
  const [isTelling, setTelling] = useState(false)
  const told = asked.data?.secretariats
  return (
    <section className="notices-part" aria-labelledby="secretarias">
      <header className="part-head">
        <h2 id="secretarias">{words.title}</h2>
        {person.scopes.includes('post:record') && (
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
      {told ? (
        <table className="list notices-list" aria-labelledby="secretarias" {...asTable}>
          <TableHead titles={COLUMNS.map((column) => words.columns[column])} />
          <tbody {...asRows}>
            {shown.map((code) => (
              <Row key={code} code={code} told={told.find(({ state }) => state?.code === code)} />
            ))}
          </tbody>
        </table>
      ) : (
        <TileStatus title={words.title} height="30rem" {...asked} />
      )}
      <p className="note">{words.note}</p>
      {isTelling && <TellDialog person={person} onEnd={() => setTelling(false)} />}
    </section>
  )
}

function Row({ code, told }: { code: string; told: SecretariatTold | undefined }) {
  const { secretariats: words } = useSystemWords()
  const { language } = useWords()
  const { today } = useRegistry()
  const { sinceDay } = useFormat()
  const isLacking = told !== undefined && told.condition !== 'HELD'
  return (
    <tr {...asRow}>
      <th scope="row" {...asRowHead}>
        <StateLink code={code} />
      </th>
      <td {...asCell} data-late={isLacking || undefined}>
        {told ? SECRETARIAT_CONDITIONS[told.condition][language] : words.unknown}
      </td>
      <td {...asCell}>{told && sinceDay(told.since, today)}</td>
      <td {...asCell}>{told && <q>{told.reason}</q>}</td>
    </tr>
  )
}

function TellDialog({ person, onEnd }: { person: Person; onEnd: () => void }) {
  const { secretariats: words } = useSystemWords()
  const { language } = useWords()
  const { today } = useRegistry()
  const client = useClient()
  const keyed = useWishKey()

  function send(given: FormData, reason: string) {
    const [state = '', since = ''] = ['state', 'since'].map((name) => String(given.get(name) ?? ''))
    const condition = codesOf(SECRETARIAT_CONDITIONS).find((code) => code === given.get('condition')) ?? 'VACANT'
    const wish = { state, condition, since, reason }
    return keyed(wish, (input) => client.mutation(RecordSecretariatDocument, { input }).toPromise())
  }

  return (
    <TellingDialog title={words.form} label={words.reason} send={send} onEnd={onEnd}>
      <StateChoice label={words.state} states={POSTS.filter((code) => tellsOfPost(person, code))} />
      <label>
        {words.condition}
        <select name="condition" required>
          <Unchosen />
          {codesOf(SECRETARIAT_CONDITIONS).map((code) => (
            <option key={code} value={code}>
              {SECRETARIAT_CONDITIONS[code][language]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.since}
        <input name="since" type="date" required max={today} defaultValue={today} />
      </label>
    </TellingDialog>
  )
}
