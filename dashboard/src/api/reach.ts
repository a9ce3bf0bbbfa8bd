/** Whether the registry's address answers at all, whatever it says. */
export const isWithinReach = () =>
  fetch('/session', { method: 'HEAD', cache: 'no-store' }).then(
    () => true,
    () => false,
  )
