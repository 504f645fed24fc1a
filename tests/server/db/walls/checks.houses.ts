import { day, morrow, one, two, whole, type Examples } from './checks.cases.ts'

const share = { unit: 'share', edition: '1', licence: 'x' }
const exact = { year: 2025, purpose: 'Rapport au Parlement', asked_at: day, asked_by: one, state: 'waiting' }
const settled = { settled_by: two, settled_at: day }
const signed = { state: 'published', published_at: day, published_by: two }

/** Of organisations, their people, their teams, of the rules and of the figures. */
export const ofHouses: Examples = {
  administrative_figure_counts: {
    refused: [{ value: -1 }, { ...share, value: 1.1 }, { value: 1, respondents: -1 }],
    taken: [{ value: 0 }, { ...share, value: 1 }, { unit: 'persons', value: 2 }]
  },
  administrative_figure_of_one_value: whole({ breakdown: 'sex' }, { value_of: 'female' }),
  administrative_figure_said: {
    refused: [
      { edition: '', licence: 'x' },
      { edition: '1', licence: '' }
    ],
    taken: [{ edition: '1', licence: 'x' }]
  },
  administrative_figure_years: {
    refused: [{ since: 2024, year: 2024 }],
    taken: [{ year: 2024 }, { since: 2023, year: 2024 }]
  },
  asylum_occupancy_counts: {
    refused: [
      { places: -1, occupied: 0 },
      { places: 0, occupied: -1 }
    ],
    taken: [{ places: 0, occupied: 0 }]
  },
  calendar_feed_digest_long: {
    refused: [{ digest: 'x'.repeat(42) }, { digest: 'x'.repeat(44) }],
    taken: [{ digest: 'x'.repeat(43) }]
  },
  config_move_of_one_part: {
    refused: [
      { from_version: '1' },
      { territory: '69', from_version: '1', to_local: 'x' },
      { territory: '69' }
    ],
    taken: [
      { from_version: '1', to_version: '2' },
      { territory: '69', to_local: 'x' }
    ]
  },
  config_version_published_by_another: {
    refused: [{ writers: [one, two], published_by: two }],
    taken: [{ writers: [one] }, { writers: [one], published_by: two }]
  },
  court_referent_said: {
    refused: [
      { name: '', service: 'S', contact: 'C' },
      { name: 'N', service: '', contact: 'C' },
      { name: 'N', service: 'S', contact: '' }
    ],
    taken: [{ name: 'N', service: 'S', contact: 'C' }]
  },
  demonstration_clock_ahead_check: {
    refused: [{ ahead: '-1 second' }, { ahead: '30 years' }],
    taken: [{ ahead: '0' }, { ahead: '29 years' }]
  },
  demonstration_clock_single_check: { refused: [{ single: false }], taken: [{ single: true }] },
  exact_export_by_two_people: {
    refused: [
      { ...exact, ...settled, state: 'allowed', settled_by: one },
      { ...exact, ...settled, state: 'withdrawn' }
    ],
    taken: [
      { ...exact, ...settled, state: 'allowed' },
      { ...exact, ...settled, state: 'withdrawn', settled_by: one }
    ]
  },
  exact_export_of_a_year_over: {
    refused: [
      { ...exact, year: 2026 },
      { ...exact, year: 2026, asked_at: '2026-12-31T22:59:00Z' }
    ],
    taken: [exact, { ...exact, year: 2026, asked_at: '2026-12-31T23:00:00Z' }]
  },
  exact_export_says_why: { refused: [{ ...exact, purpose: '  neuf mots  ' }], taken: [exact] },
  exact_export_settled_whole: {
    refused: [
      { ...exact, ...settled },
      { ...exact, state: 'allowed' }
    ],
    taken: [exact, { ...exact, ...settled, state: 'refused' }]
  },
  habilitation_complete_after_asked: {
    refused: [{ since: '2026-01-01', asked_on: '2026-11-24', complete_on: '2026-11-23' }],
    taken: [{ since: '2026-01-01', asked_on: '2026-11-24', complete_on: '2026-11-24' }]
  },
  habilitation_given_or_asked: {
    refused: [{ regime: 'psp' }, { regime: 'flag', asked_on: '2026-11-24' }],
    taken: [
      { regime: 'flag', since: '2026-11-24' },
      { regime: 'psp', asked_on: '2026-11-24' }
    ]
  },
  invitation_used_by_somebody: whole({ used_at: day }, { used_by: one }),
  local_protocol_of_its_territory: {
    refused: [
      { place: '69', territory: '75', name: '69-2027' },
      { place: '69.lyon', territory: '69', name: '69-2027' }
    ],
    taken: [
      { place: '69', territory: '69', name: '69-2027' },
      { place: '69.lyon', territory: '69', name: '69.lyon-2027' }
    ]
  },
  local_protocol_signed_says_when: {
    refused: [{ state: 'signed' }],
    taken: [{ state: 'draft' }, { state: 'signed', signed_at: day }]
  },
  mail_wish_hours: {
    refused: [{ digest_hour: 24 }, { quiet_from: -1 }, { quiet_until: 24 }],
    taken: [{ digest_hour: 0, quiet_from: 23, quiet_until: 0 }]
  },
  noise_protects: {
    refused: [{ variance: 0.9 }, { variance: 10.5 }],
    taken: [{ variance: 1 }, { variance: 10 }]
  },
  noise_says_why: { refused: [{ reason: '  neuf mots  ' }], taken: [{ reason: 'Avis de l’Insee' }] },
  membership_warned_by_somebody: whole({ warned_by_hand_at: day }, { warned_by: one }),
  organisation_proposal_settled_by_somebody: {
    refused: [{ state: 'waiting', settled_by: one }, { state: 'confirmed' }],
    taken: [{ state: 'waiting' }, { state: 'confirmed', settled_by: one }]
  },
  organisation_proposal_whole: {
    refused: [{ kind: 'merge' }, { kind: 'accredit', into_org: one }, { kind: 'regime' }],
    taken: [
      { kind: 'merge', into_org: one },
      { kind: 'regime', regime: 'psp' }
    ]
  },
  release_by_two_people: {
    refused: [{ ...signed, asked_by: two }],
    taken: [{ ...signed, asked_by: one }]
  },
  release_done_in_percent: { refused: [{ done: -1 }, { done: 101 }], taken: [{ done: 0 }, { done: 100 }] },
  release_erratum_said: {
    refused: [{ version: 2 }, { version: 1, erratum: 'x' }],
    taken: [{ version: 1 }, { version: 2, erratum: 'x' }]
  },
  release_failure_of_failed: {
    refused: [{ state: 'ready', failure: 'late' }],
    taken: [{ state: 'failed', failure: 'late' }, { state: 'ready' }]
  },
  release_final_of_a_year: {
    refused: [{ kind: 'final', quarter: '2026-Q3' }],
    taken: [
      { kind: 'final', quarter: '2026-Q4' },
      { kind: 'provisional', quarter: '2026-Q3' }
    ]
  },
  release_left_out_named: {
    refused: [{ left_out: [''] }, { left_out: [null] }],
    taken: [{ left_out: [] }, { left_out: ['sector'] }]
  },
  release_numbered: { refused: [{ version: 0 }], taken: [{ version: 1 }] },
  release_of_what_is_over: {
    refused: [{ asked_at: day, as_of: morrow }],
    taken: [{ asked_at: day, as_of: day }]
  },
  release_published_whole: {
    refused: [
      { state: 'published' },
      { state: 'published', published_at: day },
      { state: 'ready', published_at: day, published_by: two }
    ],
    taken: [{ state: 'ready' }, signed]
  },
  release_quarter_named: {
    refused: [{ quarter: '2026-Q5' }, { quarter: '2026' }],
    taken: [{ quarter: '2026-Q4' }]
  },
  service_offer_lists: {
    refused: [{ receives: Array(11).fill('women') }, { languages: Array(41).fill('fr') }],
    taken: [{ receives: ['women'], languages: Array(40).fill('fr') }]
  },
  service_offer_said: { refused: [{ offers: [] }], taken: [{ offers: ['legal'] }] },
  service_offer_short: {
    refused: [{ hours: 'x'.repeat(161) }, { note: 'x'.repeat(301) }],
    taken: [{ hours: 'x'.repeat(160), note: 'x'.repeat(300) }]
  },
  session_ends_after_it_begins: {
    refused: [{ created_at: day, absolute_until: day }],
    taken: [{ created_at: day, absolute_until: morrow }]
  },
  settlement_closed_by_somebody: whole({ closed_at: day }, { closed_by: one }),
  settlement_said: {
    refused: [
      { label: '', commune: 'Lyon' },
      { label: 'L', commune: '' }
    ],
    taken: [{ label: 'L', commune: 'Lyon' }]
  },
  sight_minors_check: {
    refused: [{ minors: 'never' }],
    taken: [{ minors: 'always' }, { minors: 'missing' }]
  },
  team_cover_ends: {
    refused: [{ since: morrow, until: day }],
    taken: [{ since: day, until: day }]
  },
  team_cover_of_two: {
    refused: [{ absent_id: one, cover_id: one }],
    taken: [{ absent_id: one, cover_id: two }]
  },
  cell_keys_in_range: {
    refused: [{ keys: -1 }, { keys: 4294967296 }],
    taken: [{ keys: 0 }, { keys: 4294967295 }]
  },
  person_key_in_range: {
    refused: [{ key: -1 }, { key: 4294967296 }],
    taken: [{ key: 0 }, { key: 4294967295 }]
  },
  person_known_in_order: {
    refused: [{ known_from: day, known_until: day }],
    taken: [{ known_from: day, known_until: morrow }]
  },
  person_rkey_whole: {
    refused: [{ rkey: `\\x${'00'.repeat(15)}` }],
    taken: [{ rkey: `\\x${'00'.repeat(16)}` }]
  }
}
