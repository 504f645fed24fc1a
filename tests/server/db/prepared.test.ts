import pg from 'pg'
import { describe, expect, it, vi } from 'vitest'
import { loadConfig } from '../../../server/config.ts'
import { openDatabase, openOwner } from '../../../server/db/client.ts'
import { keysFrom } from '../../../server/keys.ts'
import { createLog } from '../../../server/log.ts'
import { ownerWhoSignsIn, prepareDatabase, refuseOwner, requirePrepared } from '../../../server/prepare.ts'
import { forFile } from '../../support/for-file.ts'
import { freshDatabase } from '../../support/running/db.ts'
import journal from '../../../migrations/meta/_journal.json' with { type: 'json' }

const db = await forFile(freshDatabase())
const log = createLog('silent')
const config = loadConfig({
  DATABASE_URL: 'postgresql://127.0.0.1/mnio',
  OIDC_ISSUER: 'https://id.example',
  OIDC_CLIENT_ID: 'mnio',
  OIDC_CLIENT_SECRET: 'a-secret'
})
const prepare = () => prepareDatabase(db.url, { config, keys: db.keys, log })
const asSuperuser = async (statement: string) => {
  const superuser = new pg.Client({ connectionString: db.superuserUrl })
  await superuser.connect()
  await superuser.query(statement).finally(() => superuser.end())
}
const broken = async (statement: string, undo: string, named: RegExp) => {
  await db.owner.query(statement)
  await expect(requirePrepared(db, config), statement).rejects.toThrow(named)
  await db.owner.query(undo)
}

describe('a server refuses', () => {
  it.each([
    'postgresql://mnio:secret@db.example/mnio',
    'postgresql://mnio@db.example/mnio',
    'postgresql://postgres@db.example/mnio',
    'postgresql://mnio_app:secret@db.example/mnio',
    'postgresql://db.example/mnio?user=mnio',
    'postgresql://db.example/mnio?password=secret',
    'postgresql://db.example/mnio?options=-c%20role%3Dmnio'
  ])('an address by which somebody could own: %s', (address) => {
    expect(() => refuseOwner(address)).toThrow('./mnio migrate')
    expect(() => refuseOwner(address)).not.toThrow('secret')
  })

  it('and takes one that says where the database is, or names the role of requests', () => {
    for (const address of [
      'postgresql://db.example:5433/mnio?sslmode=verify-full',
      'postgresql://mnio_app@db.example/mnio'
    ])
      expect(() => refuseOwner(address)).not.toThrow()
  })

  it('a database that nobody prepared, or that another release prepared last', async () => {
    await expect(requirePrepared(db, config)).rejects.toThrow('fictional demonstration')
    await prepare()
    await expect(requirePrepared(db, config)).resolves.toBeUndefined()
    const last = '(select max(created_at) from drizzle.__drizzle_migrations)'
    const move = (by: string) =>
      `update drizzle.__drizzle_migrations set created_at = created_at ${by} where created_at = ${last}`
    await broken(move('- 1'), move('+ 1'), /run “.\/mnio migrate”/)
    const { digest } = (await db.owner.query<{ digest: string }>('select digest from drizzle.release'))
      .rows[0]!
    const other = `update drizzle.release set digest = 'another'`
    await broken(other, `update drizzle.release set digest = '${digest}'`, /run “.\/mnio migrate”/)
    // Prepared anew, it is of this release whatever prepared it before.
    await broken(other, 'select', /run “.\/mnio migrate”/)
    await prepare()
    await expect(requirePrepared(db, config)).resolves.toBeUndefined()
    await broken(
      'revoke delete on notice from mnio_worker',
      'grant delete on notice to mnio_worker',
      /grant delete on table notice to mnio_worker/
    )
    await expect(requirePrepared(db, { ...config, demonstration: true })).rejects.toThrow(
      'real identity provider'
    )
    await expect(requirePrepared(db, config)).resolves.toBeUndefined()
  })

  it('a database whose roles have another key, and says whom it could not be', async () => {
    const other = openDatabase({ url: db.url, keys: keysFrom(Buffer.alloc(32, 9)), log, size: 1 })
    await expect(requirePrepared(other, config)).rejects.toThrow(
      'cannot sign in to its database as mnio_worker'
    )
    await other.close()
  })
})

const when = (tag: string) => journal.entries.find((one) => one.tag === tag)!.when

describe('what prepares a database', () => {
  it('lets the owner go, and a second time migrates nothing', async () => {
    const applied = async () =>
      (await db.owner.query('select * from drizzle.__drizzle_migrations order by id')).rows
    const before = await applied()
    await prepare()
    expect(await applied()).toEqual(before)
    const owners = `select pid from pg_stat_activity where datname = current_database() and usename not like 'mnio\\_%'`
    // The one that asks is the owner's of this test; PostgreSQL ends a session a moment after it was let go.
    await expect.poll(async () => (await db.owner.query(owners)).rows, { timeout: 20_000 }).toHaveLength(1)
  })

  it('brings a database from before this role to it, and its server then serves', async () => {
    // As the release before it left the database: no row of this migration and of those after it, none of what they made.
    await asSuperuser('drop owned by mnio_worker')
    await db.owner.query(
      `drop trigger membership_only_ends on membership; drop trigger session_only_ends on session;
       drop function let_time_pass; drop table drizzle.release; drop function end_handings, erase_handings;
       drop table settlement, mail_wish, mail_call, calendar_feed, saved_view, device_key, case_link cascade;
       drop function settlements_follow, line_begins_again, forget_keys_of_session cascade;
       drop function calendar_known, forget_device_keys, carry_device_keys, sees_class, knows_origin, erase_links;
       drop schema stat cascade; drop policy outbox_counted on outbox; drop index outbox_one_count;
       drop table release, release_table, release_report, meeting_followup, administrative_figure, exact_export, service_offer cascade;
       drop function keep_release, enqueue_release, exact_cells, forget_exact_cells, figures_since, offers_help cascade;
       drop trigger membership_of_kind on membership; drop trigger keepings_followed on organisation;
       create function may_invite(uuid) returns boolean language sql as 'select false';
       alter policy invitation_made on invitation with check (may_invite(org_id)); drop function may_invite(uuid, jsonb);
       alter policy organisation_proposal_read on organisation_proposal using (true);
       alter policy organisation_proposal_made on organisation_proposal with check (true);
       alter policy organisation_proposal_settled on organisation_proposal using (true);
       alter policy participation_own_or_gate on participation using (true); alter policy meeting_item_read on meeting_item using (true);
       drop policy meeting_item_for_owner on meeting_item; drop policy meeting_member_called_in on meeting_member;
       drop trigger meeting_vote_withdrawn on meeting_vote;
       alter table meeting_member drop column stands_in; alter table meeting_item drop column without;
       alter table organisation_proposal drop column role; drop table kind_role, meeting_recusal;
       drop function withdrew, withdrawn_lines, may_rejoin, voice_given, voices_stand, votes_where_called, may_call_in;
       drop function role_fits, membership_of_kind, confirms_seat, confirmed_there, keepings_follow, organisation_keepings;
       drop trigger identifier_followed on organisation; drop trigger seats_stay on organisation; drop trigger unsent_followed on organisation;
       drop trigger invitation_kept on invitation; drop trigger membership_opens_sessions on membership;
       drop trigger session_acts_by_own on session; drop trigger session_acts_by_another on session;
       drop function invitation_kept, seats_stay, seats_end, seat_agreed, seat_offered_by_two, is_away, access_opened, audited_person;
       drop function acting_membership, session_acts_by_own, membership_opens_sessions, unsent_follows;
       alter policy draft_own on draft using (true) with check (true); alter table draft drop column org_id, add constraint draft_pkey primary key (person_id, kind); alter table person drop column acts_as;
       alter table meeting_item drop column court; drop trigger opinion_kept on case_event; drop function opinion_kept, opinion_refused, first_opinions, fallen_opinions, close_as, close_houses;
       drop trigger undo_requests_lapse on "case"; drop trigger accompanies_again on organisation;
       drop function undo_requests_lapse, accompanies_again, seat_lives, may_ask_back; alter table participation drop column left_told;
       drop function second_voices; drop function lost_referent, tell_left_alone, come_as_team, merge_changes, identifier_follows, audited_chain;
       drop policy court_referent_for_owner on court_referent; drop policy meeting_for_owner on meeting;
       drop policy meeting_member_for_owner on meeting_member; drop policy meeting_vote_for_owner on meeting_vote;
       drop policy notice_read_for_owner on notice_read; drop policy organisation_proposal_for_owner on organisation_proposal;
       drop table undo_request cascade; drop function concludes_undo, entered_act;
       drop trigger second_administers on membership; drop index organisation_merged_idx;
       drop function second_administers, offers_of_one_end, administered_by_two, house_today, houses_before, ties_of;
       drop trigger habilitation_apart on habilitation; drop function habilitation_apart;
       drop trigger habilitation_runs_on on habilitation; drop function habilitation_runs_on, regime_runs;
       alter table membership drop column warning_mailed_at; drop function tell_fallen;
       drop trigger warned_by_hand on membership; drop trigger offers_end_with_manager on membership; drop trigger approval_said on case_event;
       drop function offers_end_with_manager, warned_by_hand, approval_said, approved_on;
       alter table membership drop column warned_by_hand_at, drop column warned_by;
       drop trigger regime_held on case_event; drop function regime_held; drop table regime_need;
       drop trigger kind_mended on organisation; drop trigger accompanying_begins on participation;
       drop function kind_mended, organisation_begun, accompanying_begins, accompanies_anew;
       drop function left_to_cell, leave_unread, would_leave_unread, unread_with;
       drop trigger last_access_ended on membership; drop trigger first_access_given on membership;
       drop function last_access_ended, first_access_given, leave_alone, would_leave_alone, alone_with, acts_today, cell_unread;
       drop policy access_review_counted on access_review; drop function reviews_due, access_beside, previews_of;
       drop policy notice_of_protocol on notice;
       alter table organisation drop column review_told_again;
       create table figure_release (as_of timestamptz); create table case_standing (until timestamptz);
       alter table notice drop column told_at; alter table participation drop column marks, drop column runs;
       alter table sight drop column coarse;
       delete from drizzle.__drizzle_migrations where created_at >= ${when('0018_worker')}`
    )
    await expect(requirePrepared(db, config)).rejects.toThrow()
    await prepare()
    await expect(requirePrepared(db, config)).resolves.toBeUndefined()
  })

  it('gives way to an owner of one’s own who is no superuser', async () => {
    await asSuperuser(`alter role mnio login password 'for-a-while'`)
    const url = Object.assign(new URL(db.url), { username: 'mnio', password: 'for-a-while', search: '' }).href
    const owner = openOwner({ url, keys: db.keys, log })
    expect((await owner.query('select session_user as who')).rows).toEqual([{ who: 'mnio' }])
    await owner.end()
    await prepareDatabase(url, { config, keys: db.keys, log })
    expect(await ownerWhoSignsIn(db)).toBe('mnio')
    await asSuperuser('alter role mnio nologin password null')
    expect(await ownerWhoSignsIn(db)).toBeNull()
    const again = openOwner({ url, keys: db.keys, log })
    await expect(again.query('select 1')).rejects.toMatchObject({ code: expect.stringMatching(/^28/) })
    await again.end()
    await expect(requirePrepared(db, config)).resolves.toBeUndefined()
  })
})

describe('a release is another one', () => {
  /** What a release would keep of itself, were one of its tables another. */
  const keptWith = async (path?: string, table: object = {}) => {
    vi.resetModules()
    if (path) vi.doMock(path, async (original) => ({ ...(await original<object>()), ...table }))
    const { keepRelease } = await import('../../../server/db/release.ts')
    const kept: unknown[] = []
    await keepRelease({ query: async (_text: string, values: unknown[]) => kept.push(...values) } as never)
    if (path) vi.doUnmock(path)
    return kept[0]
  }

  it.each([
    ['its words', '../../../server/db/vocabularies.ts', { vocabularies: {} }],
    ['its table of sight', '../../../server/db/sight.ts', { sightRows: () => [] }],
    ['its first configuration', '../../../workflows/configuration/versions/2026-09.ts', { september2026: {} }]
  ])('where %s are others', async (_what, path, table) => {
    const own = await keptWith()
    expect(own).toMatch(/^[0-9a-f]{64}$/)
    expect(await keptWith(path, table)).not.toBe(own)
    expect(await keptWith()).toBe(own)
  })
})
