/** Whether the answers come from a synthetic registry: once one has said so, the page says it until it is closed. */
import { storeOf, useStore } from './store.ts'

const synthetic = storeOf(false)

export function noteSynthetic(extensions: Record<string, unknown> | undefined) {
  if (extensions?.synthetic === true) synthetic.write(true)
}

export const useIsSynthetic = () => useStore(synthetic)
