import type { Scene } from '../rows.ts'

// Who is asked for: one question, by each who differs in one thing from those whom it is for.
const house = (type: string, more: object = {}) => ({ type, status: 'accredited', territory: '69', ...more })
const work = (person_id: string, org_id: string, role: string, more: object = {}) => ({
  person_id,
  org_id,
  role,
  ...more
})
const by = (person: string, org: string, role: string) => ({ person, org, role })
const organisation = {
  platform: house('platform'),
  'asleep platform': house('platform', { status: 'suspended' }),
  mine: house('association'),
  asleep: house('association', { status: 'suspended' }),
  other: house('association', { territory: '13' }),
  prefecture: house('prefecture'),
  'asleep prefecture': house('prefecture', { status: 'suspended' }),
  'prefecture elsewhere': house('prefecture', { territory: '13' }),
  cell: house('cell'),
  'asleep cell': house('cell', { status: 'suspended' }),
  'cell elsewhere': house('cell', { territory: '13' }),
  prosecution: house('prosecution'),
  'prosecution of a court': house('prosecution', { court: '69.lyon' }),
  'prosecution asleep': house('prosecution', { status: 'suspended' }),
  'prosecution elsewhere': house('prosecution', { territory: '13' }),
  jirs: house('jirs')
}

export const whose: Record<string, Scene> = {
  'who administers': {
    rows: {
      organisation,
      membership: {
        m1: work('admin', 'platform', 'admin'),
        m2: work('until tomorrow', 'platform', 'admin', { until: '+1 day' }),
        m3: work('until now', 'platform', 'admin', { until: 'now' }),
        m4: work('dpo', 'platform', 'dpo'),
        m5: work('asleep', 'asleep platform', 'admin'),
        m6: work('no platform', 'mine', 'admin')
      }
    },
    askers: {
      'who administers': by('admin', 'platform', 'admin'),
      'who does until tomorrow': by('until tomorrow', 'platform', 'admin'),
      'who did until now': by('until now', 'platform', 'admin'),
      'who protects data': by('dpo', 'platform', 'admin'),
      'who administers, as another': by('admin', 'platform', 'dpo'),
      'who administers, elsewhere': by('admin', 'mine', 'admin'),
      'somebody else': by('else', 'platform', 'admin'),
      'who administers what is asleep': by('asleep', 'asleep platform', 'admin'),
      'who administers no platform': by('no platform', 'mine', 'admin')
    },
    says: 'select administers(), administrators()'
  },
  'who manages access': {
    rows: {
      organisation,
      membership: {
        m1: work('manages', 'mine', 'asso', { manager: true }),
        m2: work('until tomorrow', 'mine', 'asso', { manager: true, until: '+1 day' }),
        m3: work('until now', 'mine', 'asso', { manager: true, until: 'now' }),
        m4: work('works', 'mine', 'asso'),
        m5: work('manages asleep', 'asleep', 'asso', { manager: true }),
        m6: work('manages elsewhere', 'other', 'asso', { manager: true }),
        m7: work('manages elsewhere', 'mine', 'asso')
      }
    },
    askers: {
      'who manages': by('manages', 'mine', 'asso'),
      'who does until tomorrow': by('until tomorrow', 'mine', 'asso'),
      'who did until now': by('until now', 'mine', 'asso'),
      'who works there': by('works', 'mine', 'asso'),
      'who manages a house asleep': by('manages asleep', 'asleep', 'asso'),
      'who manages another': by('manages elsewhere', 'other', 'asso'),
      'who manages another, here': by('manages elsewhere', 'mine', 'asso'),
      'who manages, from elsewhere': by('manages', 'other', 'asso')
    },
    says: `select manages(md5('mine')::uuid), manages(md5('asleep')::uuid) as asleep, manages(md5('other')::uuid) as other`
  },
  'who confirms, prepares and signs': {
    rows: { organisation },
    askers: Object.fromEntries(
      [
        ['prefecture', 'prefecture'],
        ['prefecture', 'cell_member'],
        ['asleep prefecture', 'prefecture'],
        ['prefecture elsewhere', 'prefecture'],
        ['mine', 'prefecture'],
        ['cell', 'cell_secretary'],
        ['cell', 'cell_member'],
        ['asleep cell', 'cell_secretary'],
        ['cell elsewhere', 'cell_secretary'],
        ['mine', 'cell_secretary'],
        ['prosecution', 'prosecutor'],
        ['prosecution', 'cell_member'],
        ['prosecution of a court', 'prosecutor'],
        ['prosecution asleep', 'prosecutor'],
        ['prosecution elsewhere', 'prosecutor'],
        ['mine', 'prosecutor'],
        ['jirs', 'prosecutor']
      ].map(([org, role]) => [`${org} as ${role}`, by('somebody', org!, role!)])
    ),
    says: `select concat_ws(' ', case when confirms_regime(md5('mine')::uuid, 'psp') then 'psp' end, case when confirms_regime(md5('mine')::uuid, 'flag') then 'flag' end,
      case when confirms_regime(md5('other')::uuid, 'psp') then 'psp-elsewhere' end,
      (select string_agg(kind, ' ') from unnest(array['invite', 'seat', 'absence', 'move']) kind where confirms_seat(md5('mine')::uuid, kind, 'cell_member')),
      case when confirms_seat(md5('mine')::uuid, 'seat', 'asso') then 'seat-as-asso' end, case when confirms_seat(md5('other')::uuid, 'seat', 'cell_member') then 'seat-elsewhere' end,
      case when prepares_protocol('69') then 'prepares' end, case when prepares_protocol('13') then 'prepares-elsewhere' end,
      'side', protocol_side('69'), 'court', protocol_side('69.lyon'), 'another-court', protocol_side('69.villefranche')) as may`
  },
  'who keeps whom to call': {
    rows: { organisation, membership: { m1: work('admin', 'platform', 'admin') } },
    askers: {
      'the administration': by('admin', 'platform', 'admin'),
      'a prosecutor there': by('somebody', 'prosecution', 'prosecutor'),
      'a member there': by('somebody', 'prosecution', 'cell_member'),
      'a prosecutor elsewhere': by('somebody', 'prosecution elsewhere', 'prosecutor'),
      'a prosecutor of a house asleep': by('somebody', 'prosecution asleep', 'prosecutor')
    },
    says: `select string_agg(row_name, ', ' order by row_name) as of from organisation where keeps_referents(id)`
  },
  'who follows a case in a house of teams': {
    rows: {
      organisation: { mine: house('association', { by_team: true }) },
      caseload: Object.fromEntries(
        [
          ['by her', { person_id: 'her' }],
          ['by her team', { team_id: 'team' }],
          ['by whom she stands for', { person_id: 'stood' }],
          ['by another', { person_id: 'another' }],
          ['by another team', { team_id: 'another team' }],
          ['until now', { person_id: 'her', until: 'now' }],
          ['until tomorrow', { person_id: 'her', until: '+1 day' }],
          ['from tomorrow', { person_id: 'her', since: '+1 day' }],
          ['from now', { person_id: 'her', since: 'now' }],
          ['in another house', { person_id: 'her', org_id: 'other' }]
        ].map(([name, more]) => [
          `f ${name as string}`,
          { case_id: name as string, org_id: 'mine', ...(more as object) }
        ])
      ),
      participation: {
        p1: { case_id: 'by another', org_id: 'mine', capacity: 'cell_member' },
        p2: { case_id: 'by another team', org_id: 'mine', capacity: 'referent' },
        p3: { case_id: 'until now', org_id: 'other', capacity: 'cell_member' }
      }
    },
    askers: {
      her: { ...by('her', 'mine', 'asso'), reads: 'followed', teams: 'team', stands: 'her,stood' },
      'who reads all': { ...by('chief', 'mine', 'asso'), reads: 'all' },
      'who sits': { ...by('sits', 'mine', 'cell_member'), reads: 'followed' }
    },
    says: `select string_agg(substr(row_name, 3), ', ' order by row_name) filter (where follows(case_id)) as follows,
      string_agg(substr(row_name, 3), ', ' order by row_name) filter (where reads_case(case_id)) as reads from caseload`
  },
  'who has withdrawn': {
    rows: {
      membership: {
        w1: work('her', 'mine', 'cell_member'),
        w2: work('her', 'also', 'asso'),
        w3: work('her', 'until tomorrow', 'asso', { until: '+1 day' }),
        w4: work('her', 'until now', 'asso', { until: 'now' }),
        w5: work('another', 'other', 'asso')
      },
      meeting_recusal: Object.fromEntries(
        [
          ['herself', { person_id: 'her', org_id: 'mine' }],
          ['herself, taken back', { person_id: 'her', org_id: 'mine', ended_at: '-1 day' }],
          ['a colleague', { person_id: 'x', org_id: 'mine' }],
          ['her house', { person_id: 'x', org_id: 'mine', whole: true }],
          ['her house, taken back', { person_id: 'x', org_id: 'mine', whole: true, ended_at: '-1 day' }],
          ['her other house', { person_id: 'x', org_id: 'also', whole: true }],
          ['one of her other house', { person_id: 'x', org_id: 'also' }],
          ['where she works until tomorrow', { person_id: 'x', org_id: 'until tomorrow', whole: true }],
          ['where she worked', { person_id: 'x', org_id: 'until now', whole: true }],
          ['another house', { person_id: 'x', org_id: 'other', whole: true }]
        ].map(([name, more]) => [`r ${name as string}`, { case_id: name as string, ...(more as object) }])
      ),
      meeting_item: {
        i1: { meeting_id: 'm1', case_id: 'herself', case_code: 'line of hers' },
        i2: { meeting_id: 'm1', case_id: 'a colleague', case_code: 'line of a colleague' },
        i3: { meeting_id: 'm2', case_id: 'her house', case_code: 'line of another meeting' }
      }
    },
    askers: { her: by('her', 'mine', 'cell_member'), 'her, as another': by('her', 'also', 'asso') },
    says: `select string_agg(substr(row_name, 3), ', ' order by row_name) filter (where withdrew(case_id)) as from, array(select withdrawn_lines(md5('m1')::uuid)) as lines from meeting_recusal`
  }
}
