/** Where the children of a state are now: what the law says of the place, how full it is, how long they are there. */
import { useScope } from '../../api/scope.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { useFormat } from '../../format/use-format.ts'
import { Part } from '../../ui/part.tsx'
import { asCell, asColumnHead, asRow, asRowHead, asRows, asTable } from '../../ui/table-roles.ts'
import { TileStatus } from '../../ui/tile-status.tsx'
import { useWords } from '../../words/words.ts'
import { FacilitiesNowDocument, type Facility, isAllowed, withChildren } from './facilities-query.ts'
import { FacilityRow } from './facility-row.tsx'

const HEADS = ['place', 'legalClass', 'children', 'occupancy', 'longest', 'report'] as const

export function FacilitiesNowTile() {
  const { t } = useWords()
  const { code } = useScope()
  const asked = useLiveQuery({ query: FacilitiesNowDocument, variables: { code } })
  const state = asked.data?.state
  const title = t('state.facilities.title')
  return (
    <Part
      id="facilities"
      className="facilities"
      title={title}
      source="INM, DIF"
      asOf={state?.care?.asOf ?? null}
      how="facilities"
    >
      {state?.facilities ? (
        <FacilityTable facilities={withChildren(state.facilities)} />
      ) : (
        <TileStatus title={title} height="16rem" {...asked} />
      )}
    </Part>
  )
}

function FacilityTable({ facilities }: { facilities: readonly Facility[] }) {
  const { t } = useWords()
  if (facilities.length === 0) return <p className="none">{t('state.facilities.none')}</p>
  return (
    <table className="list" {...asTable}>
      <thead {...asRows}>
        <tr {...asRow}>
          {HEADS.map((id) => (
            <th
              key={id}
              scope="col"
              className={id === 'children' || id === 'report' ? 'number' : undefined}
              {...asColumnHead}
            >
              {t(`state.facilities.${id}`)}
            </th>
          ))}
        </tr>
      </thead>
      <FacilityGroup
        title={t('state.facilities.notAllowed')}
        facilities={facilities.filter((each) => !isAllowed(each))}
      />
      <FacilityGroup title={t('state.facilities.allowed')} facilities={facilities.filter(isAllowed)} />
    </table>
  )
}

/** Places the law forbids or does not know come first, with how many children they hold together. */
function FacilityGroup({ title, facilities }: { title: string; facilities: readonly Facility[] }) {
  const { count } = useFormat()
  if (facilities.length === 0) return null
  return (
    <tbody {...asRows}>
      <tr className="group" {...asRow}>
        <th scope="rowgroup" colSpan={2} {...asRowHead}>
          {title}
        </th>
        <td className="number" {...asCell}>
          <b>{count(facilities.reduce((sum, { childrenNow }) => sum + childrenNow, 0))}</b>
        </td>
        <td colSpan={3} {...asCell} />
      </tr>
      {facilities.map((each) => (
        <FacilityRow key={each.id} facility={each} />
      ))}
    </tbody>
  )
}
