/** A guard taken away: the property that carries its number must break. `find` stands once in its file. */
export type Mutant = { property: string; file: string; find: string; replace: string }
