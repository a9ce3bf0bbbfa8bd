/** A visit of supervision to a place where children are lodged or held, and the list of them. */
import { checkPeriod } from '@vigia/kit/graph/counting'
import { known } from '@vigia/kit/graph/known-code'
import { AUTHORITIES } from '@vigia/law/authorities'
import { INSPECTION_RESULTS } from '@vigia/law/facility-registry'
import { builder, counting } from '../builder.ts'
import type { ListedInspection } from '../store/inspection-store.ts'
import { Authority, InspectionResult } from './codes.ts'
import { Facility } from './facility.ts'

const Inspection = builder.objectRef<ListedInspection>('Inspection').implement({
  description: 'A visit of supervision (LGDNNA arts. 112, 113). Source: Procuradurías, CNDH.',
  access: 'stats:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the visit, of this registry.' }),
    inspectedOn: t.field({
      type: 'Date',
      description: 'Local day of the visit.',
      resolve: ({ inspectedOn }) => inspectedOn,
    }),
    authority: t.field({
      type: Authority,
      description: 'Which authority visited.',
      resolve: (row) => known(AUTHORITIES, row.authority),
    }),
    result: t.field({
      type: InspectionResult,
      description: 'What the visit found.',
      resolve: ({ result }) => known(INSPECTION_RESULTS, result),
    }),
    observations: t.exposeString('observations', {
      nullable: true,
      access: 'oversight:read',
      description: 'In the words of the visitor; null when none were written.',
    }),
  }),
})

builder.objectField(Facility, 'inspections', (t) =>
  t.connection(
    {
      type: Inspection,
      access: 'stats:read',
      description: 'Visits of supervision, the latest first.',
      args: {
        period: t.arg({ type: counting.period, description: 'Local days of the visit; all when left out.' }),
        result: t.arg({ type: [InspectionResult], description: 'What was found; all when left out, or empty.' }),
      },
      resolve: async ({ id }, { period, result, ...page }, { inspections }) => {
        const wanted = { period: period ? checkPeriod(period) : null, results: result ?? [] }
        return { ...(await inspections.page(id, wanted, page)), total: () => inspections.count(id, wanted) }
      },
    },
    {
      name: 'InspectionConnection',
      description: 'A page of visits of supervision.',
      fields: (t) => ({
        totalCount: t.int({
          description: 'Visits in all pages; 0 when none is known.',
          resolve: ({ total }) => total(),
        }),
      }),
    },
    { name: 'InspectionEdge' },
  ),
)
