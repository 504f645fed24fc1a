import type { Mistake } from '../../../mistake.ts'
import { inDatabase } from '../../in-database.ts'

const tried = 'tests/server/db/walls/rights.test.ts'
const catalogue = 'tests/server/http/catalogue.test.ts'

type Given = [right: string, why: string]
const given = (to: string, seen: string, rights: readonly Given[]): Mistake[] =>
  rights.map(([right, why]) => inDatabase(why, `grant ${right} to ${to}`, seen))

/** What whoever took over the process that serves pages could do to what has been done. */
const history: Given[] = [
  ['truncate on case_event', 'the log of every person could be emptied at one stroke'],
  ['truncate on audit_event', 'the journal could be emptied at one stroke'],
  ['update on referral_event', 'an answer for a person could be rewritten in its journal'],
  ['delete on referral_event', 'an answer for a person could be removed from its journal'],
  ['delete on referral', 'that a person was refused could be removed'],
  ['delete on stay', 'where a person slept could be removed'],
  ['delete on deadline', 'a day that a person waits for could vanish'],
  ['delete on deadline_trace', 'how a day was counted could vanish'],
  ['delete on identity_mark', 'a person could come to look like nobody'],
  ['update on meeting_vote', 'a voice on a person could be changed once given'],
  ['delete on meeting_vote', 'a voice on a person could be taken away'],
  ['delete on meeting_recusal', 'that a member withdrew could be removed'],
  ['delete on glass_opening', 'an emergency access could vanish without a trace'],
  ['delete on case_handing', 'that a person was proposed to another house could vanish'],
  ['delete on case_link', 'that two persons were linked could vanish'],
  ['delete on caseload', 'who followed a person, and when, could vanish'],
  ['delete on undo_request', 'that an act was entered in error could vanish'],
  ['delete on membership', 'that somebody had an access could be removed'],
  ['insert on membership', 'an access could be given that nobody invited to'],
  ['delete on habilitation', 'that a house had a regime could be removed'],
  ['delete on organisation', 'a house could be removed with all that names it'],
  ['delete on local_protocol_signature', 'a signature could be taken off a protocol'],
  ['update on local_protocol_signature', 'a protocol could be signed in the name of another'],
  ['delete on config_version', 'the rules that a case follows could be removed'],
  ['delete on exact_export', 'that exact figures were drawn out could be hidden'],
  ['update on release_table', 'a published figure could be changed'],
  ['insert on release_table', 'a figure could be published that nobody counted'],
  ['delete on release_report', 'how figures were attacked before they were published could be removed'],
  ['update on access_review', 'what a manager read and confirmed could be changed afterwards'],
  ['update on audit_head', 'the journal could be closed anew over an altered line'],
  ['insert on audit_event', 'a line could be put into the journal by hand'],
  ['update on sight', 'what a capacity sees of a person could be changed by a request'],
  ['insert on kind_role', 'a kind of house could be given any role by a request'],
  ['delete on regime_need', 'an act could be freed of its regime by a request'],
  ['insert on demonstration_clock', 'time could be moved by a request'],
  ['select on outbox', 'what waits to be told of anybody could be read by pages'],
  ['select on mail_call', 'whom a letter called could be read by pages'],
  ['insert on place_address', 'the address of a shelter could be written past its function']
]

/** One column of a table of which others are theirs to change. */
const columns: Given[] = [
  ['update (since) on caseload', 'since when a person is followed could be rewritten'],
  ['update (person_id) on caseload', 'who followed a person could be rewritten'],
  ['update (role) on membership', 'an access could be raised to any role'],
  ['update (org_id) on membership', 'an access could be carried to another house'],
  ['update (person_id) on membership', 'an access could be passed to a colleague'],
  ['update (agreed_on) on case_handing', 'the day on which a person agreed to leave could be moved'],
  ['update (to_org_id) on case_handing', 'a person could be sent where they did not agree to go'],
  ['update (data_class) on case_link', 'a link between two persons could be shown to whoever sees less'],
  ['update (classes) on glass_opening', 'an emergency access could be widened once it was given'],
  ['update (person_id) on glass_opening', 'an emergency access could be put on somebody else'],
  ['update (year) on exact_export', 'a year could be drawn out that was not allowed'],
  ['update (purpose) on exact_export', 'what exact figures were allowed for could be rewritten'],
  ['update (asked_by) on exact_export', 'who asked for exact figures could also allow them'],
  ['update (email) on invitation', 'an invitation could go to another once it was made'],
  ['update (role) on invitation', 'an invitation could be raised to another role'],
  ['update (digest) on calendar_feed', 'a calendar could be opened by a code of one’s own'],
  ['update (seq) on undo_request', 'an act could be undone for which nobody asked it'],
  ['update (asked_by) on undo_request', 'who asks that an act be undone could also grant it'],
  [
    'update (value) on administrative_figure',
    'a figure of an administration could be changed under its source'
  ],
  ['update (proposed_by) on organisation_proposal', 'who proposes a house could also confirm it'],
  ['update (asked_by) on release', 'who asks for figures could also publish them'],
  ['update (as_of) on release', 'figures could be said to be of another day'],
  ['update (org_id) on place', 'a bed could be carried to another house'],
  ['update (referral_id) on referral_link', 'a link could be turned to another person'],
  ['select (address) on referral_link', 'the address to which a link went could be read by pages'],
  ['update (team_id) on team_member', 'a member could be moved to a team whose chief did not ask'],
  ['update (person_id) on device_key', 'the key of a device could open the drafts of another'],
  ['insert (run_at) on outbox', 'a letter could be put off to a day that never comes']
]

/** Whoever writes letters: what it would read of a person, and change of a right. */
const ofWorker: Given[] = [
  ['select (code) on "case"', 'whoever sends letters would read by which code a person goes'],
  ['select (case_id) on stay', 'whoever sends letters would read where a person sleeps'],
  ['select (case_id) on referral', 'whoever sends letters would read who is referred'],
  ['select (masked) on referral_link', 'whoever sends letters would read where a link went once it is gone'],
  ['select (about_id) on notice', 'whoever sweeps notices would read of which case they tell'],
  ['select (display_name) on person', 'whoever sends letters would read what a member is called'],
  ['select (id_hash) on session', 'whoever ends sessions would know them by their hash'],
  ['select (private_half) on device_key', 'whoever sweeps keys would read the drafts of a member'],
  ['select (label) on place', 'whoever sends letters would read which beds there are'],
  ['update (role) on membership', 'whoever ends an access could raise it'],
  ['update (manager) on membership', 'whoever ends an access could make a manager'],
  ['update (absolute_until) on session', 'whoever ends a session could make it last'],
  ['update (email) on person', 'whoever sends letters could turn them to another address'],
  ['update (email) on invitation', 'whoever sends an invitation could turn it to another'],
  ['update (state) on referral', 'whoever sends letters could answer for a house'],
  ['update (state) on deadline', 'whoever counts clocks could stop one'],
  ['update (status) on organisation', 'whoever tells of reviews could accredit a house'],
  ['update (until) on habilitation', 'whoever warns of an end could put it off'],
  ['update (payload) on outbox', 'whoever sends letters could rewrite them'],
  ['select on place_address', 'whoever sends letters would read the address of a shelter'],
  ['select on draft', 'whoever sweeps drafts would read what a member has not sent']
]

/** Whoever makes figures. */
const ofStats: Given[] = [
  ['select (code) on "case"', 'whoever makes figures would read by which code a person goes'],
  ['select (mark) on identity_mark', 'whoever makes figures would know a person again by their name'],
  ['select (email) on person', 'whoever makes figures would read who works where'],
  ['select (org_id) on case_event', 'whoever makes figures would read which house did what'],
  ['select (place_id) on stay', 'whoever makes figures would read in which bed a person sleeps'],
  ['select on participation', 'whoever makes figures would read who takes part in a case']
]
const ofStatsTried: Given[] = [
  ['update on release_table', 'whoever makes figures could change one that is published'],
  ['delete on release_table', 'whoever makes figures could remove one that is published'],
  ['update (published_by) on release', 'figures would be published by what makes them'],
  ['update (as_of) on release', 'whoever makes figures could say them of another day'],
  ['update on stat.noise', 'whoever makes figures could weaken the noise on them'],
  ['insert on stat.noise', 'whoever makes figures could choose the noise on them'],
  ['insert on outbox', 'whoever makes figures could have letters sent']
]

/** Whoever reads addresses. */
const ofLocation: Given[] = [
  ['select on "case"', 'whoever shows an address would read who is sent there'],
  ['select on place', 'whoever shows an address would read which house it is of'],
  ['select on stay', 'whoever shows an address would read who sleeps there']
]
const ofLocationTried: Given[] = [
  ['insert on place_address', 'whoever shows an address could write one'],
  ['update on place_address', 'whoever shows an address could change it'],
  ['delete on place_address', 'whoever shows an address could remove it']
]

export const moreMistakes: readonly Mistake[] = [
  ...given('mnio_app', tried, [...history, ...columns]),
  ...given('mnio_worker', tried, ofWorker),
  ...given('mnio_stats', catalogue, ofStats),
  ...given('mnio_stats', tried, ofStatsTried),
  ...given('mnio_location', catalogue, ofLocation),
  ...given('mnio_location', tried, ofLocationTried),
  inDatabase(
    'whoever serves pages would read what figures know of each person',
    'grant usage on schema stat to mnio_app; grant select on stat.person to mnio_app',
    tried
  ),
  inDatabase(
    'whoever sends letters would read the exact count of each cell',
    'grant usage on schema stat to mnio_worker; grant select on stat.exact_cell to mnio_worker',
    tried
  )
]
