import type { Role } from '../../policies/actor.ts'
import { columns, type ColumnId } from '../person/person.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { ReleasedTable } from '../table/counted.ts'

/** What each partner asks of figures first, by the column that would answer; its own desk is one of its questions. */
const asked: Partial<Record<Role, readonly ColumnId[]>> = {
  cell_secretary: ['decision', 'opinion_span', 'outcome', 'match_span', 'forms'],
  womens_rights: ['forms', 'sex', 'outcome', 'match_span'],
  prefecture: ['reflection', 'residence', 'outcome'],
  asso: ['registrar', 'outcome', 'match_span', 'refusals', 'compensation'],
  prosecutor: ['forms', 'judicial', 'complaint', 'compensation', 'formal_span'],
  child_protection: ['minor_path', 'age', 'outcome'],
  acse_desk: ['match_span', 'refusals', 'need', 'outcome'],
  ofii: ['reflection', 'residence', 'match_span', 'outcome']
}

/** Where a column is released: in what this partner reads, in a table of the country alone, or in no table. */
export type Question = {
  id: ColumnId
  label: Bilingual
  published: 'here' | 'country' | 'nowhere'
  table: string | null
}

const tableOf = (tables: readonly ReleasedTable[], id: ColumnId): string | null =>
  tables.find(({ dimensions }) => dimensions.some(({ name }) => name === id))?.id ?? null

/** A partner's questions; `own` are the tables as it reads them, `all` those of the release. */
export const questionsOf = (
  role: Role,
  { own, all }: { own: readonly ReleasedTable[]; all: readonly ReleasedTable[] }
): Question[] =>
  (asked[role] ?? []).map((id) => {
    const [here, country] = [tableOf(own, id), tableOf(all, id)]
    const published = here !== null ? 'here' : country !== null ? 'country' : 'nowhere'
    return { id, label: columns[id].label, published, table: here ?? country }
  })
