/**
 * Keeps the place of whoever reads by keyboard or by ear when what has the focus is taken off the page: «Ver más» while more comes, a
 * row that an act or the world took away. Left to the browser, he would begin at the top again.
 */

/** Whoever knows a better place, as a dialog that closes or an act that is done, goes there first. */
const LAST_TO_GO_IN_MS = 150
/** No button that sends a form: Enter pressed once more would send one that nobody meant. */
const FOCUSABLE = 'a[href], button:not([type=submit]), input, select, textarea, summary, [tabindex="0"]'

/** Where something stood: in `around`, behind `before`. */
type Place = { around: Node; before: Node | null }

/** Until it is called again. */
export function keepFocus(): () => void {
  let focused: Element | null = null
  /** Whence the dialog was opened in which he is, and where that stood once it is gone. */
  let opener: Element | null = null
  let left: Place | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const note = ({ target }: FocusEvent) => {
    const next = target instanceof Element ? target : null
    if (next?.closest('dialog') && !focused?.closest('dialog')) [opener, left] = [focused, null]
    focused = next
  }
  const observer = new MutationObserver((changes) => {
    if (opener && !opener.isConnected) [opener, left] = [null, placeOf(opener, changes)]
    if (!focused || focused.isConnected) return
    const place = (focused.closest('dialog') && left) || placeOf(focused, changes)
    focused = null
    clearTimeout(timer)
    timer = setTimeout(() => goTo(place), LAST_TO_GO_IN_MS)
  })
  document.addEventListener('focusin', note)
  observer.observe(document.body, { childList: true, subtree: true })
  return () => {
    document.removeEventListener('focusin', note)
    observer.disconnect()
    clearTimeout(timer)
  }
}

/** What was taken away last held all that had been taken out of it before. */
function placeOf(gone: Node, changes: readonly MutationRecord[]): Place | null {
  const change = changes.findLast(({ target, removedNodes }) => target.isConnected && holds(removedNodes, gone))
  return change ? { around: change.target, before: change.previousSibling } : null
}

const holds = (nodes: NodeList, node: Node) => [...nodes].some((each) => each.contains(node))

function goTo(place: Place | null) {
  if (document.activeElement !== document.body) return
  const there = nearest(place) ?? document.getElementById('contenido')
  there?.focus({ preventScroll: true })
}

/**
 * What can be focused last before it, in the smallest part of the page that holds any; where nothing is before it, the first behind it. Of a
 * section that holds none any more, its title: what stands before that is about something else.
 */
function nearest(place: Place | null): HTMLElement | null {
  const page = document.getElementById('contenido')
  for (let part = place?.around ?? null, before = place?.before ?? null; part instanceof Element; ) {
    if (part.contains(page)) return null
    const within = [...part.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(isShown)
    const mark = before
    const ahead = within.findLast((each) => mark !== null && isUpTo(each, mark))
    const found = ahead ?? within[0]
    if (found) return found
    const title = titleOf(part)
    if (title) return title
    before = part.previousSibling
    part = part.parentNode
  }
  return null
}

function titleOf(part: Element): HTMLElement | null {
  const title = part.matches('section') ? document.getElementById(part.getAttribute('aria-labelledby') ?? '') : null
  if (title) title.tabIndex = -1
  return title
}

/** Before the mark or in it. */
const isUpTo = (each: Node, mark: Node) =>
  mark.contains(each) || (mark.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING) !== 0

const isShown = (each: HTMLElement) => each.checkVisibility?.() ?? true
