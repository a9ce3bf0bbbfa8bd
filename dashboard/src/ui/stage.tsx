/**
 * Where a dialog stands that was opened in a row of a list: while somebody writes, the row may move to another page or go with its alert.
 * Within it the dialog would go too, with the words, and what is typed next would go to another row.
 */
import { type ReactNode, useEffect } from 'react'
import { storeOf, useStore } from '../api/store.ts'

const standing = storeOf<ReactNode>(null)

/** `end` is for the dialog, once it is closed. */
export function stand(dialog: (end: () => void) => ReactNode): void {
  standing.write(dialog(() => standing.write(null)))
}

/** With a `key` for the page: with it goes what was opened there. */
export function Stage() {
  useEffect(() => () => standing.write(null), [])
  return useStore(standing)
}
