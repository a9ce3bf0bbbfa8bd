/** Says in the explorer too that the registry is synthetic, when it is. */
import { useEffect, useState } from 'react'

export function SyntheticMark() {
  const [isSynthetic, setSynthetic] = useState(false)
  useEffect(() => {
    fetch('/session', { headers: { 'x-vigia': 'explorer' } })
      .then(({ headers }) => setSynthetic(headers.get('x-vigia-data') === 'SYNTHETIC'))
      .catch(() => setSynthetic(false)) // Each answer in the explorer says it as well.
  }, [])
  return isSynthetic ? <strong className="synthetic">Datos sintéticos</strong> : null
}
