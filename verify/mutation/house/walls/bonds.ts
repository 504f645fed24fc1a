import type { Mistake } from '../../mistake.ts'
import { inDatabase } from '../in-database.ts'

const checks = 'tests/server/db/walls/checks.test.ts'

/** What a row could say of a person, were one bond of its table gone: the bond and its table, and what it would do. */
const ofPersons: [bond: string, why: string][] = [
  ['case_event_struck_whole on case_event', 'an act would be struck, and nobody would read when or what for'],
  [
    'case_handing_settled_whole on case_handing',
    'who asked for a person would wait for an answer that was given'
  ],
  ['case_link_ended_whole on case_link', 'a link between two persons would be ended by nobody'],
  ['caseload_ends on caseload', 'a case would be followed until a day before it was'],
  [
    'deadline_setback_attempts_check on deadline_setback',
    'a clock that failed would be said never to have been tried'
  ],
  [
    'deadline_setback_error_check on deadline_setback',
    'what failed of a clock would be told with words of the case'
  ],
  [
    'identity_mark_of_identity on identity_mark',
    'a person would be found by what is no part of who they are'
  ],
  ['meeting_followup_noted on meeting_followup', 'what a meeting saw to again would be noted on no day'],
  ['meeting_recusal_back on meeting_recusal', 'who withdrew would sit again and give no reason'],
  ['place_out_until_with_reason on place', 'a bed would be out of use until a day, for no reason'],
  ['referral_answer_numbered on referral', 'an answer for a person would be found in no journal']
]

/** Of houses, their people and what they say of themselves. */
const ofHouses: [bond: string, why: string][] = [
  [
    'calendar_feed_digest_long on calendar_feed',
    'the days of a member would be read by a code that can be guessed'
  ],
  ['court_referent_said on court_referent', 'the referent of a court would be called by an empty name'],
  [
    'habilitation_complete_after_asked on habilitation',
    'a request would be whole before it was made, and its delay be over'
  ],
  ['mail_wish_hours on mail_wish', 'the letters of a day would be sent at an hour that never comes'],
  ['membership_warned_by_somebody on membership', 'a member would be warned by hand, and by nobody'],
  ['organisation_proposal_whole on organisation_proposal', 'a house would be merged into none'],
  ['service_offer_lists on service_offer', 'a house would say that it receives everybody, line after line'],
  ['service_offer_short on service_offer', 'a note of a house would be long enough to tell of a person'],
  ['settlement_closed_by_somebody on settlement', 'a camp would be said to be gone by nobody'],
  ['settlement_said on settlement', 'a camp would be listed in no commune'],
  ['team_cover_ends on team_cover', 'somebody would stand in until a day before they begin']
]

/** Of rules, of the clock of a demonstration, and of who sees what. */
const ofRules: [bond: string, why: string][] = [
  ['config_move_of_one_part on config_move', 'cases would be moved from a version of the rules to none'],
  [
    'demonstration_clock_ahead_check on demonstration_clock',
    'a demonstration would go back, and days that are over be still to come'
  ],
  ['demonstration_clock_single_check on demonstration_clock', 'a demonstration would have two clocks'],
  ['sight_minors_check on sight', 'who sees a minor would be said in a word that nobody reads']
]

/** Of figures: what is counted, what is released, what is drawn out exactly. */
const ofFigures: [bond: string, why: string][] = [
  [
    'administrative_figure_counts on administrative_figure',
    'fewer than no person would be counted, or more than all'
  ],
  [
    'administrative_figure_of_one_value on administrative_figure',
    'a figure would be of a value, and nobody know of what'
  ],
  [
    'administrative_figure_said on administrative_figure',
    'a figure would be shown without where it comes from'
  ],
  [
    'administrative_figure_years on administrative_figure',
    'a figure would be of years that end before they begin'
  ],
  ['asylum_occupancy_counts on asylum_occupancy', 'a centre would have fewer places than none'],
  ['exact_export_says_why on exact_export', 'exact figures would be drawn out for no purpose'],
  ['exact_export_settled_whole on exact_export', 'exact figures would be allowed by nobody'],
  ['noise_protects on stat.noise', 'a person would be counted with no noise that hides them'],
  ['noise_says_why on stat.noise', 'the noise would be changed and nobody know why'],
  ['release_done_in_percent on release', 'figures would be said to be more than done'],
  ['release_erratum_said on release', 'a figure would be corrected, and nobody told what was wrong'],
  ['release_failure_of_failed on release', 'figures that stand would be said to have failed'],
  ['release_final_of_a_year on release', 'a year would be final before its last quarter'],
  ['release_left_out_named on release', 'a table would be left out, and nobody told which'],
  ['release_numbered on release', 'a release would come before the first'],
  ['release_published_whole on release', 'figures would be public, and nobody have published them'],
  ['release_quarter_named on release', 'figures would be of a fifth quarter'],
  ['cell_keys_in_range on stat.cell', 'the noise of a count would be drawn from keys that do not exist'],
  ['person_key_in_range on stat.person', 'a person would add no key to the counts that they are in'],
  ['person_known_in_order on stat.person', 'a person would be counted until before they were known'],
  ['person_rkey_whole on stat.person', 'a person would be known to figures by half a digest']
]

const without = ([bond, why]: [string, string]) => {
  const [name, table] = bond.split(' on ')
  return inDatabase(why, `alter table ${table} drop constraint ${name}`, checks)
}

export const bondMistakes: readonly Mistake[] = [...ofPersons, ...ofHouses, ...ofRules, ...ofFigures].map(
  without
)
