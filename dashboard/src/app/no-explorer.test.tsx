// @vitest-environment jsdom
/** In production the graph has no explorer: no page leads to it then. */
import { cleanup, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { loadSession, type Person } from '../api/session.ts'
import { OFFICE } from '../testing/office.ts'
import { renderTile } from '../testing/render-tile.tsx'
import { Footer } from './footer.tsx'
import { NoBoard } from './no-board.tsx'

beforeEach(cleanup)

async function signIn(person: Person): Promise<void> {
  vi.stubGlobal('fetch', async () => Response.json({ signedIn: true, ...person }))
  await loadSession()
}

const links = () => screen.getAllByRole('link').map((link) => link.getAttribute('href'))

test.each([
  [true, ['/graphql', '/partners'], ['/cuenta', '/partners', '/graphql']],
  [false, ['/partners'], ['/cuenta', '/partners']],
])(
  'given that it is served (%s), the foot and the page without a board lead there or not',
  async (hasExplorer, foot, page) => {
    const person = { ...OFFICE, hasExplorer }
    await signIn(person)

    await renderTile(<Footer isOnPaper />, 'never')
    expect(links()).toEqual(foot)
    cleanup()
    await renderTile(<NoBoard person={person} />, 'never')
    expect(links()).toEqual(page)
  },
)
