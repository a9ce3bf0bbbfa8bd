/** The only door to the service: its graph, the context of a request, what runs by itself, what a rebuild derives again. */
import { type OversightDb, open } from '@vigia/db/oversight'
import { makeService } from '@vigia/kit/make-service'
import type { Service } from '@vigia/kit/service'
import { answersAsSteps } from './actions/answers-as-steps.ts'
import { askOnceClockIsPutBack } from './actions/clock-put-back.ts'
import { countNextDay } from './actions/count-days.ts'
import { deriveAll } from './actions/derive-all.ts'
import { foldAlertCounts } from './actions/fold-alert-counts.ts'
import { FOLLOWERS, PICTURES } from './actions/followers.ts'
import { countDue, judgeDue } from './actions/judge-due.ts'
import { numberSteps } from './actions/number-steps.ts'
import { contextOf } from './context.ts'
import { outgoingBy, workerAt } from './delivery/delivery.ts'
import { deliverDue, deliverInBackground } from './delivery/worker.ts'
import { readSettings } from './env.ts'
import { schema } from './schema.ts'
import { whatIsDue } from './store/due-store.ts'
import { askByWave } from './store/threshold-store.ts'

/** Of those whom a new threshold concerns. */
const AT_ONCE = 10_000

/** Between a step and its place in the stream (performance.md T11 leaves 100 ms). One short statement each time. */
const BETWEEN_PLACES_IN_MS = 40

/** What is left to fold makes the figure no older, and a bit longer to add up. */
const BETWEEN_FOLDS_IN_MS = 1_000

/** A day is over once a day; the days that nobody was there to count come one after the other. */
const BETWEEN_DAYS_IN_MS = 60_000

/** What a threshold or a fact changes is judged before an answer looks for what it answers. */
function roundsOfAlerts(db: OversightDb): (now: Date) => Promise<number> {
  const askOnce = askOnceClockIsPutBack(db.pool)
  return async (now) => {
    await askOnce(now)
    const due = await whatIsDue(db.pool, now)
    const asked = due.isWave ? await askByWave(db.pool, now, AT_ONCE) : 0
    const judged = due.isJudgement || asked > 0 ? await judgeDue(db.pool, now) : 0
    return asked + judged + (due.isAnswer ? await answersAsSteps(db.pool, now) : 0)
  }
}

/** Opens its database as `environment` says, by default that of the process; nothing is connected to yet. Throws ZodError, whose messages are sentences. */
export function openService(environment = process.env): Service {
  const settings = readSettings(environment)
  const db = open(settings.databaseUrl)
  return makeService({
    name: 'oversight',
    schema,
    db,
    contextOf: (actor) =>
      contextOf({ db, outgoing: outgoingBy(settings), mailTo: settings.smtpUrl ? settings.mailTo : {} }, actor),
    // Series and freshness are read from pictures: following alone changes answers.
    follows: { followers: FOLLOWERS, answersFromPictures: true },
    besides: [
      { round: roundsOfAlerts(db), left: (now) => countDue(db.pool, now) },
      { round: () => numberSteps(db.pool), pauseInMs: BETWEEN_PLACES_IN_MS },
      { round: () => foldAlertCounts(db.pool), pauseInMs: BETWEEN_FOLDS_IN_MS },
      { round: (now) => countNextDay(db.pool, now), pauseInMs: BETWEEN_DAYS_IN_MS },
    ],
    alongside: {
      start: (outage) =>
        deliverInBackground(
          workerAt(() => new Date(), db, settings),
          outage,
        ),
      once: (now) => deliverDue(workerAt(() => now, db, settings)),
    },
    derives: { pictures: PICTURES, deriveAll },
  })
}
