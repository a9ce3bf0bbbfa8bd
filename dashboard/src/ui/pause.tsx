/** Between two figures that stand apart for the eye alone: read aloud in one breath, "168" and "100 %" are one number, and a wrong one. */
export function Pause() {
  return <span className="unseen">, </span>
}
