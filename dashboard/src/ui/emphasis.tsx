/** A sentence of words/ in which *what matters* stands between asterisks. */
import { Fragment } from 'react'

export function Emphasis({ children }: { children: string }) {
  return children.split('*').map((piece, i) => {
    const key = `${i}${piece}`
    return i % 2 === 1 ? <em key={key}>{piece}</em> : <Fragment key={key}>{piece}</Fragment>
  })
}
