/** Asks the graph. Entities are kept by their key, so that a state is the same state in every tile. */
import { cacheExchange, type Data } from '@urql/exchange-graphcache'
import { Client, fetchExchange, mapExchange } from 'urql'
import { noteSynthetic } from './synthetic.ts'

/** Types that live within the thing they belong to. */
const WITHOUT_KEY = [
  'AccompanimentCount',
  'AgeGroupCount',
  'AuthorityCount',
  'BacklogCount',
  'Care',
  'Casework',
  'ChannelledPlace',
  'DetectionCounts',
  'Detention',
  'FacilityConnection',
  'FacilityEdge',
  'FateCount',
  'FeedStatus',
  'Funnel',
  'FunnelStage',
  'NationalityCount',
  'Occupancy',
  'PageInfo',
  'Registry',
  'ReturnCounts',
  'Series',
  'SeriesPoint',
  'StandingCount',
]

const keyOfState = ({ code }: Data) => (typeof code === 'string' ? code : null)

export function openClient(url = '/graphql') {
  return new Client({
    url,
    preferGetMethod: false,
    exchanges: [
      mapExchange({ onResult: ({ extensions }) => noteSynthetic(extensions) }),
      cacheExchange({
        keys: {
          State: keyOfState,
          ...Object.fromEntries(WITHOUT_KEY.map((name) => [name, () => null])),
        },
      }),
      fetchExchange,
    ],
  })
}
