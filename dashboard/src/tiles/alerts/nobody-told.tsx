/** Where no authority ever told of anything, that no alert is open says nothing: «Sin datos» stands there then, and not a none or a 0. */
import type { ReactNode } from 'react'
import { useSight } from '../../api/sight.ts'
import { useIsUntold } from '../../api/sources.tsx'
import type { Asked } from '../../api/use-live-query.ts'
import { TileStatus } from '../../ui/tile-status.tsx'
import { NATION } from '../../words/states.ts'

type Props = { isNone: boolean; state: string | undefined; title: string; height: string; asked: Asked<unknown> }

/** Null where what the list says is so. */
export function useNobodyTold({ isNone, state, title, height, asked }: Props): ReactNode {
  const { states } = useSight()
  const isUntold = useIsUntold(state ?? NATION)
  if (!isNone || isUntold === false) return null
  const of = state ?? states?.[0] ?? NATION
  return <TileStatus {...{ title, height, of, ...asked }} isLoading={isUntold === null} />
}
