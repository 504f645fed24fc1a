import type { Mistake } from '../../mistake.ts'
import { inDatabase, inFunction, inPolicy, opened } from '../in-database.ts'
import { inFile } from '../in-file.ts'

const releases = 'tests/server/figures/releases.test.ts'
const noise = 'tests/server/figures/releases.noise.test.ts'
const exact = 'tests/server/figures/reports/exact.test.ts'
const administrative = 'tests/server/figures/administrative/administrative.test.ts'
const worker = 'tests/server/db/worker.role.test.ts'
const chain = 'tests/server/audit/audit.chain.test.ts'

/** What the database asks of figures, of whoever sends letters, and of the journal. */
export const figureWallMistakes: readonly Mistake[] = [
  inDatabase(
    'figures that are being prepared would be read by everybody',
    opened('release_read on release', 'using'),
    releases
  ),
  inDatabase(
    'smaller counts of partners would be read by anybody',
    opened('release_table_read on release_table', 'using'),
    'tests/server/figures/walls.test.ts'
  ),
  inDatabase(
    'the channel of asylum would reach the figures',
    inFunction('stat.life_of(uuid[])', `then '"other"'`, 'then f.value'),
    'tests/server/figures/walls.test.ts'
  ),
  ...inFile('figures/person/who.ts', 'tests/figures/person/whose.test.ts', [
    ['what nobody asked would be told among other channels', 'channel === undefined || ', '']
  ]),
  inDatabase(
    'that OFII flagged would reach the figures',
    inFunction('stat.life_of(uuid[])', `nullif(e.role, 'ofii')`, 'e.role'),
    'tests/server/figures/walls.test.ts'
  ),
  inDatabase(
    'one person alone would publish figures',
    'alter table release drop constraint release_by_two_people',
    releases
  ),
  inDatabase(
    'figures would change after they were published',
    'drop trigger release_kept on release',
    releases
  ),
  inDatabase(
    'a table of figures would change after it was published',
    'drop trigger release_table_kept on release_table',
    releases
  ),
  inDatabase(
    'a table would be written into a release that is without it',
    'alter policy release_table_made on release_table with check (true)',
    'tests/server/figures/releases.refused.test.ts'
  ),
  inDatabase(
    'the noise of a year would change between two of its releases, and be averaged away',
    'drop trigger noise_before_releases on stat.noise',
    noise
  ),
  inDatabase('what was decided of noise would be rewritten', 'drop trigger noise_kept on stat.noise', noise),
  inDatabase(
    'one person alone would allow themselves the exact counts',
    'alter table exact_export drop constraint exact_export_by_two_people',
    exact
  ),
  inDatabase(
    'exact counts would stay open after their day',
    inFunction('exact_cells(uuid)', "wall_clock() < e.settled_at + interval '1 day'", 'true'),
    exact
  ),
  inDatabase(
    'exact counts would be read by another than who asked',
    inFunction('exact_cells(uuid)', 'e.asked_by = ctx_person()', 'true'),
    exact
  ),
  inDatabase(
    'exact counts of a département would be given',
    inFunction('stat.freeze_exact()', "(c.table_id !~ '^(territory|found)_' or c.at like 'tot|%')", 'true'),
    exact
  ),
  inDatabase(
    'exact counts would tell what is done while they are open',
    inFunction('exact_cells(uuid)', 'stat.exact_cell c on c.export = e.id', 'stat.cell c on c.year = e.year'),
    exact
  ),
  inDatabase(
    'exact counts of a running year would be asked for',
    'alter table exact_export drop constraint exact_export_of_a_year_over',
    exact
  ),
  inDatabase(
    'figures of others would be entered by who only reads them',
    inPolicy(
      'administrative_figure_entered on administrative_figure',
      "(( SELECT ctx_role() AS ctx_role) = 'miprof'::text)",
      'true'
    ),
    administrative
  ),
  inDatabase(
    'whoever makes figures would read every case whole',
    'grant select on "case" to mnio_stats',
    'tests/server/figures/walls.test.ts'
  ),
  inDatabase('whoever sends letters would read names', 'grant select on compartment to mnio_worker', worker),
  inDatabase(
    'whoever sends letters would open an access again',
    'drop trigger membership_only_ends on membership',
    worker
  ),
  inDatabase(
    'whoever sends letters would open a session again',
    'drop trigger session_only_ends on session',
    worker
  ),
  inDatabase(
    'the journal would be read by others than its officer',
    opened('audit_event_for_dpo on audit_event', 'using'),
    'tests/server/audit/audit.test.ts'
  ),
  inDatabase(
    'a line of the journal could be rewritten',
    'grant update on audit_event to mnio_app',
    'tests/server/db/walls.standing.test.ts'
  ),
  inDatabase(
    'a line of the journal could name another person and still be whole',
    inFunction(
      'audit_content(bytea,text,bigint,timestamp with time zone,uuid,uuid,text,text,text,text,text)',
      "coalesce(person::text, '-')",
      "'-'"
    ),
    chain
  ),
  inDatabase(
    'a line of the journal could be moved to another hour and still be whole',
    inFunction(
      'audit_content(bytea,text,bigint,timestamp with time zone,uuid,uuid,text,text,text,text,text)',
      `to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
      "''"
    ),
    chain
  ),
  inDatabase(
    'the code of a case would be told to others than the officer',
    inFunction('audited_code(text)', "ctx_role() = 'dpo'", 'true'),
    'tests/server/audit/audit.test.ts'
  ),
  inDatabase(
    'exact counts of the running year would be asked for, and two of them tell what was done between',
    `alter table exact_export drop constraint exact_export_of_a_year_over;
     alter table exact_export add constraint exact_export_of_a_year_over check (year <= extract(year from asked_at at time zone 'Europe/Paris'))`,
    'tests/server/figures/walls.test.ts'
  ),
  inDatabase(
    'a year would be over by another clock than that of Paris',
    `alter table exact_export drop constraint exact_export_of_a_year_over;
     alter table exact_export add constraint exact_export_of_a_year_over check (year < extract(year from asked_at at time zone 'UTC'))`,
    'tests/server/figures/walls.test.ts'
  ),
  ...inFile('server/figures/releases/taking.ts', 'tests/server/figures/releases.read.test.ts', [
    [
      'a partner would have the small counts of another département printed',
      "if (of.territory !== null && asked !== of.territory) throw new NotFound('another territory')",
      ''
    ]
  ]),
  ...inFile('server/audit/extract.ts', 'tests/server/audit/extract.test.ts', [
    [
      'who works in a shelter would be named beside a case where the journal is drawn out',
      "hidden ? ['', ''] :",
      "hidden ? [name ?? '', ''] :"
    ]
  ])
]
