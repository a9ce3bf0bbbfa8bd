/** The frame of every page: where to go, when the figures were true, how they come. */
import type { frame as spanish } from '../es/frame.ts'

export const frame: typeof spanish = {
  product: 'Vigía',
  synthetic: 'Synthetic data',
  syntheticNote: 'No figure describes a real person.',
  skip: 'Skip to content',
  nav: { label: 'Pages', panorama: 'Overview', estado: 'State', alertas: 'Alerts', informe: 'Report' },
  title: { panorama: 'Overview', estado: '{{place}}', informe: 'Executive report' },
  theme: { toDark: 'Dark theme', toLight: 'Light theme' },
  language: { other: 'Español' },
  asOf: 'Data as of',
  clock: 'Mexico City time',
  old: '{{span}} old',
  live: {
    on: 'Live',
    connecting: 'Connecting',
    off: 'Not live since {{time}}; trying again',
    paused: 'Paused',
    pause: 'Pause',
    resume: 'Resume',
    pauseLabel: 'Pause the updates',
    resumeLabel: 'Resume the updates',
  },
  feeds: '{{on}} of {{of}} states report on time',
  changed: '{{name}}: {{now}}, was {{before}}.',
  footer: {
    clock: 'Times are those of Mexico City.',
    map: 'Map: Natural Earth. Boundaries are approximate and not official.',
    small: '1–\u20604: withheld because small; ≥5: withheld so that no other follows.',
    letters:
      'PPNNA or Procuraduría: office for child protection. BID: best-interests determination. INM: National Migration Institute. DIF: system for family development. CAS: social assistance centre. COMAR: refugee commission. LM: migration law (Ley de Migración). LGDNNA: general law on the rights of children and adolescents.',
    explorer: 'Graph explorer',
    partners: 'For partner systems',
    persons: 'People are counted, not events, unless stated otherwise.',
  },
}
