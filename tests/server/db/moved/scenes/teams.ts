import type { Scene } from '../rows.ts'

const admin = { person: 'admin', org: 'platform', role: 'admin' }
const merge = {
  as: admin,
  first: `update organisation_proposal set settled_in = pg_current_xact_id()::text`,
  says: `select come_as_team(md5('gone')::uuid, md5('here')::uuid), merge_organisation(md5('gone')::uuid, md5('here')::uuid)`
}
const work = (person_id: string, org_id: string, more: object = {}) => ({
  person_id,
  org_id,
  role: 'asso',
  ...more
})
const rows = (gone: boolean, here: boolean) => ({
  organisation: {
    platform: { type: 'platform', status: 'accredited' },
    gone: { type: 'association', status: 'accredited', territory: '69', name: 'Gone', by_team: gone },
    here: { type: 'association', status: 'accredited', territory: '69', name: 'Here', by_team: here },
    other: { type: 'association', status: 'accredited', territory: '69', name: 'Other', by_team: true }
  },
  organisation_proposal: {
    merge: {
      org_id: 'gone',
      kind: 'merge',
      into_org: 'here',
      state: 'confirmed',
      proposed_by: 'admin.bis',
      settled_by: 'admin'
    }
  },
  membership: {
    administers: work('admin', 'platform', { role: 'admin' }),
    ana: work('ana', 'gone', { manager: true }),
    'ana sits': work('ana', 'gone', { role: 'cell_member' }),
    'ben leaves tomorrow': work('ben', 'gone', { until: '+1 day' }),
    'cid left': work('cid', 'gone', { until: 'now' }),
    dan: work('dan', 'here', { manager: true }),
    'dan sits': work('dan', 'here', { role: 'cell_member' }),
    'eve works in both': work('eve', 'here'),
    'eve works in both, there': work('eve', 'gone'),
    'fil left here': work('fil', 'here', { until: 'now' }),
    'gus leaves here tomorrow': work('gus', 'here', { until: '+1 day' }),
    hal: work('hal', 'other')
  },
  participation: {
    p1: { case_id: 'of the one', org_id: 'gone', capacity: 'referent' },
    p2: { case_id: 'sat on', org_id: 'gone', capacity: 'cell_member' },
    p3: { case_id: 'of both', org_id: 'gone', capacity: 'referent' },
    p4: { case_id: 'of both', org_id: 'here', capacity: 'flagger' },
    p5: { case_id: 'of here', org_id: 'here', capacity: 'referent' },
    p6: { case_id: 'sat on here', org_id: 'here', capacity: 'cell_member' },
    p7: { case_id: 'of another', org_id: 'other', capacity: 'referent' },
    p8: { case_id: 'followed by here', org_id: 'gone', capacity: 'referent' },
    p9: { case_id: 'followed before', org_id: 'here', capacity: 'referent' }
  },
  referral: {
    r1: { case_id: 'asked of the one', recipient_org_id: 'gone', sender_org_id: 'other', state: 'sent' },
    r2: { case_id: 'asked of here', recipient_org_id: 'here', sender_org_id: 'other', state: 'sent' },
    r3: { case_id: 'asked of another', recipient_org_id: 'other', sender_org_id: 'gone', state: 'sent' }
  },
  glass_opening: {
    g1: { case_id: 'opened', org_id: 'gone', confirm_org_id: 'other' },
    g2: { case_id: 'to confirm', org_id: 'other', confirm_org_id: 'gone' },
    g3: { case_id: 'opened elsewhere', org_id: 'other', confirm_org_id: 'other' }
  }
})
const theirs = {
  team: {
    't gone': { org_id: 'gone', name: 'Accueil' },
    't gone too': { org_id: 'gone', name: 'Nuit' },
    't other': { org_id: 'other', name: 'Nuit' }
  },
  team_member: {
    'ana in it': { team_id: 't gone', org_id: 'gone', person_id: 'ana' },
    'eve in it': { team_id: 't gone', org_id: 'gone', person_id: 'eve' },
    'gus was in it': { team_id: 't gone', org_id: 'gone', person_id: 'gus', until: '-1 day' },
    'dan in another': { team_id: 't other', org_id: 'other', person_id: 'dan' }
  },
  team_cover: {
    covers: { org_id: 'gone', absent_id: 'ana', cover_id: 'ben', until: '+1 day' },
    'covers elsewhere': { org_id: 'other', absent_id: 'hal', cover_id: 'ben', until: '+1 day' }
  },
  caseload: {
    'follows both': { case_id: 'of both', org_id: 'gone', team_id: 't gone', since: '-5 days' },
    follows: { case_id: 'of the one', org_id: 'gone', team_id: 't gone', since: '-5 days' },
    followed: { case_id: 'followed before', org_id: 'gone', team_id: 't gone', until: '-1 day' },
    'follows elsewhere': { case_id: 'of here', org_id: 'other', team_id: 't other' }
  }
}
const ours = {
  team: {
    't here': { org_id: 'here', name: 'Accueil' },
    't here too': { org_id: 'here', name: 'Jour' },
    't elsewhere': { org_id: 'other', name: 'Gone' }
  },
  caseload: {
    'followed here': { case_id: 'followed by here', org_id: 'here', team_id: 't here', since: '-5 days' },
    'followed here once': { case_id: 'of the one', org_id: 'here', team_id: 't here', until: '-1 day' },
    'followed elsewhere': { case_id: 'of the one', org_id: 'other', team_id: 't elsewhere' },
    'both follow': { case_id: 'of both', org_id: 'here', team_id: 't here', since: '-5 days' }
  }
}
const both = { team: { ...theirs.team, ...ours.team }, caseload: { ...theirs.caseload, ...ours.caseload } }
const mine = { person: 'ana', org: 'gone', role: 'asso' }

const lead = (team_member: object): Scene => ({
  rows: {
    organisation: rows(true, false).organisation,
    membership: { ...rows(true, false).membership, 'cid works elsewhere': work('cid', 'other') },
    team_member: {
      'is of a team': { team_id: 't gone', org_id: 'gone', person_id: 'ana' },
      'was of a team': { team_id: 't gone too', org_id: 'gone', person_id: 'ana', until: '+1 day' },
      'leads elsewhere': { team_id: 't other', org_id: 'other', person_id: 'hal', leads: true },
      'led and has left': { team_id: 't gone', org_id: 'gone', person_id: 'cid', leads: true },
      'is of another': { team_id: 't here', org_id: 'other', person_id: 'ana' },
      ...team_member
    }
  },
  as: mine,
  says: 'select take_lead()'
})

export const teams: Record<string, Scene> = {
  'a house without teams comes to one with teams': { ...merge, rows: { ...rows(false, true), ...ours } },
  'a house of nobody comes to one with teams': {
    ...merge,
    rows: {
      ...rows(false, true),
      ...ours,
      membership: {
        administers: work('admin', 'platform', { role: 'admin' }),
        'cid left': work('cid', 'gone', { until: 'now' })
      }
    }
  },
  'a house of who leaves tomorrow comes to one with teams': {
    ...merge,
    rows: {
      ...rows(false, true),
      participation: {},
      membership: {
        administers: work('admin', 'platform', { role: 'admin' }),
        'ben leaves tomorrow': work('ben', 'gone', { until: '+1 day' })
      }
    },
    says: `select come_as_team(md5('gone')::uuid, md5('here')::uuid)`
  },
  'a house comes as a team where another was confirmed': {
    ...merge,
    rows: rows(false, true),
    says: `select come_as_team(md5('gone')::uuid, md5('other')::uuid)`
  },
  'a house comes to one that has a team of its name': {
    ...merge,
    rows: {
      ...rows(false, true),
      membership: { administers: work('admin', 'platform', { role: 'admin' }), ana: work('ana', 'gone') },
      participation: {},
      team: { 't here': { org_id: 'here', name: 'Gone' } }
    },
    says: `select come_as_team(md5('gone')::uuid, md5('here')::uuid); update team set name = regexp_replace(name, '[0-9a-f]{4}$', '…') where row_name is null`
  },
  'a house with teams comes to one without': {
    ...merge,
    rows: { ...rows(true, false), ...theirs },
    // Whoever is named works, or worked, in one of them.
    says: `${merge.says}; update caseload set by_id = md5('somebody')::uuid where row_name is null`
  },
  'a house with teams comes to one with teams': {
    ...merge,
    rows: { ...rows(true, true), ...theirs, ...both }
  },
  'neither works in teams': { ...merge, rows: rows(false, false) },
  'a house comes as a team that nobody confirmed': {
    ...merge,
    first: 'select 1',
    rows: rows(false, true),
    says: `select come_as_team(md5('gone')::uuid, md5('here')::uuid)`
  },
  'a house begins to work in teams': {
    rows: rows(false, true),
    as: mine,
    says: `select found_team(md5('first team')::uuid, 'First')`
  },
  'a house that has teams founds no first one': {
    rows: rows(true, true),
    as: mine,
    says: `select found_team(md5('first team')::uuid, 'First')`
  },
  'nobody leads': lead({}),
  'somebody leads until tomorrow': lead({
    'leads until tomorrow': {
      team_id: 't gone too',
      org_id: 'gone',
      person_id: 'ben',
      leads: true,
      until: '+1 day'
    }
  }),
  'somebody led until now': lead({
    'led until now': { team_id: 't gone too', org_id: 'gone', person_id: 'ben', leads: true, until: 'now' }
  })
}
