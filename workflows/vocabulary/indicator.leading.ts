import type { IndicatorCode } from './indicator.list.ts'
import type { forms } from './words.ts'

/**
 * Of which form, or of which age, a sign speaks first. It orders what a form offers and decides nothing: every other sign stays in
 * its list. Chosen by this project from the published dimensions, for the words that come first in an interview.
 */
const leadingSigns = {
  sexual: [
    's_earnings_taken',
    's_no_refusal',
    's_ads_by_others',
    's_moved_around',
    's_boyfriend',
    's_images',
    'd_papers_taken',
    'r_debt_bondage',
    'v_belief',
    'd_violence'
  ],
  labour: [
    'x_excess_hours',
    'x_low_pay',
    'd_wages_withheld',
    'd_papers_taken',
    'x_bad_housing',
    'x_hazardous',
    'job_nature_lie',
    'wages_lie',
    'r_debt_bondage',
    'd_threat_denounce'
  ],
  domestic: [
    'd_isolation',
    'x_excess_hours',
    'x_low_pay',
    'd_papers_taken',
    'x_bad_housing',
    'w_dependency',
    'education_lie',
    'd_violence',
    'd_threat_denounce',
    'x_no_schooling'
  ],
  begging: [
    'b_amount_due',
    'b_watched',
    'b_dropped_off',
    'b_child_used',
    'd_violence',
    'd_papers_taken',
    'd_strong_influence',
    'r_debt_bondage'
  ],
  criminality: [
    'd_forced_crime',
    'c_known_lawyer',
    'c_repeat_arrests',
    'c_false_age',
    'c_runs_away',
    'c_phone_given',
    'c_medicines',
    'c_debt_fear',
    'd_threat_violence'
  ],
  other: [
    'd_papers_taken',
    'd_isolation',
    'd_violence',
    'd_strong_influence',
    'r_abduction_sale',
    'w_dependency'
  ],
  /** Whatever the form: of a child, or where age is in doubt. */
  minor: ['c_runs_away', 'd_strong_influence', 'x_no_schooling', 'c_false_age', 'd_made_to_lie'],
  /** Where no form is known yet. */
  unknown: [
    'd_papers_taken',
    'd_debt_bondage',
    'd_isolation',
    'd_violence',
    'd_threat_violence',
    'd_strong_influence',
    'd_violence_family',
    'w_dependency'
  ]
} as const satisfies Record<keyof typeof forms | 'minor' | 'unknown', readonly IndicatorCode[]>

/** What a sign leads: forms of exploitation by their codes, `minor`, `unknown`. */
export const leads = (code: IndicatorCode): string[] =>
  Object.entries<readonly IndicatorCode[]>(leadingSigns)
    .filter(([, signs]) => signs.includes(code))
    .map(([of]) => of)
