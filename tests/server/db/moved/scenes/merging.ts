import { parts } from './merging.parts.ts'
import type { Scene } from '../rows.ts'

const admin = {
  organisation: {
    platform: { type: 'platform', status: 'accredited' },
    gone: { type: 'association', status: 'accredited', territory: '69', name: 'Gone' },
    here: { type: 'association', status: 'accredited', territory: '69', name: 'Here' },
    other: { type: 'association', status: 'accredited', territory: '69', name: 'Other' }
  },
  membership: { administers: { person_id: 'admin', org_id: 'platform', role: 'admin' } },
  organisation_proposal: {
    merge: {
      org_id: 'gone',
      kind: 'merge',
      into_org: 'here',
      state: 'confirmed',
      proposed_by: 'admin.bis',
      settled_by: 'admin'
    }
  }
} as const
const asked = {
  as: { person: 'admin', org: 'platform', role: 'admin' },
  first: `update organisation_proposal set settled_in = pg_current_xact_id()::text where row_name in ('merge', 'twin')`,
  says: `select come_as_team(md5('gone')::uuid, md5('here')::uuid), merge_organisation(md5('gone')::uuid, md5('here')::uuid)`
} as const

const refused = (
  organisation: { gone?: object; here?: object; other?: object },
  organisation_proposal: object = {}
): Scene => ({
  ...asked,
  rows: {
    ...admin,
    organisation: {
      ...admin.organisation,
      gone: { ...admin.organisation.gone, ...organisation.gone },
      here: { ...admin.organisation.here, ...organisation.here },
      other: { ...admin.organisation.other, ...organisation.other }
    },
    organisation_proposal: { merge: { ...admin.organisation_proposal.merge, ...organisation_proposal } }
  },
  says: `select merge_organisation(md5('gone')::uuid, md5('here')::uuid)`
})

export const merging: Record<string, Scene> = {
  people: {
    ...asked,
    rows: {
      ...admin,
      membership: {
        ...admin.membership,
        ana: { person_id: 'ana', org_id: 'gone', role: 'asso', manager: true },
        'ben leaves tomorrow': { person_id: 'ben', org_id: 'gone', role: 'asso', until: '+1 day' },
        'cid has left': { person_id: 'cid', org_id: 'gone', role: 'asso', until: 'now' },
        dan: { person_id: 'dan', org_id: 'gone', role: 'asso' },
        'dan here': { person_id: 'dan', org_id: 'here', role: 'asso', manager: true },
        'eve elsewhere': { person_id: 'eve', org_id: 'other', role: 'asso' },
        'fil sits': {
          person_id: 'fil',
          org_id: 'gone',
          role: 'cell_member',
          alternate: true,
          absent_from: '+2 days',
          absent_until: '+4 days'
        }
      },
      invitation: {
        'open offer': { org_id: 'gone', role: 'asso' },
        'used offer': { org_id: 'gone', role: 'asso', used_at: '-3 days', used_by: 'ana' },
        'withdrawn offer': { org_id: 'gone', role: 'asso', withdrawn_at: '-3 days' },
        'offer here': { org_id: 'here', role: 'asso' }
      },
      organisation_proposal: {
        ...admin.organisation_proposal,
        'waits of it': { org_id: 'gone', kind: 'move', state: 'waiting' },
        'waits into it': { org_id: 'other', kind: 'merge', into_org: 'gone', state: 'waiting' },
        'settled of it': { org_id: 'gone', kind: 'move', state: 'refused', settled_by: 'admin' },
        'waits of another': { org_id: 'other', kind: 'move', state: 'waiting' }
      },
      device_key: {
        key: { person_id: 'ana', org_id: 'gone', role: 'asso', private_half: '\\x01' },
        'key elsewhere': { person_id: 'eve', org_id: 'other', role: 'asso', private_half: '\\x01' }
      },
      draft: {
        'both typed': { person_id: 'ana', org_id: 'gone', kind: 'flag' },
        'both typed here': { person_id: 'ana', org_id: 'here', kind: 'flag' },
        'another kind': { person_id: 'ana', org_id: 'gone', kind: 'act' },
        'of another person': { person_id: 'ben', org_id: 'gone', kind: 'flag' },
        'typed elsewhere': { person_id: 'ben', org_id: 'other', kind: 'act' }
      },
      saved_view: {
        'view of both': { person_id: 'ana', org_id: 'gone', asked: 'a' },
        'view of both here': { person_id: 'ana', org_id: 'here', asked: 'a' },
        'another view': { person_id: 'ana', org_id: 'gone', asked: 'b' },
        'view of another person': { person_id: 'ben', org_id: 'gone', asked: 'a' },
        'view elsewhere': { person_id: 'ben', org_id: 'other', asked: 'b' }
      },
      notice: {
        'told to both': { org_id: 'gone', about: 'case', about_id: 'c1', seq: 1 },
        'told to both here': { org_id: 'here', about: 'case', about_id: 'c1', seq: 1 },
        'told of a later act': { org_id: 'gone', about: 'case', about_id: 'c1', seq: 2 },
        'told of another thing': { org_id: 'gone', about: 'left', about_id: 'c1', seq: 1 },
        'told of another case': { org_id: 'gone', about: 'case', about_id: 'c2', seq: 1 },
        'told elsewhere': { org_id: 'other', about: 'case', about_id: 'c2', seq: 1 }
      },
      notice_read: {
        'read in both': { person_id: 'ana', org_id: 'gone' },
        'read in both here': { person_id: 'ana', org_id: 'here' },
        read: { person_id: 'ben', org_id: 'gone' },
        'read elsewhere': { person_id: 'dan', org_id: 'other' }
      }
    }
  },
  parts: { ...asked, rows: { ...admin, ...parts } },
  'into another than was said': refused({}, { into_org: 'other' }),
  'of another than was said': refused({}, { org_id: 'other' }),
  'said of another thing': refused({}, { kind: 'move' }),
  'said by one person': refused({}, { proposed_by: 'admin' }),
  'confirmed by somebody else': refused({}, { settled_by: 'admin.bis', proposed_by: 'third' }),
  refused: refused({}, { state: 'refused' }),
  'confirmed before': { ...refused({}), first: 'select 1' },
  'into a house that is suspended': refused({ here: { status: 'suspended' } }),
  'a house that was closed': refused({ gone: { status: 'closed' } }),
  'a house that is suspended': refused({ gone: { status: 'suspended' } }),
  'houses of two kinds': refused({ here: { type: 'shelter' } }),
  'two platforms': refused({ gone: { type: 'platform' }, here: { type: 'platform' } }),
  'two who answer by link': refused({ gone: { type: 'external' }, here: { type: 'external' } }),
  'one house with itself': {
    ...refused({}, { into_org: 'gone' }),
    says: `select merge_organisation(md5('gone')::uuid, md5('gone')::uuid)`
  },
  'two houses of two territories': {
    ...asked,
    rows: {
      ...admin,
      organisation: { ...admin.organisation, here: { ...admin.organisation.here, territory: '13' } },
      membership: {
        ...admin.membership,
        sits: { person_id: 'ana', org_id: 'gone', role: 'cell_member' },
        works: { person_id: 'ben', org_id: 'gone', role: 'asso' },
        'sits elsewhere': { person_id: 'dan', org_id: 'other', role: 'cell_member' }
      },
      service_offer: { offers: { org_id: 'gone' }, 'offers elsewhere': { org_id: 'other' } }
    }
  },
  'one of them has an identifier': refused({ gone: { directory_id: 'a' }, other: { directory_id: 'c' } }),
  'each has an identifier': refused({ gone: { directory_id: 'a' }, here: { directory_id: 'b' } }),
  'the other has an identifier': refused({ here: { directory_id: 'b' } })
}
