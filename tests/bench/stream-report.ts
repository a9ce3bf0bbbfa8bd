/** The part of the results that tells of streams. */
import { conditionsOf, number, promisesTable, type Results } from './figures-of-run.ts'
import { median } from './statistics.ts'

export const STREAMS = '## Streams'

/** A line for each number of subscribers and each way to tell them. */
export function streamsPart(results: Results): string {
  const rows = results.fanOut.map(({ subscribers, way, toTheLast, cpu, aSecond, memory }) => {
    const inOrder = toTheLast.toSorted((a, b) => a - b)
    const at = (share: number) => inOrder[Math.min(inOrder.length - 1, Math.floor(share * inOrder.length))] ?? 0
    const figures = [
      number(at(0.5), 0),
      number(at(0.99), 0),
      number(median(cpu), 1),
      number(aSecond, 1),
      number(memory, 0),
    ]
    return `| ${[number(subscribers, 0), way, ...figures].join(' | ')} |`
  })
  return [
    STREAMS,
    '',
    'One alert after the other, committed by SQL and told to subscribers by WebSocket, with its article, its state and the folio of its child',
    'from another service. Vigía is the whole program: sequencer, federation, rights, audit. graphql-ws as it comes executes once a subscriber,',
    'here over an alert in memory: the least that this way can cost. The subscribers run in one process and count. CPU is of the program, a',
    'subscriber and alert; rounds of the two are interleaved, and the median of their ratios is given. The first alert of a round waits for',
    'the sequencer, up to 40 ms.',
    '',
    ...conditionsOf(results),
    ...promisesTable(results.promises.filter(({ of }) => of === 'streams')),
    '',
    '| subscribers | way | to the last, p50 ms | p99 ms | CPU a subscriber, µs | alerts a second, 100 at once | most memory, MB |',
    '|---:|---|---:|---:|---:|---:|---:|',
    ...rows,
  ].join('\n')
}
