/** The hatch of what nobody could tell. */

export function Hatch() {
  return (
    <defs>
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" className="hatch-ground" />
        <path d="M0 0V5" className="hatch-line" />
      </pattern>
    </defs>
  )
}
