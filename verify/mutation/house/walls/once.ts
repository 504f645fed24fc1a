import type { Mistake } from '../../mistake.ts'
import { inDatabase } from '../in-database.ts'

const once = 'tests/server/db/walls/once.test.ts'

/** What would stand twice: the bond of a table, and what it would do. */
const bonds: [bond: string, why: string][] = [
  ['access_review_once on access_review', 'the rights of a house would be confirmed twice for one half-year'],
  [
    'calendar_feed_digest_unique on calendar_feed',
    'one address of a calendar would show the days of two members'
  ],
  ['case_code_unique on "case"', 'two persons would be called by one code'],
  [
    'config_version_id_unique on config_version',
    'what became of one version of the rules would be told of another'
  ],
  ['habilitation_id_unique on habilitation', 'what was decided on one regime of a house would reach another'],
  ['identity_mark_pk on identity_mark', 'one name of a person would look like two persons'],
  ['kind_role_pk on kind_role', 'a role would be taken from a kind of house, and still be there'],
  [
    'local_protocol_name_unique on local_protocol',
    'two protocols would bear one name, and a case follow either'
  ],
  ['meeting_followup_once on meeting_followup', 'a meeting would see to one case twice'],
  ['meeting_item_once on meeting_item', 'a person would stand twice on one agenda, and be decided on twice'],
  ['meeting_recusal_pk on meeting_recusal', 'one withdrawal from a case would be two'],
  ['meeting_vote_once on meeting_vote', 'a member would vote twice on one person'],
  ['notice_read_pk on notice_read', 'a member would have read their notices up to two days'],
  ['notice_told_once on notice', 'a house would be told twice of one act'],
  ['organisation_directory_id_unique on organisation', 'two houses would be one to the public directory'],
  ['organisation_key_unique on organisation', 'two houses would be called by one key'],
  ['person_issuer_subject_key on person', 'one identity would sign in as two people'],
  [
    'place_org_label_key on place',
    'two beds of a house would bear one name, and a person come to the wrong one'
  ],
  ['referral_link_referral_id_unique on referral_link', 'a referral would be answered by two links'],
  ['regime_need_pk on regime_need', 'an act would ask twice for a regime, and be freed of it but once'],
  ['saved_view_once on saved_view', 'a list that a member kept would stand twice'],
  ['session_id_unique on session', 'who closes one of their devices would close that of another'],
  ['sight_pk on sight', 'a class would be hidden from a capacity, and still be seen'],
  ['team_name_of_org on team', 'two teams of a house would bear one name, and a case go to either'],
  ['team_of_org on team', 'a team would be told apart by its house no more']
]

const indexes: [index: string, why: string][] = [
  ['administrative_figure_once', 'two figures of one edition would stand for one thing'],
  ['stat.beginning_once', 'figures would be counted as they come since two days'],
  ['calendar_feed_open', 'a calendar would be read by an address that its member thinks replaced'],
  ['case_link_once', 'one link of two persons would be ended, and still stand'],
  ['caseload_last', 'a case would be left to two teams of a house, each counting on the other'],
  ['exact_export_waiting', 'exact figures would be asked for again while they are judged'],
  ['meeting_recusal_standing', 'who withdrew twice from a case would come back but once'],
  ['membership_open_key', 'an access would be ended, and its double stay open'],
  ['outbox_one_count', 'one person would be counted by two at the same moment'],
  ['stat.person_now', 'figures would hold two things of one person to be so now'],
  ['release_at_work', 'two releases would be made at once, neither held against the other'],
  ['release_once', 'two releases would be published under one number'],
  ['team_member_once', 'who left a team would still be in it'],
  ['undo_request_open', 'that one act be undone would wait to be answered twice']
]

/** What would stand once where it may stand again: the index made anew without what it leaves aside, and what it would do. */
const tightened: [index: string, on: string, why: string][] = [
  ['calendar_feed_open', 'calendar_feed (membership_id)', 'who closed a calendar could never open another'],
  [
    'case_handing_open',
    'case_handing (case_id, from_org_id)',
    'a person once refused by a house could be proposed to none'
  ],
  [
    'case_link_once',
    'case_link (low_id, high_id, kind)',
    'two persons whose link was ended could not be linked again'
  ],
  ['caseload_last', 'caseload (case_id, org_id)', 'a case would have one team for all its time'],
  [
    'meeting_recusal_standing',
    'meeting_recusal (case_id, person_id)',
    'who came back to a case could not withdraw again'
  ],
  [
    'membership_open_key',
    'membership (person_id, org_id, role)',
    'who left a house could not come back to it'
  ],
  ['outbox_one_count', `outbox ((payload ->> 'caseId'))`, 'a person would be counted once and never again'],
  [
    'referral_one_unanswered_for_sides_and_case',
    'referral (case_id, kind, recipient_org_id, sender_org_id)',
    'a person who was refused could not be referred there again'
  ],
  ['stay_one_active_for_a_place', 'stay (place_id)', 'a bed that was left could be given to nobody'],
  ['stay_one_bed_for_a_person', 'stay (case_id)', 'who left a bed could be given no other'],
  [
    'stay_one_held_for_a_person',
    'stay (case_id)',
    'who has a place of one side could hold none of the other'
  ],
  ['team_member_once', 'team_member (team_id, person_id)', 'who left a team could not come back to it'],
  ['undo_request_open', 'undo_request (case_id, seq)', 'that an act be undone could be asked but once']
]

/** Whom a row would name who is not there: the bond, and what it would do. */
const ofNobody: [bond: string, why: string][] = [
  ['caseload_team_fk on caseload', 'a case would be followed by a team of another house'],
  ['team_member_team_fk on team_member', 'a member would be put into a team of another house']
]

const without = ([bond, why]: [string, string], and = '') => {
  const [name, table] = bond.split(' on ')
  return inDatabase(why, `alter table ${table} drop constraint ${name}${and}`, once)
}

export const onceMistakes: readonly Mistake[] = [
  ...bonds.map((one) => without(one, ' cascade')),
  ...indexes.map(([index, why]) => inDatabase(why, `drop index ${index}`, once)),
  ...tightened.map(([index, on, why]) =>
    inDatabase(why, `drop index ${index}; create unique index ${index} on ${on}`, once)
  ),
  ...ofNobody.map((one) => without(one))
]
