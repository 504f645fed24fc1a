/** Those who ask figures of France, each with its own report. */
export const reportIds = ['associations', 'eurostat', 'greta', 'glotip', 'sdg'] as const
export type ReportId = (typeof reportIds)[number]
