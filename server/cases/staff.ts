import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'

/**
 * That somebody acts for an organisation itself today; `org` says which: an absence ends nothing, and a seat in a cell acts for the
 * cell alone. Of an organisation it is told that it has nobody, and never whom or how many.
 */
export const isStaffed = (org: string) => `exists (select from membership staff where staff.org_id = ${org}
  and staff.role <> 'cell_member' and (staff.until is null or staff.until > (select wall_clock())))`

/** Beside one who is asked: an answer may come by other means, so that nothing is refused. */
export const nobodyReads: Bilingual = {
  fr: 'personne n’y a d’accès aujourd’hui : appelez, ou envoyez par lien',
  en: 'nobody has access there today: call, or send by link'
}
