/** A page that comes when it is asked for, and says in its place that it could not be had. */
import { lazyRouteComponent } from '@tanstack/react-router'

/**
 * The router would load everything anew where a page is not to be had, and leave a blank window to whoever has lost the
 * connection. It is an error like another, within the frame; whether another version has taken its place, main.tsx asks.
 */
export const lazyPage = <Pages extends Record<string, unknown>>(
  load: () => Promise<Pages>,
  name: keyof Pages & string,
) =>
  lazyRouteComponent(
    () =>
      load().catch((cause) => {
        throw new Error('A page could not be had.', { cause })
      }),
    name,
  )
