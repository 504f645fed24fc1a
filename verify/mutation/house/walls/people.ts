import type { Mistake } from '../../mistake.ts'
import { inDatabase, inFunction, inPolicy, opened } from '../in-database.ts'

const organisations = 'tests/server/organisations/organisations.test.ts'
const people = 'tests/server/organisations/people.test.ts'
const seats = 'tests/server/organisations/seats.test.ts'
const leftAlone = 'tests/server/organisations/left-alone.test.ts'
const teams = 'tests/server/teams/walls.test.ts'
const own = 'tests/server/db/own.walls.test.ts'

/** Rows of somebody's own, in which no colleague reads: by policy, what a mistake would do. */
const ofOneself: [policy: string, why: string][] = [
  ['draft_own on draft', 'a draft about a person would be read by colleagues'],
  ['saved_view_own on saved_view', 'a list that somebody saved would be read by colleagues'],
  ['mail_wish_own on mail_wish', 'where somebody wishes to be called would be read by colleagues'],
  ['device_key_own on device_key', 'what a device keeps would open for colleagues'],
  ['calendar_feed_own on calendar_feed', 'the calendar of somebody would be read by colleagues'],
  ['idempotency_own on idempotency', 'what somebody asked would be read by colleagues'],
  ['notice_read_own on notice_read', 'what somebody has read would be read by colleagues']
]

/** What the database asks of whoever keeps organisations, access and teams. */
export const peopleMistakes: readonly Mistake[] = [
  ...ofOneself.map(([policy, why]) => inDatabase(why, opened(policy, 'using'), own)),
  ...ofOneself.map(([policy, why]) =>
    inDatabase(
      `${why.split(' would ')[0]} could be written in their name by a colleague`,
      opened(policy, 'with check'),
      own
    )
  ),
  inDatabase(
    'letters of one organisation would follow the address that another one typed',
    inFunction('bind_invitation(uuid,integer,text)', 'email is null or', 'true or'),
    'tests/server/organisations/invited.test.ts'
  ),
  inDatabase(
    'whoever managed access in a house would manage it in the one that takes it over',
    inFunction('merge_organisation(uuid,uuid)', 'role, false, alternate, at', 'role, manager, alternate, at'),
    'tests/server/organisations/merging.test.ts'
  ),
  inDatabase(
    'whoever is left alone of two administrators would invite a second past the page',
    inFunction('may_invite(uuid,jsonb)', 'not administered_by_two()', 'true'),
    leftAlone
  ),
  inDatabase(
    'what one administrator offered alone would make another once they are let go',
    inFunction('offers_of_one_end()', "i.role = 'admin'", "i.role = 'dpo'"),
    leftAlone
  ),
  inDatabase(
    'one person alone would open an organisation’s right',
    inFunction(
      'organisation_proposal_by_two()',
      "new.state = 'confirmed' and new.settled_by = old.proposed_by",
      'false'
    ),
    organisations
  ),
  inDatabase(
    'an organisation would be accredited by one person',
    inFunction('organisation_kept()', "not confirmed_there(new, 'accredit')", 'false'),
    organisations
  ),
  inDatabase(
    'an organisation would be born with its right',
    inFunction('organisation_kept()', "new.status <> 'pending' or ", ''),
    organisations
  ),
  inDatabase(
    'an organisation that was closed would be opened again',
    inFunction('organisation_kept()', "old.status = 'closed'", 'false'),
    organisations
  ),
  inDatabase(
    'an accredited organisation would be renamed by one person',
    inFunction(
      'organisation_kept()',
      '(new.name, new.siret) is distinct from (old.name, old.siret)',
      'false'
    ),
    'tests/server/organisations/two.test.ts'
  ),
  inDatabase(
    'two persons would agree on one name, and another would be written',
    inFunction(
      'confirmed_there(organisation,text)',
      "(p.body ->> 'name', p.body ->> 'siret') is not distinct from (p_now.name, p_now.siret)",
      'true'
    ),
    'tests/server/organisations/two.test.ts'
  ),
  inDatabase(
    'an alternate would become who holds the seat by one person',
    inFunction('membership_kept()', "seated and not seat_agreed(new, 'seat')", 'false'),
    seats
  ),
  inDatabase(
    'the voice of who holds a seat would be given away by saying them absent',
    inFunction('membership_kept()', "away and not seat_agreed(new, 'absence')", 'false'),
    seats
  ),
  inDatabase(
    'another absence would be written than the one that two persons agreed on',
    inFunction(
      'seat_agreed(membership,text)',
      "(p.body ->> 'from', p.body ->> 'until') is not distinct from (p_now.absent_from::text, p_now.absent_until::text)",
      'true'
    ),
    seats
  ),
  inDatabase(
    'a seat that one person offered would be offered again',
    'drop trigger invitation_kept on invitation',
    seats
  ),
  inDatabase(
    'an organisation would sit in the cell of where it has left',
    'drop trigger seats_stay on organisation',
    seats
  ),
  inDatabase(
    'seats would go to the cell of another territory by a merge',
    inFunction('merge_organisation(uuid,uuid)', 'perform seats_end(p_from);', 'null;'),
    seats
  ),
  inDatabase(
    'a small count would say what a consent opened of a case',
    inFunction('access_opened(uuid)', 'least(open, shut) >= 5', 'open >= 0'),
    'tests/server/organisations/review.test.ts'
  ),
  inDatabase(
    'what was confirmed of access would be read by a page',
    'grant select on access_review to mnio_app',
    'tests/server/organisations/review.test.ts'
  ),
  inDatabase(
    'organisations would be merged by one person',
    inFunction('merge_organisation(uuid,uuid)', "p.id = confirmed_now(p_from, 'merge')", 'p.org_id = p_from'),
    organisations
  ),
  inDatabase(
    'a regime would be opened by one person',
    'drop trigger habilitation_kept on habilitation',
    organisations
  ),
  inDatabase(
    'an access that ended would be given something again',
    inFunction('membership_kept()', 'old.until is not null and old.until <= wall_clock()', 'false'),
    own
  ),
  inDatabase(
    'somebody would be invited by who does not manage access there',
    inPolicy(
      'invitation_made on invitation',
      "may_invite(org_id, jsonb_build_object('role', role, 'email', email, 'manager', manager, 'alternate', alternate))",
      'true'
    ),
    'tests/server/organisations/two.test.ts'
  ),
  inDatabase(
    'an invitation would be used after its day',
    inFunction('bind_invitation(uuid,integer,text)', 'or one.expires_at <= wall_clock() ', ''),
    people
  ),
  inDatabase(
    'an invitation would be used twice',
    inFunction('bind_invitation(uuid,integer,text)', 'or one.used_at is not null ', ''),
    people
  ),
  inDatabase(
    'an invitation that was taken back would open',
    inFunction('bind_invitation(uuid,integer,text)', 'or one.withdrawn_at is not null', ''),
    people
  ),
  inDatabase(
    'an earlier letter of an invitation would open',
    inFunction('bind_invitation(uuid,integer,text)', 'or one.generation <> p_generation ', ''),
    people
  ),
  inDatabase(
    'who may read which case would be told to who does not manage access',
    inFunction('access_of(uuid)', 'manages(p_org) and ', ''),
    own
  ),
  inDatabase(
    'a case would be read by everybody of an organisation in teams',
    inFunction('ctx_whole()', "current_setting('app.reads', true) = 'all'", 'true'),
    teams
  ),
  inDatabase(
    'a case would be read by the team that followed it before',
    inFunction('follows(uuid)', ' and tstzrange(c.since, c.until) @> wall_clock()', ''),
    teams
  ),
  inDatabase(
    'a colleague would read in somebody’s stead after they are back',
    inFunction('reading_of(uuid,uuid)', '\n    and c.since <= now_at and c.until > now_at', ''),
    teams
  ),
  inDatabase(
    'somebody who left a team would read its cases',
    inFunction('reading_of(uuid,uuid)', ' and (m.until is null or m.until > now_at)', ''),
    teams
  ),
  inDatabase(
    'a case would be given to a team that is closed',
    'drop trigger caseload_of_open_team on caseload',
    'tests/server/teams/closing.test.ts'
  ),
  inDatabase(
    'a team that still follows cases would be closed, and nobody follow them',
    'drop trigger team_closed on team',
    'tests/server/teams/closing.test.ts'
  ),
  inDatabase(
    'whoever stands in could end the absence, and the people of that colleague be read by nobody',
    inPolicy(
      'team_cover_ended on team_cover',
      '(absent_id = ( SELECT ctx_person() AS ctx_person))',
      '(( SELECT ctx_person() AS ctx_person) in (absent_id, cover_id))'
    ),
    teams
  ),
  inDatabase(
    'any colleague could end an absence',
    inPolicy(
      'team_cover_ended on team_cover',
      '(absent_id = ( SELECT ctx_person() AS ctx_person))',
      'absent_id is not null'
    ),
    teams
  ),
  inDatabase(
    'an absence could be ended by nobody but a lead',
    inPolicy('team_cover_ended on team_cover', '(absent_id = ( SELECT ctx_person() AS ctx_person))', 'false'),
    teams
  ),
  ...(['awaits', 'recipient', 'sender'] as const).map((whose) =>
    inDatabase(
      `referrals of an organisation that was merged would stay with nobody: its ${whose}`,
      inFunction(
        'merge_organisation(uuid,uuid)',
        `where ${whose}_org_id = p_from;`,
        `where ${whose}_org_id = p_from and follow_up is not null;`
      ),
      organisations
    )
  )
]
