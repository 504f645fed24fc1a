import { describe, expect, it } from 'vitest'
import { findsAnyHouse, unsaidIn } from '../../../support/ending.ts'
import { forFile } from '../../../support/for-file.ts'
import { freshDatabase } from '../../../support/running/db.ts'

// As of the statements of the code: what PostgreSQL decides of parts, accesses and acts, it decides of those that stand.

const db = await forFile(freshDatabase())

const decided = `select p.oid::regprocedure::text as name, prosrc as said from pg_proc p
    where pronamespace in ('public'::regnamespace, 'stat'::regnamespace) and prokind = 'f'
      and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
  union all select polname || ' on ' || polrelid::regclass::text, concat_ws(';', pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
    from pg_policy order by name`

/** Functions and policies that mean all rows of these tables, whatever became of them, and why. */
const whatever: Record<string, string> = {
  'access_of(uuid): team': 'names the team by which a part is followed now',
  'administered_by_two(): membership': 'whether two ever did at once does not end',
  'audited_person(text): membership,invitation': 'whom an old line of the journal is about',
  'bind_invitation(uuid,integer,text): invitation': 'asks of the one row that it has read',
  'bring_teams(): participation,membership,caseload,team': 'a team has whatever its house ever had to read',
  'calendar_feed_own on calendar_feed: membership':
    'whose access it was; what opens a calendar asks that it stands',
  'close_as(uuid,uuid): case_event': 'a flag is never taken back',
  'close_houses(uuid): case_event': 'a flag is never taken back',
  'come_as_team(uuid,uuid): team,participation,caseload': 'a team has whatever its house ever had to read',
  'deadline_trace_with_clock on deadline_trace: deadline': 'what a clock was, for whoever reads the clock',
  'entered_act(uuid,integer): case_event': 'of one act by its number, struck or not',
  'erase_identity(): deadline': 'erases whatever stands or stood',
  'erase_links(): case_link': 'erases whatever stands or stood',
  'erase_sealed(jsonb): deadline': 'erases whatever stands or stood',
  'found_team(uuid,text): participation': 'a team has whatever its house ever had to read',
  'hears_of(text,uuid): participation,caseload': 'whoever has left a case hears that their part ended',
  'leave_alone(uuid): participation': 'its own part is one that `alone_with` has just read as standing',
  'leave_unread(uuid): participation': 'its own part is one that `unread_with` has just read as standing',
  'merge_organisation(uuid,uuid): participation':
    'a part of the house that stays which had ended has just been made to stand again',
  'organisation_begun(uuid): participation,membership': 'whether anything ever began there',
  'put_error_letters(uuid[]): case_event': 'of the act that is struck in the same breath',
  'reads_case(uuid): participation': 'by whom a case is followed; that the part stands is asked beside it',
  'second_voices(uuid): participation,membership': 'who ever flagged or accompanied is close to the case',
  'stat.life_of(uuid[]): case_event,deadline':
    'a flag is never taken back; a clock is counted whatever became of it',
  'strike_act(integer,integer,text,timestamp with time zone): deadline':
    'gives back the clocks that an act has changed',
  'struck_by_its_own(): case_event': 'of the act that takes another back, by its number',
  'undo_requests_lapse(): case_event': 'of one act by its number, struck or not'
}

/** Functions and policies that look for houses whether they may work or not, and why. */
const anyHouse: Record<string, string> = {
  'may_invite(uuid,jsonb)': 'of the one house that is named; whoever accepts is asked again',
  'merge_changes(uuid,uuid)': 'of the two houses that are named'
}

const { rows } = await db.owner.query<{ name: string; said: string }>(decided)
const forgotten = (said: string) => [
  ...new Set(
    said
      .replace(/--.*$/gm, '')
      .split(';')
      .flatMap((one) => unsaidIn(one.replace(/\s+/g, ' ')))
  )
]
const forgetting = rows.flatMap(({ name, said }) => {
  const tables = forgotten(said)
  return tables.length > 0 ? [`${name}: ${tables.join()}`] : []
})

describe('what PostgreSQL decides', () => {
  it('says each time that it means what stands, but where it is known why not', () => {
    expect(rows.length).toBeGreaterThan(300)
    expect(forgetting.toSorted()).toEqual(Object.keys(whatever).toSorted())
  })

  it('asks of the houses that it looks for that they may work, but where it is known why not', () => {
    const found = rows.filter(({ said }) => findsAnyHouse(said.replace(/\s+/g, ' '))).map(({ name }) => name)
    expect(found.toSorted()).toEqual(Object.keys(anyHouse).toSorted())
  })
})
