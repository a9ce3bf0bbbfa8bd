/** A native select of states: of one, or of several. */
import { NATION, STATE_CODES, stateName } from '../words/states.ts'
import { useWords } from '../words/words.ts'
import { Unchosen } from './unchosen.tsx'

/** Of these codes, by the names in use. */
export function StateOptions({ states }: { states: readonly string[] }) {
  const { language } = useWords()
  return states.map((code) => (
    <option key={code} value={code}>
      {stateName(code, language)}
    </option>
  ))
}

/** In the order of INEGI, whatever order they are told in; the nation first, where it may be chosen. */
const ordered = (states: readonly string[] | null) =>
  states === null ? STATE_CODES : [NATION, ...STATE_CODES].filter((code) => states.includes(code))

type Props = {
  label: string
  /** INEGI codes of what there is to choose from; null for every state. */
  states: readonly string[] | null
}

type ChoiceProps = Props & {
  /** What the choice of none is called, where that may be chosen; it stands first. */
  everywhere?: string | undefined
  /** Whether it has to be chosen too, as "00": what holds everywhere is meant by nobody who did not say so. */
  isAsked?: boolean
  onChoose?: (state: string) => void
}

/** One state, as `state` of the form. Where there is more than one and not all may be meant, none stands chosen. */
export function StateChoice({ label, states, everywhere, isAsked = false, onChoose }: ChoiceProps) {
  const codes = ordered(states)
  const isToBeChosen = isAsked || (everywhere === undefined && codes.length > 1)
  return (
    <label>
      {label}{' '}
      <select name="state" required={isToBeChosen} onChange={({ target }) => onChoose?.(target.value)}>
        {isToBeChosen && <Unchosen />}
        {everywhere !== undefined && <option value={isAsked ? NATION : ''}>{everywhere}</option>}
        <StateOptions states={codes} />
      </select>
    </label>
  )
}

const LINES_AT_MOST = 6

/** Several states, as `states` of the form. */
export function StatesChoice({
  label,
  states,
  chosen,
  isRequired = false,
}: Props & { chosen: readonly string[]; isRequired?: boolean }) {
  const { t } = useWords()
  const codes = ordered(states)
  return (
    <label>
      {label} {codes.length > 1 && t('where.several')}
      <select
        {...{ name: 'states', multiple: true, required: isRequired, size: Math.min(LINES_AT_MOST, codes.length) }}
        defaultValue={[...chosen]}
      >
        <StateOptions states={codes} />
      </select>
    </label>
  )
}
