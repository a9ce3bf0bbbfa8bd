/** Plain links within the dashboard go through the router, so that nothing is loaded twice. */

/** The explorer and the graph are served by the gateway. */
const ELSEWHERE = /^\/(graphql|health|explorer|session|issuer)/

export function followLinks(go: (address: string) => void) {
  const onClick = (event: MouseEvent) => {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (!isPlain || event.defaultPrevented || !(event.target instanceof Element)) return
    const link = event.target.closest('a')
    if (!link || link.target || link.origin !== location.origin || ELSEWHERE.test(link.pathname)) return
    if (link.hash && link.pathname === location.pathname) return
    event.preventDefault()
    go(link.pathname + link.search)
  }
  document.addEventListener('click', onClick)
  return () => document.removeEventListener('click', onClick)
}
