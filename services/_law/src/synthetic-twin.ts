/** How large the synthetic twin is, and which children it invents, where nobody says. Defaults of Vigía. */

/** 1 is the size of the published totals. This loads in less than a minute on two cores: 54,000 rows. */
export const DEFAULT_SCALE = 0.04

/** The same scale, seed and end give the same bytes. */
export const DEFAULT_SEED = 7

/** Ten million detections: more than anybody has asked for. */
export const LARGEST_SCALE = 20

/** Its children are detected from January 2021 on: on no day before this one do its files end. */
export const FIRST_END = '2021-02-01'
