import { day, one, two } from './checks.cases.ts'

/** Of a table: two rows of which the second is refused, and two that both stand. */
type Once = { of: string; refused: [object, object][]; taken: [object, object][] }

/** `others`: what may differ, each alone. `past`: what makes that a row no longer counts. */
const once = (
  of: string,
  same: object,
  { others = {}, past = [] }: { others?: Record<string, unknown>; past?: object[] }
): Once => {
  const differ = Object.entries(others).map(([column, other]) => ({ ...same, [column]: other }))
  const over = past.map((what) => ({ ...same, ...what }))
  return {
    of,
    refused: [[same, same]],
    taken: [
      ...differ.map((other): [object, object] => [same, other]),
      ...over.flatMap((other): [object, object][] => [
        [other, same],
        [other, other]
      ])
    ]
  }
}

const waiting = { case_id: one, kind: 'acse_place', recipient_org_id: one, sender_org_id: two, state: 'sent' }
const reserved = { case_id: one, pool: 'dna', place_id: one, state: 'reserved' }
const published = { quarter: '2026-Q3', kind: 'provisional', version: 1, state: 'published' }
const counted = { kind: 'count', attempts: 0, payload: { caseId: one } }
const known = { rkey: '\\x00', year: 2026, known_until: 'infinity' }
const open = { state: 'asked' }

/** What stands once of each, and what may stand beside it. */
export const standsOnce: Record<string, Once> = {
  access_review_once: once(
    'access_review',
    { org_id: one, half: '2026-1' },
    { others: { org_id: two, half: '2026-2' } }
  ),
  administrative_figure_once: once(
    'administrative_figure',
    { subject: 'x', edition: '1' },
    { others: { subject: 'y', edition: '2' }, past: [{ replaced_at: day }] }
  ),
  beginning_once: once('stat.beginning', {}, {}),
  calendar_feed_digest_unique: once('calendar_feed', { digest: 'x' }, { others: { digest: 'y' } }),
  calendar_feed_open: once(
    'calendar_feed',
    { membership_id: one },
    { others: { membership_id: two }, past: [{ revoked_at: day }] }
  ),
  case_code_unique: once('"case"', { code: 'x' }, { others: { code: 'y' } }),
  case_handing_open: once(
    'case_handing',
    { case_id: one, from_org_id: one, state: 'proposed' },
    { others: { case_id: two, from_org_id: two }, past: [{ state: 'declined' }] }
  ),
  case_link_once: once(
    'case_link',
    { low_id: one, high_id: two, kind: 'family' },
    { others: { low_id: two, high_id: one, kind: 'operation' }, past: [{ ended_at: day }] }
  ),
  caseload_last: once(
    'caseload',
    { case_id: one, org_id: one },
    { others: { case_id: two, org_id: two }, past: [{ until: day }] }
  ),
  config_version_id_unique: once('config_version', { id: one }, { others: { id: two } }),
  exact_export_waiting: once(
    'exact_export',
    { report: 'grant', year: 2025, asked_by: one, state: 'waiting' },
    { others: { report: 'other', year: 2024, asked_by: two }, past: [{ state: 'refused' }] }
  ),
  habilitation_id_unique: once('habilitation', { id: one }, { others: { id: two } }),
  identity_mark_pk: once(
    'identity_mark',
    { case_id: one, seq: 1, mark: '\\x00' },
    { others: { case_id: two, seq: 2, mark: '\\x01' } }
  ),
  kind_role_pk: once('kind_role', { kind: 'x', role: 'a' }, { others: { kind: 'y', role: 'b' } }),
  local_protocol_name_unique: once('local_protocol', { name: 'x' }, { others: { name: 'y' } }),
  local_protocol_signature_one_person_one_side: once(
    'local_protocol_signature',
    { protocol_id: one, person_id: one },
    { others: { protocol_id: two, person_id: two } }
  ),
  meeting_followup_once: once(
    'meeting_followup',
    { meeting_id: one, case_id: one },
    { others: { meeting_id: two, case_id: two } }
  ),
  meeting_item_once: once(
    'meeting_item',
    { meeting_id: one, case_id: one },
    { others: { meeting_id: two, case_id: two } }
  ),
  meeting_recusal_pk: once('meeting_recusal', { id: one }, { others: { id: two } }),
  meeting_recusal_standing: once(
    'meeting_recusal',
    { case_id: one, person_id: one },
    { others: { case_id: two, person_id: two }, past: [{ ended_at: day }] }
  ),
  meeting_vote_once: once(
    'meeting_vote',
    { item_id: one, person_id: one },
    { others: { item_id: two, person_id: two } }
  ),
  membership_open_key: once(
    'membership',
    { person_id: one, org_id: one, role: 'asso' },
    { others: { person_id: two, org_id: two, role: 'admin' }, past: [{ until: day }] }
  ),
  notice_read_pk: once(
    'notice_read',
    { person_id: one, org_id: one },
    { others: { person_id: two, org_id: two } }
  ),
  notice_told_once: once(
    'notice',
    { org_id: one, about: 'case', about_id: one, seq: 1 },
    { others: { org_id: two, about: 'referral', about_id: two, seq: 2 } }
  ),
  organisation_directory_id_unique: once(
    'organisation',
    { directory_id: 'x' },
    { others: { directory_id: 'y' } }
  ),
  organisation_key_unique: once('organisation', { key: 'x' }, { others: { key: 'y' } }),
  outbox_one_count: once('outbox', counted, {
    others: { payload: { caseId: two } },
    past: [{ kind: 'letter' }, { attempts: 1 }]
  }),
  person_issuer_subject_key: once(
    'person',
    { issuer: 'x', subject: 'a' },
    { others: { issuer: 'y', subject: 'b' } }
  ),
  person_now: once('stat.person', known, {
    others: { rkey: '\\x01', year: 2025 },
    past: [{ known_until: day }]
  }),
  place_org_label_key: once('place', { org_id: one, label: 'x' }, { others: { org_id: two, label: 'y' } }),
  referral_link_referral_id_unique: once(
    'referral_link',
    { referral_id: one },
    { others: { referral_id: two } }
  ),
  referral_one_unanswered_for_sides_and_case: {
    of: 'referral',
    refused: ['sent', 'questioned', 'escalated'].map((state) => [{ ...waiting, state }, waiting]),
    taken: once('referral', waiting, {
      others: { case_id: two, kind: 'dna_place', recipient_org_id: two, sender_org_id: one },
      past: [{ state: 'refused' }]
    }).taken
  },
  regime_need_pk: once(
    'regime_need',
    { command: 'x', role: 'a', regime: 'psp' },
    { others: { command: 'y', role: 'b', regime: 'flag' } }
  ),
  release_at_work: {
    of: 'release',
    refused: [
      [open, open],
      [open, { state: 'ready' }],
      [{ state: 'ready' }, { state: 'ready' }]
    ],
    taken: [
      [open, { state: 'published' }],
      [{ state: 'dropped' }, { state: 'dropped' }]
    ]
  },
  release_once: once('release', published, {
    others: { quarter: '2026-Q4', kind: 'final', version: 2 },
    past: [{ state: 'dropped' }]
  }),
  saved_view_once: once(
    'saved_view',
    { person_id: one, org_id: one, asked: {} },
    { others: { person_id: two, org_id: two, asked: { waiting: 'x' } } }
  ),
  session_id_unique: once('session', { id: one }, { others: { id: two } }),
  sight_pk: once('sight', { capacity: 'x', data_class: 'A' }, { others: { capacity: 'y', data_class: 'B' } }),
  stay_one_active_for_a_place: {
    of: 'stay',
    refused: ['reserved', 'admitted'].map((state) => [{ ...reserved, state }, reserved]),
    taken: once('stay', reserved, { others: { place_id: two }, past: [{ state: 'ended' }] }).taken
  },
  stay_one_bed_for_a_person: once(
    'stay',
    { case_id: one, state: 'admitted' },
    { others: { case_id: two }, past: [{ state: 'ended' }, { state: 'reserved' }] }
  ),
  stay_one_held_for_a_person: {
    of: 'stay',
    refused: [
      [reserved, reserved],
      [
        { ...reserved, pool: 'acse' },
        { ...reserved, pool: 'minor' }
      ]
    ],
    taken: once('stay', reserved, { others: { case_id: two, pool: 'acse' }, past: [{ state: 'admitted' }] })
      .taken
  },
  team_member_once: once(
    'team_member',
    { team_id: one, person_id: one },
    { others: { team_id: two, person_id: two }, past: [{ until: day }] }
  ),
  team_name_of_org: once('team', { org_id: one, name: 'x' }, { others: { org_id: two, name: 'y' } }),
  team_of_org: once('team', { id: one, org_id: one }, { others: { id: two, org_id: two } }),
  undo_request_open: once(
    'undo_request',
    { case_id: one, seq: 1, state: 'asked' },
    { others: { case_id: two, seq: 2 }, past: [{ state: 'declined' }] }
  )
}
