/** One alert. */
export function AlertTile({ id }: { id: string }) {
  return <p>{id}</p>
}
