import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { linkKinds, type LinkKind } from '../../../workflows/case/linked.ts'
import type { DataClass } from '../../../workflows/vocabulary/vocabulary.ts'
import { cases } from './case.tables.ts'
import { instant, rowOf } from './columns.ts'
import { organisation } from './organisation.tables.ts'
import { person } from './person.tables.ts'

const classOfEach = Object.entries(linkKinds)
  .map(([kind, { dataClass }]) => `when '${kind}' then data_class = '${dataClass}'`)
  .join(' ')

/** That two cases have something in common, and until when that was held. The lower of their ids comes first. */
export const caseLinks = pgTable(
  'case_link',
  {
    id: uuid('id').primaryKey(),
    lowId: rowOf('low_id', () => cases.id),
    highId: rowOf('high_id', () => cases.id),
    kind: text('kind').$type<LinkKind>().notNull(),
    dataClass: text('data_class').$type<DataClass>().notNull(),
    madeBy: rowOf('made_by', () => person.id),
    madeOrg: rowOf('made_org', () => organisation.id),
    madeAt: instant('made_at').notNull(),
    endedBy: uuid('ended_by').references(() => person.id),
    endedAt: instant('ended_at')
  },
  (t) => [
    uniqueIndex('case_link_once')
      .on(t.lowId, t.highId, t.kind)
      .where(sql`ended_at is null`),
    index('case_link_high_idx').on(t.highId),
    check('case_link_of_two', sql`${t.lowId} < ${t.highId}`),
    check('case_link_class_of_kind', sql.raw(`case kind ${classOfEach} else false end`)),
    check('case_link_ended_whole', sql`(${t.endedAt} is null) = (${t.endedBy} is null)`)
  ]
)
