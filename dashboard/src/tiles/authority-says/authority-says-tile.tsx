/** What INM says beside what the registry knows: claims of a source, marked as such, and never summed with the registry's own. */
import { useRegistry } from '../../api/registry.tsx'
import { useScope } from '../../api/scope.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { useFormat } from '../../format/use-format.ts'
import { Emphasis } from '../../ui/emphasis.tsx'
import { useIsPaper } from '../../ui/paper.ts'
import { Part } from '../../ui/part.tsx'
import { TileStatus } from '../../ui/tile-status.tsx'
import { NATION } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'
import { type Answer, AuthoritySaysDocument, type Claim, unrecordedOf } from './authority-query.ts'
import { ClaimTable } from './claim-table.tsx'
import { PlacesNamed } from './places-named.tsx'
import { UnrecordedByState } from './unrecorded-by-state.tsx'

const FIRST_DAY = '2024-10-01'
const SECONDS_BETWEEN = 60

export function AuthoritySaysTile() {
  const { t } = useWords()
  const { day } = useFormat()
  const { code, today, filter } = useScope()
  const { isSynthetic } = useRegistry()
  const variables = { code, period: { from: FIRST_DAY, to: today }, isNation: code === NATION }
  const asked = useLiveQuery({ query: AuthoritySaysDocument, variables }, SECONDS_BETWEEN)
  const claims = asked.data?.state?.authorityCounts
  const until = claims && lastDayOf(claims)
  return (
    <Part
      id="authority"
      className="authority"
      title={t('authority.title')}
      aside={<span className="real">{t('authority.marks')}</span>}
      source={null}
      asOf={null}
      how="authority"
      note={
        <>
          {until && t('authority.covered', { until: day(until) })}{' '}
          {t(isSynthetic ? 'authority.registryNote' : 'authority.registryNoteReal')}{' '}
          {filter && t('filters.notNarrowed')}
        </>
      }
    >
      {claims && asked.data ? (
        <Claims claims={claims} answer={asked.data} />
      ) : (
        <TileStatus title={t('authority.title')} height="26rem" {...asked} />
      )}
    </Part>
  )
}

const lastDayOf = (claims: readonly Claim[]) =>
  claims
    .flatMap(({ coveredUntil }) => coveredUntil ?? [])
    .toSorted()
    .at(-1)

function Claims({ claims, answer }: { claims: readonly Claim[]; answer: Answer }) {
  const { t } = useWords()
  const { share, count } = useFormat()
  const isPaper = useIsPaper()
  const known = claims.filter((claim) => claim.count !== null)
  if (known.length === 0) return <p className="none">{t('authority.nothingHere')}</p>
  const unrecorded = unrecordedOf(claims)
  return (
    <>
      {unrecorded && (
        <p className="authority-lead">
          <Emphasis>
            {t('authority.lead', {
              share: share(unrecorded.share),
              unrecorded: count(unrecorded.unrecorded),
              of: count(unrecorded.channelled),
            })}
          </Emphasis>
        </p>
      )}
      <div className="authority-halves">
        <ClaimTable claims={known} />
        {!isPaper && answer.states && <UnrecordedByState states={answer.states} />}
        {!isPaper && answer.state?.channelledPlaces && <PlacesNamed places={answer.state.channelledPlaces} />}
      </div>
    </>
  )
}
