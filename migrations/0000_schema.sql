-- Every table, by subject; who may touch what stands in 0001_walls.sql.
-- Words are text with a CHECK and never an enum, whose `=` PostgreSQL does not trust under row security: it would not use
-- an index there. The words themselves are those of the code's tables. Keys that have no name here have PostgreSQL's own.

-- People and organisations ----------------------------------------------------------------------------------------------

-- A person is what one issuer calls one subject. An e-mail address is never an identity here.
create table person (
  id uuid primary key default gen_random_uuid(),
  issuer text not null,
  subject text not null,
  display_name text not null,
  created_at timestamptz not null default now(),
  constraint person_issuer_subject_key unique (issuer, subject)
);

-- Only a digest of the cookie is kept; the identity token is sealed under a key derived from the cookie itself.
create table session (
  id_hash text primary key,
  person_id uuid not null references person on delete cascade,
  membership_id uuid,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  absolute_until timestamptz not null,
  revoked_at timestamptz,
  id_token text,
  acr text not null,
  amr text[] not null,
  constraint session_ends_after_it_begins check (absolute_until > created_at)
);
create index session_person_id_idx on session (person_id);

-- One sign-in under way in one browser: taken by the first answer that shows both secrets.
create table sign_in_attempt (
  state_hash text primary key,
  browser_hash text not null,
  sealed text not null,
  started_at timestamptz not null,
  expires_at timestamptz not null
);
create index sign_in_attempt_expires_at_idx on sign_in_attempt (expires_at);

-- Where a département has several courts, a prosecution or a juvenile court says of which it is; one that says none has
-- them all.
create table organisation (
  id uuid primary key default gen_random_uuid(),
  key text not null constraint organisation_key_unique unique,
  type text not null,
  name text not null,
  territory text,
  region text,
  siret text,
  court text,
  status text not null default 'pending',
  constraint organisation_status_known check (status in ('accredited', 'pending', 'suspended')),
  constraint organisation_type_known check (type in ('association', 'cell', 'prefecture', 'prosecution', 'jirs', 'police',
    'labour_inspection', 'acse', 'shelter', 'dna_centre', 'ofii', 'ase', 'juvenile_court', 'ad_hoc', 'health', 'psp',
    'miprof', 'platform', 'external', 'unknown'))
);
create index organisation_territory_type_idx on organisation (territory, type);

create table membership (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  org_id uuid not null references organisation,
  role text not null,
  until timestamptz,
  constraint membership_person_org_role_key unique (person_id, org_id, role),
  constraint membership_role_known check (role in ('asso', 'cell_secretary', 'cell_member', 'prefecture', 'prosecutor',
    'police', 'labour_inspection', 'acse_desk', 'shelter', 'ofii', 'child_protection', 'juvenile_judge',
    'ad_hoc_guardian', 'health', 'psp', 'miprof', 'admin', 'dpo', 'external', 'system'))
);
create index membership_org_id_idx on membership (org_id);

-- The approval of an association for the exit programme may be given by silence: it then has no day of its own, but that
-- of the request, and the day on which its file was found complete where somebody said so.
create table habilitation (
  org_id uuid not null references organisation,
  regime text not null,
  since date,
  until date,
  asked_on date,
  complete_on date,
  primary key (org_id, regime),
  constraint habilitation_complete_after_asked check (complete_on is null or complete_on >= asked_on),
  constraint habilitation_given_or_asked check (since is not null or (regime = 'psp' and asked_on is not null)),
  constraint habilitation_regime_known check (regime in ('flag', 'r425_1', 'psp', 'victim_aid', 'civil_party'))
);

-- What the mechanism leaves open ----------------------------------------------------------------------------------------

create table config_version (
  version text primary key,
  id uuid not null default gen_random_uuid() constraint config_version_id_unique unique,
  effective_on date not null,
  body jsonb not null,
  state text not null,
  revision integer not null default 1,
  based_on text,
  created_by uuid references person,
  writers uuid[] not null,
  created_at timestamptz not null,
  published_by uuid references person,
  published_at timestamptz,
  constraint config_version_published_by_another check (published_by is null or not (published_by = any (writers))),
  constraint config_version_state_known check (state in ('draft', 'published', 'withdrawn'))
);
create index config_version_effective_idx on config_version (state, effective_on);
comment on table config_version is 'What the mechanism leaves open, version by version; a case is pinned to one.';

create table config_move (
  id uuid primary key,
  from_version text not null references config_version (version),
  to_version text not null references config_version (version),
  state text not null,
  started_by uuid not null references person,
  started_at timestamptz not null,
  undone_by uuid references person,
  undone_at timestamptz,
  finished_at timestamptz,
  total integer not null,
  moved integer not null default 0,
  failed integer not null default 0,
  restored integer not null default 0,
  "left" integer not null default 0,
  cursor text not null default '',
  constraint config_move_state_known check (state in ('moving', 'moved', 'undoing', 'undone'))
);
comment on table config_move is 'Moving running cases from a version to another: who started it, how far it is, whether it was undone.';

create table config_move_case (
  move_id uuid not null references config_move,
  code text not null,
  case_id uuid not null,
  state text not null,
  before jsonb not null,
  at timestamptz not null,
  primary key (move_id, code),
  constraint config_move_case_state_known check (state in ('moved', 'restored', 'left'))
);
comment on table config_move_case is 'What each moved clock was before, so that a move can be undone to the letter.';

-- The case --------------------------------------------------------------------------------------------------------------

-- One column for each region. What is told to fewer people than the rest has a column of its own: where an asylum claim
-- stands is not in `residence`, nor an asylum place in `housing`. A column that mixed both would have to be told apart at
-- each exit.
create table "case" (
  id uuid primary key,
  code text not null constraint case_code_unique unique,
  version integer not null,
  territory text not null,
  opened_at timestamptz not null,
  identification text not null,
  housing text not null,
  asylum_housing text not null,
  residence text not null,
  asylum text not null,
  judicial text not null,
  care text not null,
  minor text not null,
  consent text not null,
  closure text not null,
  facts jsonb not null,
  config_version text not null,
  updated_at timestamptz not null,
  constraint case_asylum_housing_known check (asylum_housing in ('unassessed', 'placement_requested', 'waiting_list',
    'refused_by_structure', 'matched', 'housed', 'security_alert', 'left', 'absconded', 'declined_by_person', 'ended')),
  constraint case_asylum_known check (asylum in ('none', 'pending', 'deciding', 'protected', 'refused')),
  constraint case_care_known check (care in ('none', 'needs_assessed', 'plan_active', 'plan_suspended', 'plan_completed')),
  constraint case_closure_known check (closure in ('open', 'exit_planned', 'closing', 'closed_inserted', 'closed_returned',
    'closed_lost', 'closed_transferred_abroad', 'closed_not_victim', 'closed_by_person', 'closed_deceased', 'reopened')),
  constraint case_consent_known check (consent in ('not_informed', 'informed', 'heard')),
  constraint case_housing_known check (housing in ('unassessed', 'no_need', 'emergency_local', 'placement_requested',
    'matched', 'pre_admission', 'housed_acse', 'housed_chrs_other', 'minor_placement', 'moved', 'left', 'ended',
    'waiting_list', 'refused_by_structure', 'declined_by_person', 'absconded', 'security_alert')),
  constraint case_identification_known check (identification in ('flagged', 'under_triage', 'presumed', 'formal_pending',
    'formally_identified', 'not_confirmed', 'insufficient_elements', 'duplicate_merged', 'transferred_territory',
    'court_recognised', 'review_open', 'restoring')),
  constraint case_judicial_known check (judicial in ('none', 'report_art40', 'complaint_filed', 'procedure_opened',
    'investigation', 'instruction', 'trial', 'convicted_final', 'acquitted_final', 'dismissed')),
  constraint case_minor_known check (minor in ('not_applicable', 'presumed_minor', 'age_disputed',
    'information_preoccupante', 'signalement', 'opp_issued', 'je_seized', 'measure_ordered', 'placed_distanced',
    'placed_secure', 'placed_common', 'runaway', 'majority_reached')),
  constraint case_residence_known check (residence in ('unknown', 'eu_or_french', 'regular_other', 'irregular',
    'reflection_offered', 'reflection_running', 'reflection_ended', 'reflection_interrupted', 'cst_applied',
    'cst_recepisse', 'cst_valid', 'cst_renewed', 'cr10', 'aps_psp', 'l425_11', 'humanitarian_discretion',
    'refused_permit', 'appeal'))
);
create index case_config_version_idx on "case" (config_version, code);
comment on table "case" is 'One person, from the first flag to closure. Region columns are written by the gate from the machine, never by hand.';

-- `met_at` and `met_input` are of what a clock did: when it spoke and what it said, by the count of where the person was met.
create table case_event (
  case_id uuid not null references "case",
  seq integer not null,
  at timestamptz not null,
  command text not null,
  input jsonb not null,
  sealed text[] not null,
  person_id uuid,
  org_id uuid,
  role text not null,
  territory text,
  basis text[] not null,
  basis_on date not null,
  consent_scope text,
  late boolean not null default false,
  met_at timestamptz,
  met_input jsonb,
  primary key (case_id, seq)
);
comment on table case_event is 'Append-only log of acts; replaying it gives the row of the case.';
comment on column case_event.met_at is 'When its clock spoke by the count of where the person was met.';

create table compartment (
  case_id uuid not null references "case",
  data_class text not null,
  seq integer not null,
  body bytea not null,
  primary key (case_id, data_class, seq),
  constraint compartment_class_known check (data_class in ('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'))
);
comment on table compartment is 'Values of a case by data class, encrypted under a key of that class.';

-- Two files of one person are found by what their identities have in common. What is kept for that is a keyed digest of
-- each name as it is heard and of each contact, under a key of its own: it finds candidates, tells nothing by itself, and a
-- stolen dump without the key cannot try names against it (it does show which cases share one). The birth year is not in
-- it. A mark hangs on the sealed value it was drawn from, and is erased with it.
create table identity_mark (
  case_id uuid not null,
  data_class text not null default 'B',
  seq integer not null,
  mark bytea not null,
  constraint identity_mark_pk primary key (case_id, seq, mark),
  constraint identity_mark_with_sealed foreign key (case_id, data_class, seq)
    references compartment on delete cascade,
  constraint identity_mark_of_identity check (data_class = 'B')
);
create index identity_mark_mark_idx on identity_mark (mark);
comment on table identity_mark is 'Keyed digests of names and contacts, to find two files of one person; gone with the sealed identity.';

-- Each consent says for itself whether it was given, taken back or lapsed.
create table consent (
  case_id uuid not null references "case",
  seq integer not null,
  scope text not null,
  state text not null,
  at timestamptz not null,
  language text,
  means text,
  interpreter boolean not null default false,
  expires_on date,
  primary key (case_id, scope, seq),
  constraint consent_scope_known check (scope in ('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H')),
  constraint consent_state_known check (state in ('given', 'withdrawn', 'lapsed'))
);

-- `due_at` is the day of the clock that the awaited act answers, `clock_at` that of the first of all the clocks that this
-- organisation sees. `sort_at` is there because reading a list page by page needs a value on every row. `told` counts how
-- often the case has moved for this organisation, as it is told: a hidden act moves nobody else's version.
create table participation (
  case_id uuid not null references "case",
  org_id uuid not null references organisation,
  capacity text not null,
  since timestamptz not null,
  until timestamptz,
  basis text not null,
  scope text,
  waits_for text,
  urgency smallint not null default 1,
  due_at timestamptz,
  due_in_month boolean not null default false,
  clock_at timestamptz,
  sort_at timestamptz generated always as (coalesce(due_at, timestamptz '9999-12-31 00:00:00+00')) stored,
  moved_at timestamptz not null,
  told integer not null default 1,
  primary key (case_id, org_id, capacity),
  constraint participation_capacity_known check (capacity in ('referent', 'flagger', 'cell', 'cell_member', 'prefecture',
    'police', 'acse', 'shelter', 'child_protection', 'prosecutor', 'labour', 'ofii', 'ofii_return', 'iom', 'dna_centre',
    'minor_shelter', 'juvenile_judge', 'ad_hoc_guardian', 'health', 'exit_programme', 'lawyer')),
  constraint participation_scope_known check (scope is null or scope in ('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'))
);
create index participation_todo_idx on participation (org_id, urgency, sort_at, case_id)
  where waits_for is not null and until is null;
create index participation_due_idx on participation (org_id, due_at, case_id) where until is null and due_at is not null;
create index participation_moved_idx on participation (org_id, moved_at desc, case_id) where until is null;
create index participation_clock_idx on participation (org_id, clock_at, case_id)
  where until is null and clock_at is not null;
comment on table participation is 'Which organisation takes part in which case, and in which capacity: the one source of row visibility.';
comment on column participation.due_in_month is 'The day on which it is awaited is sealed: due_at is the first day of its month.';

-- Rows and no column of `participation`: a running case must not hold on to an old right when the table changes.
create table sight (
  capacity text not null,
  data_class text not null,
  consent text,
  minors text check (minors in ('always', 'missing')),
  minors_only boolean not null,
  constraint sight_pk primary key (capacity, data_class)
);
comment on table sight is 'Which capacity may see which data class, and with which consent: written by migrate from the table of the code.';

-- Places, referrals and stays -------------------------------------------------------------------------------------------

-- `excluded_zones` are départements from which nobody may come, never where the place is. A place of the asylum scheme says
-- of which kind its centre is: some receive whoever seeks asylum, others whoever was given protection.
create table place (
  id uuid primary key default gen_random_uuid(),
  org_id uuid not null references organisation,
  kind text not null default 'acse',
  label text not null,
  sexes text[] not null,
  children smallint not null,
  languages text[] not null,
  accessible boolean not null default false,
  excluded_zones text[] not null default '{}',
  max_stay_months smallint,
  centre text,
  out_of_service text,
  out_until date,
  version integer not null default 1,
  constraint place_org_label_key unique (org_id, label),
  constraint place_centre_known check (centre is null or (kind = 'dna' and centre in ('cada', 'huda', 'cph'))),
  constraint place_kind_known check (kind in ('acse', 'dna', 'minor')),
  constraint place_out_of_service_known
    check (out_of_service is null or out_of_service in ('works', 'damage', 'staff', 'located', 'closing', 'other')),
  constraint place_out_until_with_reason check (out_until is null or out_of_service is not null)
);
create index place_org_id_idx on place (org_id);

create table place_address (
  place_id uuid primary key references place,
  body bytea not null
);
comment on table place_address is 'Class A: where a shelter is. Read by one route under its own role, and audited.';

-- A refusal leaves somebody waited for: the organisation that must send again or decide, and where a person was named, who.
-- Kept here, so that a worklist is written from it in the transaction of the act. Each sender has its own referral to a
-- recipient, as if it were the first: a request that joined another's would tell that there was one.
create table referral (
  id uuid primary key,
  case_id uuid not null references "case",
  kind text not null,
  state text not null,
  version integer not null,
  sender_org_id uuid not null references organisation,
  recipient_org_id uuid not null references organisation,
  place_id uuid references place,
  preview jsonb not null,
  sent_at timestamptz not null,
  answered_at timestamptz,
  reason text,
  escalated_to text,
  follow_up text,
  awaits_org_id uuid references organisation,
  awaits_person_id uuid references person,
  previous_id uuid,
  moved_at timestamptz not null,
  constraint referral_follow_up_known check (follow_up is null or follow_up in ('reoffer', 'escalate')),
  constraint referral_kind_known check (kind in ('acse', 'acse_place', 'dna', 'dna_place', 'minor_place', 'prefecture',
    'prosecutor', 'police', 'labour_inspection', 'child_protection', 'juvenile_judge', 'ad_hoc_guardian', 'health',
    'exit_programme', 'voluntary_return', 'return_iom', 'compensation_lawyer', 'cell')),
  constraint referral_state_known check (state in ('sent', 'questioned', 'escalated', 'accepted', 'declined', 'withdrawn',
    'transferred', 'ended'))
);
create index referral_case_id_idx on referral (case_id);
create index referral_recipient_idx on referral (recipient_org_id, moved_at desc, id);
create index referral_sender_idx on referral (sender_org_id, moved_at desc, id);
create unique index referral_one_live_for_sides_and_case on referral (case_id, kind, recipient_org_id, sender_org_id)
  where state in ('sent', 'questioned', 'escalated', 'accepted');

-- `deadline_id` is the clock that took this step: its moment is told by the count of whoever reads it.
create table referral_event (
  referral_id uuid not null references referral,
  seq integer not null,
  at timestamptz not null,
  command text not null,
  input jsonb not null,
  person_id uuid,
  org_id uuid,
  role text not null,
  deadline_id uuid,
  primary key (referral_id, seq)
);

-- A person who is moved keeps the bed until arrival: at most one is slept in and one is held. An asylum place may be held
-- beside another one, of which those who hold the other know nothing.
create table stay (
  id uuid primary key,
  case_id uuid not null references "case",
  place_id uuid not null references place,
  referral_id uuid not null references referral,
  pool text not null,
  state text not null,
  reserved_at timestamptz not null,
  admitted_on date,
  ended_at timestamptz,
  constraint stay_pool_known check (pool in ('acse', 'dna', 'minor')),
  constraint stay_state_known check (state in ('reserved', 'admitted', 'ended'))
);
create index stay_case_id_idx on stay (case_id);
create unique index stay_one_active_for_a_place on stay (place_id) where state in ('reserved', 'admitted');
create unique index stay_one_bed_for_a_person on stay (case_id) where state = 'admitted';
create unique index stay_one_held_for_a_person on stay (case_id, (pool = 'dna')) where state = 'reserved';

-- Whoever asked a recipient by link must tell its referrals apart, and the address cannot be read back: its first letter and
-- its domain are kept in `masked`.
create table referral_link (
  id uuid primary key,
  referral_id uuid not null constraint referral_link_referral_id_unique unique references referral,
  org_id uuid not null references organisation,
  generation integer not null,
  address bytea,
  masked text,
  expires_at timestamptz not null,
  mailed_at timestamptz
);
create index referral_link_org_idx on referral_link (org_id);
comment on table referral_link is 'The way in of a recipient without an account, to one referral: no token, a sealed address that only the mail reads.';

-- Clocks ----------------------------------------------------------------------------------------------------------------

-- Two counts of the days: where the person is, by which the clock acts, and where the person was met (`met_…`), told to
-- whoever may not know where that is. Beside them what was counted, which is of no place: from when, how long, and when it
-- stood still. From the day of some clocks a birth date is read: they keep their days sealed, and in clear only the month
-- that wakes them.
create table deadline (
  id uuid primary key,
  case_id uuid not null references "case",
  referral_id uuid references referral,
  code text not null,
  starts_on date not null,
  due_on date not null,
  due_at timestamptz not null,
  met_starts_on date not null,
  met_due_on date not null,
  met_due_at timestamptz not null,
  met_computation text[] not null,
  started_at timestamptz,
  counted_at timestamptz not null,
  length integer not null,
  unit text not null,
  since_majority boolean not null default false,
  stood jsonb not null default '[]',
  steps jsonb not null,
  next_step smallint not null default 0,
  next_at timestamptz,
  state text not null,
  computation text[] not null,
  sealed bytea,
  config_version text not null,
  fired_at timestamptz,
  late_seconds integer,
  suspended_at timestamptz,
  constraint deadline_state_known check (state in ('running', 'suspended', 'fired', 'stopped')),
  constraint deadline_suspended_since check (state <> 'suspended' or suspended_at is not null)
);
create index deadline_case_id_idx on deadline (case_id);
create index deadline_referral_id_idx on deadline (referral_id);
create index deadline_next_at_idx on deadline (next_at) where state = 'running';
comment on table deadline is 'The clocks. A row, never a timer: the worker fires it through the gate, late if it must.';
comment on column deadline.sealed is 'The days of a clock from which a birth date would be read; the row beside it tells the month.';
comment on column deadline.met_due_on is 'As counted where the person was met: told to whoever may not know where the person is.';
comment on column deadline.started_at is 'The moment of what opened it; null where it runs from the civil day of a document.';
comment on column deadline.counted_at is 'When it was counted: alerts that were past by then are left out.';
comment on column deadline.stood is 'The times that it stood still.';

-- A worker takes the cases whose clocks are due, for a minute that no other worker shares; a clock that fails is set back,
-- further each time, and can be counted; and each worker says that it lives, so that what a dead one held is taken again.
-- None of these rows says anything of a person, and none is a legal date. Their instants are real time, `now()`, whatever
-- the demonstration's clock says. They refer to their case and their clock without a foreign key, whose check would wait
-- for whoever acts on that case.
create table firing_lease (
  case_id uuid primary key,
  leased_by uuid not null,
  leased_until timestamptz not null
);
comment on table firing_lease is 'Which cases a worker has taken to fire their clocks, and until when nobody else may.';

-- Of an error the class alone is kept: its message might hold a name.
create table deadline_setback (
  deadline_id uuid primary key,
  attempts integer not null check (attempts > 0),
  retry_at timestamptz not null,
  error text not null check (length(error) <= 60)
);
comment on table deadline_setback is 'Clocks that could not be fired: how often it was tried, and when it is tried again.';

create table worker_beat (
  id text primary key,
  steady_since timestamptz not null,
  at timestamptz not null
);
comment on table worker_beat is 'Which workers live: each says so every few seconds. What a silent one held is taken again.';

-- The cell's meeting ----------------------------------------------------------------------------------------------------

create table meeting (
  id uuid primary key,
  territory text not null,
  org_id uuid not null references organisation,
  state text not null,
  version integer not null,
  starts_at timestamptz not null,
  place text,
  rules jsonb not null,
  convened_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  minutes jsonb,
  constraint meeting_state_known check (state in ('planned', 'convened', 'open', 'closed', 'cancelled'))
);
create index meeting_org_starts_idx on meeting (org_id, starts_at);
comment on table meeting is 'A meeting of a local cell, with the rules it was convened under and, once closed, its minutes.';

create table meeting_member (
  meeting_id uuid not null references meeting,
  person_id uuid not null references person,
  org_id uuid not null references organisation,
  org_type text not null,
  cell_org_id uuid not null,
  presence text not null default 'absent',
  primary key (meeting_id, person_id),
  constraint meeting_member_presence_known check (presence in ('in_person', 'video', 'absent'))
);
create index meeting_member_org_idx on meeting_member (org_id, meeting_id);

-- The code of the case is kept because a member no longer reads the case once it is decided.
create table meeting_item (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  case_id uuid not null references "case",
  case_code text not null,
  position smallint not null,
  state text not null,
  outcome text,
  tally jsonb,
  case_seq integer,
  settled_at timestamptz,
  constraint meeting_item_once unique (meeting_id, case_id),
  constraint meeting_item_state_known check (state in ('waiting', 'decided', 'adjourned', 'postponed'))
);
create index meeting_item_case_idx on meeting_item (case_id);

create table meeting_vote (
  item_id uuid not null references meeting_item,
  person_id uuid not null references person,
  cell_org_id uuid not null,
  voice text not null,
  recorded_by text not null,
  at timestamptz not null,
  constraint meeting_vote_once primary key (item_id, person_id),
  constraint meeting_vote_recorded_by_known check (recorded_by in ('member', 'secretary')),
  constraint meeting_vote_voice_known check (voice in ('in_favour', 'against', 'abstained'))
);
comment on table meeting_vote is 'One voice of one person on one case before a meeting: given once, never changed.';

-- Emergency access ------------------------------------------------------------------------------------------------------

create table glass_opening (
  id uuid primary key,
  case_id uuid not null references "case",
  person_id uuid not null,
  org_id uuid not null references organisation,
  role text not null,
  capacity text not null,
  classes text[] not null,
  reason text not null,
  words bytea,
  opened_at timestamptz not null,
  until timestamptz not null,
  state text not null,
  confirm_org_id uuid not null references organisation,
  told_orgs uuid[] not null,
  told_as text not null,
  settled_at timestamptz,
  settled_by uuid,
  refusal text,
  constraint glass_opening_place_for_police check (role = 'police' or not ('A' = any (classes))),
  constraint glass_opening_reason_known check (reason in ('life', 'missing', 'unable')),
  constraint glass_opening_refusal_known check (refusal is null or refusal in ('no_emergency', 'other_way', 'unknown')),
  constraint glass_opening_settled check ((state = 'open') = (settled_at is null)),
  constraint glass_opening_state_known check (state in ('open', 'confirmed', 'refused', 'lapsed')),
  constraint glass_opening_two_people check (settled_by is distinct from person_id),
  constraint glass_opening_within_sight check (cardinality(classes) > 0 and case capacity
    when 'flagger' then classes <@ '{B}'::text[] when 'cell' then classes <@ '{B,C}'::text[]
    when 'police' then classes <@ '{A,B,C}'::text[] when 'acse' then classes <@ '{B}'::text[]
    when 'shelter' then classes <@ '{B,C}'::text[] when 'labour' then classes <@ '{B}'::text[]
    when 'dna_centre' then classes <@ '{B,C}'::text[] when 'health' then classes <@ '{B}'::text[]
    else false end)
);
create index glass_opening_case_idx on glass_opening (case_id, opened_at);
create index glass_opening_person_idx on glass_opening (person_id, opened_at);
create index glass_opening_opened_idx on glass_opening (opened_at);
comment on table glass_opening is 'Emergency accesses: who opened which classes of which case, why, until when, and which second person answered.';

-- What a desk keeps -----------------------------------------------------------------------------------------------------

-- A notice names the line of a journal that tells what happened, and keeps none of its words: they are read under each
-- reader's own right, on the day they read. Told twice after a crash, it is still one.
create table notice (
  id uuid primary key,
  org_id uuid not null references organisation,
  about text not null,
  about_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  constraint notice_told_once unique (org_id, about, about_id, seq),
  constraint notice_about_known check (about in ('case', 'referral', 'reminder', 'meeting', 'opening'))
);
create index notice_org_at_idx on notice (org_id, at, id);
comment on table notice is 'Which organisation was told of which line of a journal, and when; swept after a month.';

-- For each person: a colleague's reading is not theirs.
create table notice_read (
  person_id uuid not null references person,
  org_id uuid not null references organisation,
  until timestamptz not null,
  constraint notice_read_pk primary key (person_id, org_id)
);
comment on table notice_read is 'Up to when a person has read what their organisation was told.';

create table draft (
  person_id uuid not null,
  kind text not null,
  body bytea not null,
  expires_at timestamptz not null,
  primary key (person_id, kind)
);

-- Of a request a keyed digest is kept, under a key of its own: from a plain one and a list of names, a dump would tell which
-- name had been written.
create table idempotency (
  person_id uuid not null,
  key text not null,
  request_mac text not null,
  aggregate text not null,
  aggregate_id uuid not null,
  at timestamptz not null,
  primary key (person_id, key)
);
create index idempotency_at_idx on idempotency (at);
comment on table idempotency is 'What a person already asked under a key: a repeated request is answered, not repeated.';

-- Figures ---------------------------------------------------------------------------------------------------------------

-- A release is made once for each civil quarter that has ended. Who read figures that were made again all the time could
-- subtract one state from the next, and got hidden counts back.
create table figure_release (
  number integer primary key,
  quarter text not null unique,
  as_of timestamptz not null unique,
  made_at timestamptz not null,
  flow jsonb not null,
  territories jsonb not null,
  months jsonb not null,
  constraint figure_release_quarter_named check (quarter ~ '^\d{4}-Q[1-4]$'),
  constraint figure_release_of_what_is_over check (made_at > as_of)
);
comment on table figure_release is 'National figures as they were released at the end of each quarter, small counts hidden; never changed.';

-- A release tells what was so at the end of its quarter, even one that is made late. Flags and acts bear their date; where a
-- case stood does not, so that its first change after a quarter's end leaves behind where it stood until then.
create table case_standing (
  case_id uuid not null references "case" on delete cascade,
  until timestamptz not null,
  territory text not null,
  identification text not null,
  housing text not null,
  minor text not null,
  closure text not null,
  primary key (case_id, until)
);
comment on table case_standing is 'Where a case stood until its first change after the end of a quarter, for the figures of that quarter.';

-- Audit -----------------------------------------------------------------------------------------------------------------

create table audit_event (
  chain text not null,
  seq bigint not null,
  at timestamptz not null,
  person_id uuid,
  org_id uuid,
  role text not null,
  action text not null,
  object text not null,
  outcome text not null,
  detail text not null,
  previous bytea not null,
  hash bytea not null,
  primary key (chain, seq)
);
create index audit_event_at_idx on audit_event (at);
comment on table audit_event is 'Acts, readings and denials, chained by hash for each case.';

create table audit_head (
  chain text primary key,
  seq bigint not null,
  hash bytea not null
);

-- The demonstration -----------------------------------------------------------------------------------------------------

-- Its visitors let weeks pass to see what they bring. At most one row, and none anywhere else.
create table demonstration_clock (
  single boolean primary key default true check (single),
  ahead interval not null check (ahead >= interval '0' and ahead < interval '30 years')
);
comment on table demonstration_clock is 'How far the demonstration is ahead of the day; no row anywhere else.';
