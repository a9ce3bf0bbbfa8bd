// @vitest-environment jsdom
/** The way in, by whatever address somebody came. */
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import '../testing/render-tile.tsx'
import { SignInPage } from './sign-in-page.tsx'

test.each(['/estado/07?edad=12-17', '/estado/%E0%A4'])(
  'given %s was asked for, it is said, and led back to',
  async (asked) => {
    history.replaceState(null, '', asked)

    render(<SignInPage session={{ state: 'out', why: 'never' }} />)

    expect(screen.getByText(new RegExp(asked.replace('?', '[?]')))).toBeVisible()
    expect(screen.getByRole('link').getAttribute('href')).toBe(`/session/start?to=${encodeURIComponent(asked)}`)
  },
)
