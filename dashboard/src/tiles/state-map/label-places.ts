/**
 * Where each label stands, by hand, in degrees. With an anchor, a line leads from the label to the state:
 * narrow and coastal states are written in the sea, so no label crosses an edge or another label.
 */

export type LabelPlace = {
  at: readonly [longitude: number, latitude: number]
  anchor?: readonly [longitude: number, latitude: number]
  align?: 'start' | 'middle' | 'end' | 'below'
}

export const LABEL_PLACES: Readonly<Record<string, LabelPlace>> = {
  '01': { at: [-106.05, 20.15], anchor: [-102.35, 21.9], align: 'end' },
  '02': { at: [-117.0, 29.9], anchor: [-115.3, 30.3], align: 'end' },
  '03': { at: [-114.6, 24.9], anchor: [-111.8, 25.2], align: 'end' },
  '04': { at: [-90.4, 18.75] },
  '05': { at: [-102.1, 27.3] },
  '06': { at: [-105.3, 17.7], anchor: [-103.9, 19.05], align: 'below' },
  '07': { at: [-92.5, 16.5] },
  '08': { at: [-106.3, 28.7] },
  '10': { at: [-104.9, 24.8] },
  '11': { at: [-101.1, 20.7] },
  '12': { at: [-101.5, 16.35], anchor: [-100.2, 17.6], align: 'below' },
  '14': { at: [-103.95, 20.3] },
  '16': { at: [-101.95, 19.2] },
  '18': { at: [-107.3, 21.1], anchor: [-105.1, 21.8], align: 'end' },
  '19': { at: [-99.9, 25.5] },
  '20': { at: [-96.5, 17.0] },
  '23': { at: [-86.9, 18.7], anchor: [-88.2, 19.3], align: 'start' },
  '24': { at: [-100.45, 22.35] },
  '25': { at: [-108.3, 22.45], anchor: [-107.0, 24.2], align: 'end' },
  '26': { at: [-110.7, 29.6] },
  '27': { at: [-92.9, 19.75], anchor: [-92.6, 18.0], align: 'middle' },
  '28': { at: [-96.4, 24.6], anchor: [-98.4, 24.4], align: 'start' },
  '30': { at: [-94.9, 21.3], anchor: [-96.9, 19.9], align: 'start' },
  '31': { at: [-89.0, 20.75] },
  '32': { at: [-102.9, 23.3] },

  // The centre, in the inset.
  '09': { at: [-100.5, 18.95], anchor: [-99.16, 19.28], align: 'end' },
  '13': { at: [-98.95, 20.5] },
  '15': { at: [-100.65, 19.6], anchor: [-99.95, 19.5], align: 'end' },
  '17': { at: [-99.55, 18.16], anchor: [-99.05, 18.72], align: 'end' },
  '21': { at: [-97.95, 18.85] },
  '22': { at: [-100.65, 20.6], anchor: [-100.0, 20.75], align: 'end' },
  '29': { at: [-96.95, 19.55], anchor: [-98.05, 19.4], align: 'start' },
}
