/** Which file of a folder is taken in after which, and which beside one another. */
import type { ServiceName } from '../../service.ts'

/** Its files speak of children that files of the children service have told of. */
export const followsChildren = (service: ServiceName) => service !== 'children' && service !== 'oversight'

/**
 * Takes entries in order, those of each service in a lane of its own. One waits for those of children that stand before it, for its rows
 * speak of these. Throws the first fault once all lanes have ended: the entries after it in its lane are not taken.
 */
export async function inLanes<Of extends { service: ServiceName }>(
  entries: readonly Of[],
  take: (entry: Of) => Promise<void>,
): Promise<void> {
  const lanes = new Map<ServiceName, Promise<void>>()
  for (const entry of entries) {
    const before = followsChildren(entry.service)
      ? [lanes.get('children'), lanes.get(entry.service)]
      : [lanes.get(entry.service)]
    lanes.set(
      entry.service,
      Promise.all(before).then(() => take(entry)),
    )
  }
  await Promise.allSettled(lanes.values())
  await Promise.all(lanes.values())
}
