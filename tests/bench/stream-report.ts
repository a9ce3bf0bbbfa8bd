/** The part of the results that tells of streams. */
import { conditionsOf, number, promisesTable, type Results } from './figures-of-run.ts'
import { median, shareOf } from './statistics.ts'
import type { FanOut } from './streams.ts'

export const STREAMS = '## Streams'

const HEAD = [
  ...['subscribers', 'way', 'to the last, p50 ms', 'p99 ms', 'worst', 'CPU a subscriber, µs', 'at rest, ms/s'],
  ...['alerts a second', 'memory, MB', 'a socket, KB'],
]

/** A line for each number of subscribers and each way to tell them. */
export function streamsPart(results: Results): string {
  return [
    STREAMS,
    '',
    'One alert after the other, committed by SQL and told to subscribers by WebSocket, with its article, its state and the folio of its child',
    'from another service. Vigía is the whole program: sequencer, federation, rights, audit. graphql-ws as it comes executes once a subscriber:',
    'over the same gateway and services, for fewer of them, since each costs as much as any other; and over an alert in memory, without rights,',
    'services or audit: the least that this way can cost anywhere. Both are promises against every number of subscribers. The bare loop writes',
    'one ready frame to every socket. Subscribers run in a process of their own, count and read nothing; each has named its subscription by',
    'itself, so that no two frames are alike. CPU is of the program, a subscriber and alert, less what it does at rest (its services follow one',
    'another, socket open or not); rounds are interleaved, and the median of their ratios is given. The first to be told waits for the sequencer,',
    'up to 40 ms. Alerts a second are sustained for ten seconds: 100 are committed at once (10 where each is executed), and as many again once',
    'everybody has been told of these. Memory is with all sockets open, after all this; of a socket, what is above the same program without them.',
    '',
    ...conditionsOf(results),
    ...promisesTable(results.promises.filter(({ of }) => of === 'streams')),
    '',
    ...tableOf(results.fanOut.filter(({ field }) => field === 'alertRaised')),
    '',
    'That figures have moved (`boardChanged`: the version, and when it was counted), told to as many; graphql-ws and the loop tell the same of',
    'what is in memory. Of figures the newest is told alone, so that none are sustained.',
    '',
    ...tableOf(results.fanOut.filter(({ field }) => field === 'boardChanged')),
  ].join('\n')
}

function tableOf(fanOut: readonly FanOut[]): string[] {
  return [`| ${HEAD.join(' | ')} |`, `|---:|---|${'---:|'.repeat(HEAD.length - 2)}`, ...fanOut.map(row)]
}

function row({ subscribers, way, toTheLast, cpu, atRest, aSecond, memory, ofSockets }: FanOut): string {
  const figures = [
    number(shareOf(toTheLast, 0.5), 0),
    number(shareOf(toTheLast, 0.99), 0),
    number(Math.max(...toTheLast), 0),
    number(median(cpu), 1),
    number(median(atRest), 0),
    aSecond === null ? '' : number(aSecond, 1),
    number(memory, 0),
    number((1_024 * ofSockets) / subscribers, 0),
  ]
  return `| ${[number(subscribers, 0), way, ...figures].join(' | ')} |`
}
