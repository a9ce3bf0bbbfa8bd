// @vitest-environment jsdom
/** A list that is narrowed to a state says of that state that it has none, and not of all. */
import { cleanup, screen } from '@testing-library/react'
import { beforeAll, expect, test, vi } from 'vitest'
import { loadSession } from '../api/session.ts'
import { OFFICE } from '../testing/office.ts'
import { renderTile } from '../testing/render-tile.tsx'
import { OutboxTile } from './outbox/outbox-tile.tsx'
import { SilencesTile } from './silences/silences-tile.tsx'
import { BreachesTile } from './system/breaches-tile.tsx'
import { WorkSuspensionsTile } from './system/work-suspensions-tile.tsx'

beforeAll(async () => {
  vi.stubGlobal('fetch', async () => Response.json({ signedIn: true, ...OFFICE }))
  await loadSession()
})

const NONE = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } }
const ANSWER = {
  data: { outboxMessages: NONE, silences: NONE, breaches: NONE, workSuspensions: NONE, calendarVersion: null },
}

test.each([
  ['letters', <OutboxTile key="outbox" />, 'ningún correo'],
  ['silences', <SilencesTile key="silences" />, 'ningún silencio'],
  ['breaches', <BreachesTile key="breaches" person={OFFICE} />, 'ninguna vulneración'],
  ['suspensions of work', <WorkSuspensionsTile key="calendar" person={OFFICE} />, 'ninguna suspensión'],
])('given no %s, all are spoken of only where all were asked for', async (_what, tile, none) => {
  const said = async () => (await screen.findByText(new RegExp(none, 'i'), { selector: '.none' })).textContent
  await renderTile(tile, ANSWER)
  expect(await said()).not.toMatch(/entidad elegida/)

  cleanup()
  await renderTile(tile, ANSWER, { search: { entidad: '07' } })
  expect(await said()).toMatch(/entidad elegida/)
})
