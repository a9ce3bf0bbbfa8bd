/** Says in the explorer too that the registry is synthetic, when it is. */
import { useEffect, useState } from 'react'

const QUESTION = JSON.stringify({ query: '{ registry { isSynthetic } }' })

export function SyntheticMark() {
  const [isSynthetic, setSynthetic] = useState(false)
  useEffect(() => {
    const headers = { 'content-type': 'application/json' }
    fetch('/graphql', { method: 'POST', headers, body: QUESTION })
      .then((response) => response.json())
      .then((answer) => setSynthetic(answer?.data?.registry?.isSynthetic === true))
      .catch(() => setSynthetic(false)) // Each answer in the explorer says it as well.
  }, [])
  return isSynthetic ? <strong className="synthetic">Datos sintéticos</strong> : null
}
