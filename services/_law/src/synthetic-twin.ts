/** How large the synthetic twin is, and which children it invents, where nobody says. Defaults of Vigía. */

/** 1 is the size of the published totals. This loads in less than a minute on two cores: 54,000 rows. */
export const DEFAULT_SCALE = 0.04

/** The same scale, seed and end give the same bytes. */
export const DEFAULT_SEED = 7
