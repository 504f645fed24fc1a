import type { Scene } from '../rows.ts'

const of = (more: object) => ({ role: 'cell_member', org_id: 'moves', ...more })
const offer = (more: object) => ({
  ...{
    org_id: 'mine',
    role: 'asso',
    email: 'a@b.fr',
    invited_by: 'leaves',
    manager: false,
    alternate: false
  },
  ...more
})

export const seats: Record<string, Scene> = {
  'a house goes to another territory': {
    rows: {
      organisation: {
        platform: { type: 'platform', status: 'accredited' },
        moves: { type: 'prefecture', status: 'accredited', territory: '69' },
        other: { type: 'prefecture', status: 'accredited', territory: '69' }
      },
      membership: {
        administers: { person_id: 'eve', org_id: 'platform', role: 'admin' },
        sits: of({ person_id: 'ana' }),
        'sits until tomorrow': of({ person_id: 'ben', until: '+1 day' }),
        sat: of({ person_id: 'cid', until: '-1 day' }),
        works: of({ person_id: 'ana', role: 'prefecture' }),
        'sits elsewhere': of({ person_id: 'dan', org_id: 'other' })
      },
      session: {
        'acts by the seat': { person_id: 'ana', membership_id: 'sits', id_hash: '1', id: 's1' },
        'acts by no right yet': { person_id: 'ana', id_hash: '2', id: 's2' },
        'acts by the other right': { person_id: 'ana', membership_id: 'works', id_hash: '3', id: 's3' },
        'acted by the seat': {
          person_id: 'ana',
          membership_id: 'sits',
          revoked_at: '-1 day',
          ended_from: 'here',
          id_hash: '4',
          id: 's4'
        },
        'of another': { person_id: 'dan', membership_id: 'sits elsewhere', id_hash: '5', id: 's5' },
        'of who sat': { person_id: 'cid', id_hash: '6', id: 's6' }
      },
      device_key: {
        key: { person_id: 'ana', private_half: '\\x01' },
        'key of another': { person_id: 'dan', private_half: '\\x01' }
      },
      invitation: {
        offered: of({}),
        used: of({ used_at: '-1 day', used_by: 'ana' }),
        withdrawn: of({ withdrawn_at: '-1 day' }),
        'offered as another': of({ role: 'prefecture' }),
        'offered elsewhere': of({ org_id: 'other' })
      },
      organisation_proposal: {
        proposed: { org_id: 'moves', kind: 'invite', state: 'waiting', body: { role: 'cell_member' } },
        refused: {
          org_id: 'moves',
          kind: 'invite',
          state: 'refused',
          settled_by: 'eve',
          body: { role: 'cell_member' }
        },
        'proposed as another': {
          org_id: 'moves',
          kind: 'invite',
          state: 'waiting',
          body: { role: 'prefecture' }
        },
        'proposed of none': { org_id: 'moves', kind: 'move', state: 'waiting' },
        'proposed elsewhere': {
          org_id: 'other',
          kind: 'invite',
          state: 'waiting',
          body: { role: 'cell_member' }
        }
      },
      participation: {
        reads: {
          case_id: 'c1',
          org_id: 'moves',
          capacity: 'cell_member',
          waits_for: 'it',
          due_at: '+1 day',
          clock_at: '+1 day',
          line: '\\x01'
        },
        read: { case_id: 'c2', org_id: 'moves', capacity: 'cell_member', until: '-1 day' },
        'works on': { case_id: 'c1', org_id: 'moves', capacity: 'prefecture', waits_for: 'it' },
        'reads elsewhere': { case_id: 'c1', org_id: 'other', capacity: 'cell_member', waits_for: 'it' }
      }
    },
    as: { person: 'eve', org: 'platform', role: 'admin' },
    says: `update organisation set territory = '13' where row_name = 'moves'`
  },
  'a house that nobody accredited yet goes to another territory': {
    rows: {
      organisation: { moves: { type: 'prefecture', status: 'pending', territory: '69' } },
      membership: { sits: of({ person_id: 'ana' }) }
    },
    says: `update organisation set territory = '13' where row_name = 'moves'`
  },
  'a house keeps its territory': {
    rows: {
      organisation: { moves: { type: 'prefecture', status: 'accredited', territory: '69' } },
      membership: { sits: of({ person_id: 'ana' }) }
    },
    says: `update organisation set territory = '69' where row_name = 'moves'`
  },
  ...Object.fromEntries(
    Object.entries<object>({
      'who managed access leaves': { until: '-1 day' },
      'who managed access manages it by another right': {},
      'who managed access manages it until tomorrow': { until: '+1 day' },
      'who managed access works on': { manager: false },
      'who managed access manages it elsewhere': { org_id: 'other' }
    }).map(([what, second]): [string, Scene] => [
      what,
      {
        rows: {
          organisation: {
            mine: { type: 'association', status: 'accredited', territory: '69' },
            other: { type: 'association', status: 'accredited', territory: '69' }
          },
          membership: {
            first: { person_id: 'leaves', org_id: 'mine', role: 'asso', manager: true },
            second: { person_id: 'leaves', org_id: 'mine', role: 'cell_member', manager: true, ...second },
            third: { person_id: 'colleague', org_id: 'mine', role: 'asso', manager: true }
          },
          invitation: {
            offered: offer({}),
            'offered by a colleague': offer({ invited_by: 'colleague' }),
            'offered elsewhere': offer({ org_id: 'other' }),
            used: offer({ used_at: '-1 day', used_by: 'ana' }),
            withdrawn: offer({ withdrawn_at: '-1 day' }),
            'offered by two': offer({ role: 'cell_member', email: 'two@b.fr' }),
            'refused by the second': offer({ role: 'cell_member', email: 'no@b.fr' }),
            'of another address': offer({ role: 'cell_member', email: 'three@b.fr' })
          },
          organisation_proposal: {
            p1: {
              org_id: 'mine',
              kind: 'invite',
              state: 'confirmed',
              body: { role: 'cell_member', email: 'two@b.fr', manager: false, alternate: false }
            },
            p2: {
              org_id: 'mine',
              kind: 'invite',
              state: 'refused',
              body: { role: 'cell_member', email: 'no@b.fr', manager: false, alternate: false }
            },
            p3: {
              org_id: 'other',
              kind: 'invite',
              state: 'confirmed',
              body: { role: 'cell_member', email: 'three@b.fr', manager: false, alternate: false }
            },
            p4: {
              org_id: 'mine',
              kind: 'seat',
              state: 'confirmed',
              body: { role: 'cell_member', email: 'three@b.fr', manager: false, alternate: false }
            }
          }
        },
        says: `update membership set manager = false where row_name = 'first'`
      }
    ])
  ),
  ...Object.fromEntries(
    Object.entries<object>({
      'a second administrator comes': {},
      'one administrator comes after another has left': { until: '-1 day' }
    }).map(([what, more]): [string, Scene] => [
      what,
      {
        rows: {
          organisation: { platform: { type: 'platform', status: 'accredited' } },
          membership: {
            first: { person_id: 'admin', org_id: 'platform', role: 'admin', since: '-9 days', ...more }
          },
          invitation: {
            'offered by one': offer({ org_id: 'platform', role: 'admin' }),
            'offered by two': offer({ org_id: 'platform', role: 'admin', email: 'two@b.fr' }),
            used: offer({ org_id: 'platform', role: 'admin', used_at: '-1 day', used_by: 'ana' }),
            withdrawn: offer({ org_id: 'platform', role: 'admin', withdrawn_at: '-1 day' }),
            'offered to another role': offer({ org_id: 'platform', role: 'dpo' })
          },
          organisation_proposal: {
            p1: {
              org_id: 'platform',
              kind: 'invite',
              state: 'confirmed',
              body: { role: 'admin', email: 'two@b.fr', manager: false, alternate: false }
            }
          }
        },
        says: `insert into membership (person_id, org_id, role, since) values (md5('second')::uuid, md5('platform')::uuid, 'admin', wall_clock())`
      }
    ])
  )
}
