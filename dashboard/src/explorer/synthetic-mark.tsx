/** Says in the explorer too that the registry is synthetic, when it is: in both languages, since GraphiQL has no switch for them. */
import { useEffect, useState } from 'react'

export function SyntheticMark() {
  const [isSynthetic, setSynthetic] = useState(false)
  useEffect(() => {
    fetch('/session', { headers: { 'x-vigia': 'explorer' } })
      .then(({ headers }) => setSynthetic(headers.get('x-vigia-data') === 'SYNTHETIC'))
      .catch(() => setSynthetic(false)) // Each answer in the explorer says it as well.
  }, [])
  if (!isSynthetic) return null
  return (
    <strong className="synthetic">
      <span lang="es">Datos sintéticos</span>
      <span className="also"> · Synthetic data</span>
    </strong>
  )
}
