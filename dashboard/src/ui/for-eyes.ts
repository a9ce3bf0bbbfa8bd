/** For what is drawn and also written elsewhere: those who listen need not hear it twice. */
export const forEyesOnly = { 'aria-hidden': true } as const
