/** A bar against a limit: the mark is the limit, red is beyond it. What it says is written beside it. */
import type { ReactNode } from 'react'

type Props = { share: number; reach: number; children: ReactNode }

/** `share` is 1 at the limit, infinite where nothing is allowed; the bar has room for `reach` times the limit. */
export function LimitBar({ share, reach, children }: Props) {
  const within = share === Number.POSITIVE_INFINITY ? 0 : Math.min(share, 1)
  const width = (part: number) => ({ width: `${(part / reach) * 100}%` })
  return (
    <span className="limit" data-over={share > 1 || undefined}>
      <span className="limit-bar" aria-hidden="true">
        <i style={width(within)} />
        <i data-over style={width(Math.min(share, reach) - within)} />
        <b style={{ left: `${100 / reach}%` }} />
      </span>
      <span>{children}</span>
    </span>
  )
}
