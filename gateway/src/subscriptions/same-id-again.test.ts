/** A client may use the id of a subscription again as soon as it has said that it is over, also before it was begun. */
import { expect, test } from 'vitest'
import { handFeed } from '../testing/alerts-by-hand.ts'
import { openedSocket } from '../testing/raw-socket.ts'
import { startWorld } from '../testing/two-services.ts'

test('given an id that is over and used again in one go, its subscriber is told each step once', async () => {
  const feed = handFeed()
  const world = await startWorld({ feed })
  const socket = await openedSocket(world.url)
  const subscribe = { id: 'one', type: 'subscribe', payload: { query: 'subscription { alertRaised { seq } }' } }

  socket.say(subscribe)
  socket.say({ id: 'one', type: 'complete' })
  socket.say(subscribe)
  socket.say({ id: 'two', type: 'subscribe', payload: { query: 'subscription { alertRaised { seq kind } }' } })
  await Promise.all([socket.hears('ping'), socket.hears('ping')])
  feed.happens()
  feed.happens()
  const told = [await socket.hears('next'), await socket.hears('next')]
  told.push(await socket.hears('next'), await socket.hears('next'))
  // What comes next is the answer to the next question, and no step a second time.
  socket.say({ id: 'none', type: 'subscribe', payload: { query: '{' } })
  const after = await socket.hears()
  socket.close()
  await world.stop()

  const seqs = (id: string) =>
    told
      .filter((one) => one.id === id)
      .map(({ payload }) => (payload as { data: { alertRaised: { seq: number } } }).data.alertRaised.seq)
  expect([seqs('one'), seqs('two'), after.type]).toEqual([[11, 12], [11, 12], 'error'])
})
