/** Makes a step of each alert about it out of what INM answered by a number, apart from the answer itself: it learns nothing of them. */
import { within } from '@vigia/db/within'
import { raiseVersion } from '@vigia/kit/tick'
import { dutyHoldersOf } from '@vigia/law/alert-offices'
import type { Pool } from 'pg'
import { ofWhat } from '../store/alert-store.ts'
import { alertsAnsweredBy, keepAnswerStep, takeAnswer } from '../store/answer-store.ts'
import { lockAlerts, writeDeed } from '../store/deed-store.ts'

/** One answer that is due to be looked for; gives how many steps it became. */
export async function answersAsSteps(pool: Pool, now: Date): Promise<number> {
  return within(pool, async (client) => {
    const answer = await takeAnswer(client, now)
    if (!answer) return 0
    const { id, words, author: sub, authorRole: role, authorOffice: org } = answer
    const about = await alertsAnsweredBy(client, answer)
    const owed = about.filter((alert) => dutyHoldersOf(ofWhat(alert)).includes('INM')).map((alert) => alert.id)
    if (owed.length === 0) return 0
    await lockAlerts(client, owed)
    for (const alertId of owed) {
      await writeDeed(client, alertId, { step: 'ANSWERED', words }, { sub, role, org }, now)
      await keepAnswerStep(client, id, alertId, now)
    }
    await raiseVersion(client, 'oversight')
    return owed.length
  })
}
