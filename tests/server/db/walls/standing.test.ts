import { describe, expect, it } from 'vitest'
import { unsaidIn } from '../../../support/ending.ts'
import { forFile } from '../../../support/for-file.ts'
import { freshDatabase } from '../../../support/running/db.ts'

// As of the statements of the code: what PostgreSQL decides of parts, accesses and acts, it decides of those that stand.

const db = await forFile(freshDatabase())

const decided = `select p.oid::regprocedure::text as name, prosrc as said from pg_proc p
    where pronamespace in ('public'::regnamespace, 'stat'::regnamespace) and prokind = 'f'
      and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
  union all select polname || ' on ' || polrelid::regclass::text, concat_ws(';', pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
    from pg_policy order by name`

/** Functions and policies that mean all rows, whatever became of them. */
const whatever: Record<string, string> = {
  'access_of(uuid)': 'names the team by which a part is followed now',
  'administered_by_two()': 'whether two ever did at once does not end',
  'audited_person(text)': 'whom an old line of the journal is about',
  'bind_invitation(uuid,integer,text)': 'asks of the one row that it has read',
  'bring_teams()': 'a team has whatever its house ever had to read',
  'calendar_feed_own on calendar_feed': 'whose access it was; what opens a calendar asks that it stands',
  'close_as(uuid,uuid)': 'a flag is never taken back',
  'close_houses(uuid)': 'a flag is never taken back',
  'come_as_team(uuid,uuid)': 'a team has whatever its house ever had to read',
  'deadline_trace_with_clock on deadline_trace': 'what a clock was, for whoever reads the clock',
  'entered_act(uuid,integer)': 'of one act by its number, struck or not',
  'erase_identity()': 'erases whatever stands or stood',
  'erase_links()': 'erases whatever stands or stood',
  'erase_sealed(jsonb)': 'erases whatever stands or stood',
  'found_team(uuid,text)': 'a team has whatever its house ever had to read',
  'hears_of(text,uuid)': 'whoever has left a case hears that their part ended',
  'organisation_begun(uuid)': 'whether anything ever began there',
  'put_error_letters(uuid[])': 'of the act that is struck in the same breath',
  'reads_case(uuid)': 'by whom a case is followed; that the part stands is asked beside it',
  'second_voices(uuid)': 'who ever flagged or accompanied is close to the case',
  'stat.life_of(uuid[])': 'a flag is never taken back',
  'strike_act(integer,integer,text,timestamp with time zone)':
    'gives back the clocks that an act has changed',
  'undo_requests_lapse()': 'of one act by its number, struck or not'
}

const { rows } = await db.owner.query<{ name: string; said: string }>(decided)
const forgets = (said: string) =>
  said
    .replace(/--.*$/gm, '')
    .split(';')
    .some((one) => unsaidIn(one.replace(/\s+/g, ' ')).length > 0)
const forgetting = rows.filter(({ said }) => forgets(said)).map(({ name }) => name)

describe('what PostgreSQL decides', () => {
  it('says each time that it means what stands, but where it is known why not', () => {
    expect(rows.length).toBeGreaterThan(300)
    expect(forgetting.toSorted()).toEqual(Object.keys(whatever).toSorted())
  })
})
