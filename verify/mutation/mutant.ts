import type { CommandType } from '../../workflows/case/commands.ts'

/** `find` stands in the file; its first place is changed. */
type Edit = { find: string; replace: string }

/** A guard taken away: the property that bears its number must break. */
export type Mutant = Edit & {
  property: string
  file: string
  why: string
  /** What else the same file needs to be read so. */
  also?: readonly Edit[]
  /** The acts among which a life is drawn, where the whole would seldom meet it. */
  acts?: readonly CommandType[]
}

export const editsOf = ({ find, replace, also = [] }: Mutant): Edit[] => [{ find, replace }, ...also]
