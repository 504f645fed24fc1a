/** For a file of tests: what its tests hold that no mistake of the list brought down, and why they stay. */
export type Kept = Readonly<Record<string, string>>
