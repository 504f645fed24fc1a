/**
 * That somebody acts for an organisation itself today; `org` says which: an absence ends nothing, and a seat in a cell acts for the
 * cell alone. Of an organisation it is told that it has nobody, and never whom or how many.
 */
export const isStaffed = (org: string) => `exists (select from membership staff where staff.org_id = ${org}
  and staff.role <> 'cell_member' and (staff.until is null or staff.until > (select wall_clock())))`
