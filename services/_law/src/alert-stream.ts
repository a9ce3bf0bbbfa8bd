/** What is told of alerts to those who follow them, where they do not say what they want to be told. */

/** Steps after which somebody has something to do, or has nothing more to do. A default of Vigía. */
export const TOLD_UNASKED: readonly string[] = ['OPENED', 'ESCALATED', 'ACKNOWLEDGEMENT_ENDED', 'RESOLVED', 'CLOSED']
