/** What listens on every page and draws nothing: it is loaded beside the page, and not before the first figure. */

/** `begin` runs once it is here, and gives what ends it; gives what ends it in any case. Without it the page works as the browser would. */
export function besidePage<Part>(load: () => Promise<Part>, begin: (part: Part) => () => void): () => void {
  let isOver = false
  let end = () => {}
  const came = (part: Part) => {
    if (!isOver) end = begin(part)
  }
  load().then(came, () => {})
  return () => {
    isOver = true
    end()
  }
}
