/** A button for each thing that the reader may do about an alert. */
import { useSession } from '../../api/session.ts'
import { tell } from '../../ui/announcer.tsx'
import { stand } from '../../ui/stage.tsx'
import { useGoOn } from '../../ui/use-go-on.ts'
import { alertKindName } from '../../words/alert-words.ts'
import { useWords } from '../../words/words.ts'
import { ActDialog } from './act-dialog.tsx'
import { type Act, type Actable, actsFor } from './acts.ts'
import type { AlertInList } from './alert-queries.ts'
import { useWhom } from './use-whom.ts'

type Props = {
  alert: Actable &
    Pick<AlertInList, 'id' | 'version' | 'kind' | 'severity' | 'child' | 'place' | 'state'> &
    Partial<Pick<AlertInList, 'subject'>>
  /** In a list only what is done first is offered; the rest is a click away. */
  only?: readonly Act[]
  onDone?: () => void
  /** Somebody is about to do something about it. */
  onOpen?: () => void
}

const nothing = () => {}

export function ActButtons({ alert, only, onDone = nothing, onOpen = nothing }: Props) {
  const { t, language } = useWords()
  const session = useSession()
  const whomOf = useWhom()
  const { acts: line, goOn, goBack } = useGoOn<HTMLSpanElement>(only ? '' : alert.id)
  if (session.state !== 'in') return null
  const acts = actsFor(alert, session.person).filter((each) => !only || only.includes(each))
  if (acts.length === 0) return null
  const name = `${alertKindName(alert.kind, language)}, ${whomOf(alert).whom}`
  return (
    <span className="act-list" ref={line} data-acts={only ? undefined : alert.id}>
      {acts.map((each) => (
        <button
          key={each}
          className={each === 'acknowledge' ? 'action' : 'quiet'}
          type="button"
          aria-label={`${t(`alerts.acts.${each}.do`)}: ${name}`}
          onClick={() => {
            onOpen()
            open(each)
          }}
        >
          {t(`alerts.acts.${each}.do`)}
        </button>
      ))}
    </span>
  )

  function open(act: Act) {
    const leave = (end: () => void) => () => {
      end()
      goBack()
    }
    stand((end) => <ActDialog act={act} alert={alert} name={name} onDone={() => done(act)} onEnd={leave(end)} />)
  }

  function done(act: Act) {
    tell(t(`alerts.acts.${act}.done`, { name }))
    goOn()
    onDone()
  }
}
