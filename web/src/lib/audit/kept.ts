/** What the footer says is written in the journal. A test does each, and finds its line; what leaves no line is not named here. */
export const kept = ['acts', 'denials', 'signIns', 'sealed', 'searches', 'emergency'] as const
export type Kept = (typeof kept)[number]
