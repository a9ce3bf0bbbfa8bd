/** Why Vigía does not start, in one sentence that the person at the terminal can act on. */

export class CannotStart extends Error {
  override name = 'CannotStart'
}
