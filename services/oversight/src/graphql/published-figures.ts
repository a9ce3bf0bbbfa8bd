/** Published figures, with their contradictions and the registry's own count beside them. */
import { mayCount } from '@vigia/kit/actor'
import { Refusal } from '@vigia/kit/errors'
import { checkPeriod } from '@vigia/kit/graph/counting'
import { atMostAPage } from '@vigia/kit/graph/rows-at-hand'
import { territoryCodeOf } from '@vigia/law/states'
import { builder, counting } from '../builder.ts'
import type { Context } from '../context.ts'
import type { Figure } from '../store/figure-store.ts'
import { FigureTopic, FigureUnit } from './enums.ts'
import { State } from './state.ts'

const PublishedFigure = builder.objectRef<Figure>('PublishedFigure')

PublishedFigure.implement({
  description:
    'A figure that somebody published, with its source, kept as it was published. Contradictions are kept, not mended.',
  access: 'public:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A name of its own that never changes.' }),
    topic: t.expose('topic', { type: FigureTopic, description: 'What the figure is about.' }),
    value: t.exposeFloat('value', { description: 'The figure, in its unit.' }),
    unit: t.expose('unit', { type: FigureUnit, description: 'The unit in which it counts.' }),
    meaning: t.string({ description: 'What it counts, in Spanish.', resolve: (figure) => figure.meaning_es }),
    meaningEn: t.string({ description: 'What it counts, in English.', resolve: (figure) => figure.meaning_en }),
    territory: t.field({
      type: State,
      nullable: true,
      description: 'Of which state, or the nation. Null when the state cannot be read.',
      resolve: (figure) => ({ code: figure.territory }),
    }),
    from: t.field({
      type: 'Date',
      description: 'First local day that it counts.',
      resolve: (figure) => figure.from_on,
    }),
    to: t.field({ type: 'Date', description: 'Last local day that it counts.', resolve: (figure) => figure.to_on }),
    source: t.exposeString('source', { description: 'Who published the figure.' }),
    sourcePage: t.string({
      nullable: true,
      description: 'Where it was read: page, document or newspaper. Null when that is the source itself.',
      resolve: (figure) => figure.source_page,
    }),
    seriesName: t.string({
      description: 'Figures of one series count the same thing over other periods or territories.',
      resolve: (figure) => figure.series,
    }),
    cutOff: t.field({
      type: 'Date',
      nullable: true,
      description: 'When the source counted. Null when it does not say.',
      resolve: (figure) => figure.cutoff_on,
    }),
  }),
})

builder.objectFields(PublishedFigure, (t) => ({
  isOfficial: t.boolean({
    description: 'Whether an authority of Mexico is its source, though a newspaper may be where it was read.',
    resolve: (figure) => figure.is_official,
  }),
  isApproximate: t.boolean({
    description: 'Whether the source itself says "about", "more than" or a rounded share.',
    resolve: (figure) => figure.is_approximate,
  }),
  registryCount: t.int({
    nullable: true,
    access: 'stats:read',
    description:
      "The registry's own count of the same thing, period and territory, in the unit of the figure. Null where the registry cannot compute it, and of a territory that the asker does not oversee.",
    resolve: (figure, _args, context) => ownCount(figure, context),
  }),
  registryCountAsOf: t.field({
    type: 'DateTime',
    nullable: true,
    access: 'stats:read',
    description: 'The instant whose figures registryCount is of. Null where registryCount is null.',
    resolve: async (figure, _args, context) =>
      (await ownCount(figure, context)) === null ? null : (await context.registry.state()).oversightAsOf,
  }),
  countedAs: t.string({
    nullable: true,
    access: 'stats:read',
    description:
      'What the registry counts to compare: its counters, and the groups it keeps. "Acompañados" of the authorities includes children who are separated. Null where it has no such counter.',
    resolve: ({ indicators, ...groups }) => {
      const kept = [groups.nationalities, groups.age_groups, groups.accompaniments].flat()
      return indicators.length === 0 ? null : [indicators.join(' + '), ...kept].join(', ')
    },
  }),
  difference: t.float({
    nullable: true,
    access: 'stats:read',
    description: 'registryCount - value, in the unit of the figure. Null where registryCount is null.',
    resolve: async (figure, _args, context) => {
      const own = await ownCount(figure, context)
      return own === null ? null : own - figure.value
    },
  }),
  contradicts: t.field({
    type: [PublishedFigure],
    description: 'Figures that cannot be true together with this one, at most 100. Mutual; empty when none is known.',
    resolve: async ({ id }, _args, { figures }) => atMostAPage(await figures.contradicts(id)),
  }),
}))

async function ownCount({ id, territory }: Figure, { figures, actor }: Context): Promise<number | null> {
  return mayCount(actor, territory) ? figures.registryCount(id) : null
}

builder.queryField('publishedFigures', (t) =>
  t.connection(
    {
      type: PublishedFigure,
      nullable: true,
      access: 'public:read',
      description:
        'Published figures, those of the latest periods first; 20 a page unless asked otherwise. Null when they cannot be read.',
      args: {
        topic: t.arg({ type: FigureTopic, description: 'What they are about; all when left out.' }),
        territory: t.arg.id({ description: 'Of which state, by INEGI or ISO code; "00" for those of the nation.' }),
        period: t.arg({ type: counting.period, description: 'Figures of which any day lies in it.' }),
      },
      resolve: async (_query, { topic, territory, period, ...page }, { figures }) => {
        const wanted = { topic, territory: territoryAsked(territory), period: period ? checkPeriod(period) : null }
        return { ...(await figures.page(wanted, page)), total: () => figures.total(wanted) }
      },
    },
    {
      name: 'PublishedFigureConnection',
      description: 'A page of published figures.',
      fields: (t) => ({
        totalCount: t.int({ description: 'Figures in all pages.', resolve: ({ total }) => total() }),
      }),
    },
    { name: 'PublishedFigureEdge' },
  ),
)

function territoryAsked(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null
  const code = territoryCodeOf(text)
  if (!code) throw new Refusal('BAD_USER_INPUT', 'No state has this code: write "07" or "MX-CHP".')
  return code
}
