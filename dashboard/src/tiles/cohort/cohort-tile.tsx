/** What became of the children of one cohort: a sentence, the funnel, and the cohorts before. The first thing that is read. */
import { type Cohort, cohortsBefore } from '../../api/cohorts.ts'
import { useScope } from '../../api/scope.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { useFormat } from '../../format/use-format.ts'
import { HowCounted } from '../../ui/how-counted.tsx'
import { Provenance } from '../../ui/part.tsx'
import { TileStatus } from '../../ui/tile-status.tsx'
import { useWords } from '../../words/words.ts'
import { CohortFunnel, useWithheld } from './cohort-funnel.tsx'
import { CohortHistory } from './cohort-history.tsx'
import { CohortDocument, type Funnel, type Outline, type Step } from './cohort-query.ts'
import { CohortStatement } from './cohort-statement.tsx'
import type { Withheld } from './funnel-withheld.ts'
import { SilentOffices } from './silent-offices.tsx'

const FUNNEL_HEIGHT = '20.5rem'

export function CohortTile() {
  const { t } = useWords()
  const { code, cohort, filter, today } = useScope()
  const [first, second] = cohortsBefore(cohort, today)
  const asked = useLiveQuery({
    query: CohortDocument,
    variables: {
      code,
      filter,
      period: periodOf(cohort),
      hasTwoBefore: second !== undefined,
      first: periodOf(first ?? cohort),
      second: periodOf(second ?? cohort),
    },
  })
  const state = asked.data?.state
  const funnel = state?.funnel
  const withheld = useWithheld(funnel?.stages)
  const told = funnel && withheld && toldOf(funnel, withheld)
  const earlier = [
    { cohort: first, outline: state?.first },
    { cohort: second, outline: state?.second },
  ]
  return (
    <section className="cohort">
      <div className="opening">
        <CohortStatement funnel={told} isLoading={asked.isLoading} isFailed={asked.failure !== null} />
        {told && <CohortHistory earlier={earlier} now={{ cohort, outline: told }} />}
      </div>
      {funnel && withheld ? (
        <FunnelAndNote funnel={funnel} withheld={withheld} />
      ) : (
        <TileStatus title={t('cohort.label')} height={FUNNEL_HEIGHT} {...asked} />
      )}
    </section>
  )
}

const periodOf = ({ from, to }: Cohort) => ({ from, to })

/** What the sentence and the cohorts beside it may tell of what the funnel withholds. */
function toldOf(funnel: Funnel, { isReached }: Withheld): Outline {
  const isBeside = (stage: Step['stage']) => isReached(funnel.stages.findIndex((step) => step.stage === stage))
  return { ...funnel, besides: { caseOpened: isBeside('CASE_OPENED'), planIssued: isBeside('PLAN_ISSUED') } }
}

function FunnelAndNote({ funnel, withheld }: { funnel: Funnel; withheld: Withheld }) {
  const { t } = useWords()
  const { date } = useFormat()
  // That nobody was detected is what the sentence above says.
  const isEmpty = funnel.detected === 0
  return (
    <>
      {!isEmpty && <CohortFunnel funnel={funnel} withheld={withheld} />}
      <div className="note">
        {t('cohort.followed', { day: date(funnel.asOf) })}{' '}
        {!isEmpty && (
          <>
            <sup>*</sup> {t('cohort.star')}{' '}
          </>
        )}
        <Provenance source="INM, PPNNA, DIF" asOf={funnel.asOf} of="cohort" /> <SilentOffices />{' '}
        <HowCounted of="cohort" name={t('cohort.label')} />
      </div>
    </>
  )
}
