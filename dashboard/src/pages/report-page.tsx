/** The overview for paper: three sheets of fixed size, light colours, nothing to press. */
// Static cuts: a variable font goes into a PDF as Type 3, which old viewers draw badly.
import '@fontsource/source-sans-3/latin-400.css'
import '@fontsource/source-sans-3/latin-600.css'
import '@fontsource/source-sans-3/latin-700.css'
import { type ReactNode, Suspense } from 'react'
import { useRegistry } from '../api/registry.tsx'
import { useScope } from '../api/scope.ts'
import { useSight } from '../api/sight.ts'
import { useIsUntold } from '../api/sources.tsx'
import { useFormat } from '../format/use-format.ts'
import { AuthoritySaysTile } from '../tiles/authority-says/authority-says-tile.tsx'
import { CohortTile } from '../tiles/cohort/cohort-tile.tsx'
import { HeldNowTile } from '../tiles/held-now/held-now-tile.tsx'
import { MethodTile } from '../tiles/method/method-tile.tsx'
import { ReturnsWithoutDeterminationTile } from '../tiles/returns-without-determination/returns-without-determination-tile.tsx'
import { StateMapTile } from '../tiles/state-map/state-map-tile.tsx'
import { StateTableTile } from '../tiles/state-table/state-table-tile.tsx'
import { UnprocessedCasesTile } from '../tiles/unprocessed-cases/unprocessed-cases-tile.tsx'
import { WeeklyTrendTile } from '../tiles/weekly-trend/weekly-trend-tile.tsx'
import { Paper } from '../ui/paper.ts'
import { cohortName } from '../words/cohort-name.ts'
import { filterWords } from '../words/filter-words.ts'
import { NATION, stateName } from '../words/states.ts'
import { useWords } from '../words/words.ts'
import { PageScope } from './page-scope.tsx'

/** Of the country; of its one state for an office that answers for one. */
export function ReportPage() {
  const { t } = useWords()
  const { states } = useSight()
  const code = states?.length === 1 ? (states[0] ?? NATION) : NATION
  return (
    <PageScope code={code} title={t('frame.title.informe')}>
      <Paper value={true}>
        <section className="report-frame" aria-label={t('report.title')}>
          <article className="report">
            <button className="action no-print" type="button" onClick={() => print()}>
              {t('report.print')}
            </button>
            <Sheet page={1}>
              <CohortTile />
              <div className="figures">
                <HeldNowTile />
                <UnprocessedCasesTile />
                <ReturnsWithoutDeterminationTile />
              </div>
              <WeeklyTrendTile />
            </Sheet>
            <Sheet page={2}>
              <StateMapTile />
              <AuthoritySaysTile />
              <p className="note">
                {t('frame.footer.clock')} {t('frame.footer.letters')}
              </p>
            </Sheet>
            <Sheet page={3}>
              <StateTableTile />
              <Suspense>
                <MethodTile />
              </Suspense>
            </Sheet>
          </article>
        </section>
      </Paper>
    </PageScope>
  )
}

function Sheet({ page, children }: { page: number; children: ReactNode }) {
  return (
    <section className="sheet">
      <ReportHead page={page} />
      {children}
    </section>
  )
}

/** Each sheet says by itself what it is, of when, narrowed to whom, and that its figures are made up. */
function ReportHead({ page }: { page: number }) {
  const { t, language } = useWords()
  const { date, time } = useFormat()
  const { asOf, isSynthetic } = useRegistry()
  const isUntold = useIsUntold(NATION)
  const when = asOf && `${t('frame.asOf')} ${date(asOf)}, ${time(asOf)}`
  const { code, cohort, filter } = useScope()
  const place = code === NATION ? [] : [stateName(code, language)]
  const narrowed = [...place, cohortName(cohort, t), ...filterWords(filter, t, language)].join(', ')
  return (
    <header className="report-head">
      <b>{t('frame.product')}</b> {t('report.title')}
      {isSynthetic && <span className="synthetic">{t('frame.synthetic')}</span>}
      <span className="report-scope">{narrowed}</span>
      <span>
        {isUntold ? t('status.untold') : (when ?? t('status.failed'))} · {t('report.page', { page })}
      </span>
    </header>
  )
}
