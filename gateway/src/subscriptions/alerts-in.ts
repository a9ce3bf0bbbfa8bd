/** What happens to alerts, who is told of it, and what cursors are sealed with: all that stands in the database of a stream. */
import type { Stop } from '@vigia/kit/service'
import { AlertFeed } from './alert-feed.ts'
import type { AlertStreamParts } from './alert-stream.ts'
import { streamAuditIn } from './stream-audit.ts'

export type Alerts = Pick<AlertStreamParts, 'feed' | 'cursorKey' | 'audit'>

export function alertsIn(databaseUrl: string, log: (sentence: string) => void): Alerts & { stop: Stop } {
  const [feed, audit] = [new AlertFeed(databaseUrl, log), streamAuditIn(databaseUrl)]
  return {
    feed,
    audit,
    cursorKey: feed.keyFor('cursors of streams'),
    async stop() {
      await feed.stop()
      await audit.stop()
    },
  }
}
