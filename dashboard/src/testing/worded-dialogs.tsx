/** The forms that ask for a reason, and how one of them is opened. */
import { fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Provider } from 'urql'
import { AcknowledgeAll } from '../tiles/alerts/acknowledge-all.tsx'
import { ActDialog } from '../tiles/alerts/act-dialog.tsx'
import { SilenceDialog } from '../tiles/silences/silence-dialog.tsx'
import { BreachDialog } from '../tiles/system/breach-dialogs.tsx'
import { Stage } from '../ui/stage.tsx'
import './dialogs.ts'
import { OFFICE } from './office.ts'

const ALERT = { id: '1', version: 1, severity: 'CRITICAL' } as const
const nothing = () => {}

export const DIALOGS = {
  'an act about an alert': <ActDialog act="comment" alert={ALERT} name="NNA-1" onDone={nothing} onEnd={nothing} />,
  'one for all of a notice': <AcknowledgeAll filter={{}} severity="CRITICAL" name="Chiapas" waiting={2} />,
  'a silence': <SilenceDialog person={OFFICE} onEnd={nothing} />,
  'a breach': <BreachDialog person={OFFICE} onEnd={nothing} />,
} as const satisfies Readonly<Record<string, ReactNode>>

/** Gives the field for the reason. `client`: what of urql's the form asks. */
export function openWorded(dialog: ReactNode, client: object): HTMLTextAreaElement {
  render(
    <Provider value={client as never}>
      {dialog}
      <Stage />
    </Provider>,
  )
  const opening = screen.queryByRole('button', { name: /^Acusar.*: Chiapas/ })
  if (opening) fireEvent.click(opening)
  return document.querySelector('textarea') as HTMLTextAreaElement
}
