import type { Mistake } from '../../../mistake.ts'
import { inDatabase } from '../../in-database.ts'

const tried = 'tests/server/db/walls/rights.test.ts'
const audit = 'append_audit(text,timestamptz,uuid,uuid,text,text,text,text,text)'

type Taken = [right: string, why: string]
const taken = (from: string, rights: readonly Taken[]): Mistake[] =>
  rights.map(([right, why]) => inDatabase(why, `revoke ${right} from ${from}`, tried))
const uncalled = (from: string, calls: readonly Taken[]) =>
  taken(
    from,
    calls.map(([call, why]) => [`execute on function ${call}`, why])
  )

/** What nobody could do any more, a page in hand. */
const byPages: Taken[] = [
  ['insert on case_event', 'nothing could be entered of a person any more'],
  ['insert on consent', 'what a person agreed to could not be written'],
  ['insert on compartment', 'nothing that is sealed could be told of a person'],
  ['insert on referral', 'nobody could be referred'],
  ['insert on referral_event', 'no recipient could answer'],
  ['update on stay', 'a person could not be let in where they were expected'],
  ['update on deadline', 'no clock could be stopped by an act'],
  ['update on "case"', 'no act could move a case'],
  ['insert on glass_opening', 'nobody could open a case in an emergency'],
  ['insert on meeting_vote', 'no member could vote'],
  ['delete on meeting_item', 'a case put on an agenda in error would stay there'],
  ['insert on case_handing', 'a person could not go to another house, agreed or not'],
  ['insert on team', 'no house could have a team'],
  ['insert on draft', 'what a member writes would be lost with the page'],
  ['delete on draft', 'what was sent would still be offered as unsent'],
  ['delete on session', 'nobody could sign out'],
  ['insert on session', 'nobody could sign in'],
  ['select on notice', 'nobody would see what their house was told'],
  ['select on audit_event', 'the officer could read no journal'],
  ['select on release_table', 'published figures would be read by nobody'],
  ['insert on access_review', 'no manager could confirm who has access'],
  ['insert (kind) on outbox', 'no letter could be asked for'],
  ['update (until) on membership', 'no access could be ended'],
  ['update (absent_until) on membership', 'nobody could say how long they are away'],
  ['update (revoked_at) on calendar_feed', 'a calendar could not be closed'],
  ['update (withdrawn_at) on invitation', 'an invitation could not be withdrawn'],
  ['update (state) on undo_request', 'nobody could answer that an act be undone'],
  ['update (settled_by) on exact_export', 'exact figures that were asked for would wait for ever'],
  ['update (until) on caseload', 'a case could pass from nobody to nobody'],
  ['update (until) on glass_opening', 'an emergency access could not be ended before its time'],
  ['update (out_of_service) on place', 'a bed that is damaged would still be offered'],
  ['update (expires_at) on referral_link', 'a link could not be sent again'],
  ['select (masked) on referral_link', 'nobody would know to whom a link went'],
  ['update (closed_at) on settlement', 'a camp that is gone would still be listed'],
  ['update (published_by) on release', 'no figure could be published']
]
const calledByPages: Taken[] = [
  ['invitation_known(uuid)', 'an invitation would open for nobody'],
  ['link_known(uuid)', 'a link would open for nobody'],
  ['calendar_known(text)', 'no calendar would show its days'],
  ['keep_address(uuid,bytea)', 'no shelter could say where it is'],
  ['merge_organisation(uuid,uuid)', 'two houses could not become one'],
  ['erase_identity()', 'who a person is could not be erased'],
  ['erase_sealed(jsonb)', 'what is sealed of a person could not be erased'],
  ['strike_act(integer,integer,text,timestamptz)', 'an act entered in error would stand'],
  ['take_lead()', 'a house whose chief left would read none of its cases'],
  ['taken_places()', 'taken beds would be shown as free, or none at all'],
  ['exact_cells(uuid)', 'exact figures that were allowed could not be read'],
  ['readers_of(uuid,uuid)', 'a case could be put to nobody of those who read it']
]

/** What no process would do any more in its time. */
const byWorker: Taken[] = [
  ['select (email) on person', 'nobody could be written to'],
  ['select (address) on referral_link', 'no link could be sent'],
  ['update (mailed_at) on invitation', 'an invitation would be sent again and again'],
  ['update (until) on membership', 'an access would outlive its last day'],
  ['update (revoked_at) on session', 'a session would outlive the access it is of'],
  ['update (state) on case_handing', 'a proposal that ran out would still wait'],
  ['update (attempts) on outbox', 'a letter that fails would be tried for ever'],
  ['delete on notice', 'what a house was told would be kept past its month'],
  ['delete on session', 'sessions that ended would be kept'],
  ['delete on draft', 'what was never sent would be kept'],
  ['delete on device_key', 'keys of devices that are gone would be kept'],
  ['insert on mail_call', 'whom a letter called would be called again'],
  ['update on worker_beat', 'nobody would know that letters are sent no more']
]
const calledByWorker: Taken[] = [
  ['acting_membership(uuid)', 'a letter would be sent for an access that is not used'],
  ['forget_device_keys(uuid,uuid)', 'the drafts of who left would still open'],
  ['forget_exact_cells()', 'exact figures would be kept past their time'],
  ['let_time_pass(timestamptz)', 'the days of a demonstration would come and nothing happen'],
  [audit, 'what is swept would leave no line in the journal']
]
const byStats: Taken[] = [
  ['insert on release_table', 'no figure could be made'],
  ['update (state) on release', 'figures that are made would be said to be awaited'],
  ['update (failure) on release', 'why figures failed would be told to nobody'],
  ['select on stat.noise', 'figures would be made without the noise that was decided'],
  ['delete on stat.person', 'a person who was erased would stay in the figures'],
  ['select (at) on outbox', 'figures would be made while some are still to be counted'],
  ['usage on schema stat', 'nothing could be counted']
]
const calledByStats: Taken[] = [
  ['stat.life_of(uuid[])', 'no person could be counted'],
  ['stat.beds()', 'no bed could be counted']
]

export const lessMistakes: readonly Mistake[] = [
  ...taken('mnio_app', byPages),
  ...uncalled('mnio_app', calledByPages),
  ...taken('mnio_worker', byWorker),
  ...uncalled('mnio_worker', calledByWorker),
  ...taken('mnio_stats', byStats),
  ...uncalled('mnio_stats', calledByStats),
  ...taken('mnio_location', [
    ['select on place_address', 'whoever is to bring a person would read no address']
  ]),
  ...uncalled('mnio_location', [[audit, 'an address would be shown, and no line say to whom']])
]
