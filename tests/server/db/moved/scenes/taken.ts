import type { Scene } from '../rows.ts'

const house = (more: object = {}) => ({ type: 'association', status: 'accredited', territory: '69', ...more })
const names = (...all: string[]) => Object.fromEntries(all.map((name) => [name, house()]))
const invited = (id: string, more: object = {}) => ({
  ...{
    org_id: 'mine',
    role: 'asso',
    email: 'new@b.fr',
    generation: 2,
    expires_at: '+1 day',
    manager: true,
    id
  },
  ...more
})
const bound = (invitation: object, membership: object = {}, person: object = {}): Scene => ({
  rows: {
    organisation: { mine: house(), asleep: house({ status: 'suspended' }), other: house() },
    person: { her: { email: 'old@b.fr', ...person }, another: { email: 'other@b.fr' } },
    membership: {
      'of another': { person_id: 'another', org_id: 'mine', role: 'asso' },
      'of another, elsewhere': { person_id: 'another', org_id: 'other', role: 'asso' },
      ...membership
    },
    invitation: {
      offered: invited('offered', invitation),
      'offered too': invited('offered too', { email: 'x@b.fr' })
    }
  },
  as: { person: 'her' },
  says: `select bind_invitation(md5('offered')::uuid, 2, 'said@b.fr') is null as nothing; update membership set id = md5('bound')::uuid where row_name is null;
    update invitation set membership_id = null where membership_id is not null`
})

const letter = { org_id: 'x', mailed_at: '-1 day', address: '\\x01' }
const sent = (more: object = {}) => ({ case_id: 'case', sender_org_id: 'mine', sent_at: '-3 days', ...more })
const letters = (capacity: string, more: object = {}): Scene => ({
  rows: {
    organisation: {
      ...names('mine', 'theirs', 'third'),
      came: house({ status: 'closed', merged_into: 'theirs' })
    },
    participation: {
      mine: { case_id: 'case', org_id: 'mine', capacity, ...more },
      'mine too': { case_id: 'another', org_id: 'mine', capacity }
    },
    referral: {
      mine: sent(),
      'not named': sent(),
      'of another case': sent({ case_id: 'another' }),
      'never mailed': sent(),
      'of no address': sent(),
      'of who asked': sent({ sender_org_id: 'theirs' }),
      'of who asked, of another act': sent({ sender_org_id: 'theirs', sent_at: '-2 days' }),
      'of a third': sent({ sender_org_id: 'third' }),
      'of who was declined': sent({ sender_org_id: 'theirs', sent_at: '-5 days' })
    },
    referral_link: Object.fromEntries(
      [
        'mine',
        'not named',
        'of another case',
        'never mailed',
        'of no address',
        'of who asked',
        'of who asked, of another act',
        'of a third',
        'of who was declined'
      ].map((name) => [
        `link ${name}`,
        {
          ...letter,
          referral_id: name,
          ...(name === 'never mailed'
            ? { mailed_at: null }
            : name === 'of no address'
              ? { address: null }
              : {})
        }
      ])
    ),
    case_event: {
      e1: { case_id: 'case', seq: 4, org_id: 'came', at: '-3 days' },
      e2: { case_id: 'case', seq: 5, org_id: 'theirs', at: '-2 days' },
      e3: { case_id: 'case', seq: 6, org_id: 'theirs', at: '-5 days' },
      e4: { case_id: 'another', seq: 4, org_id: 'theirs', at: '-2 days' }
    },
    undo_request: {
      u1: { case_id: 'case', seq: 4, state: 'asked' },
      u2: { case_id: 'case', seq: 6, state: 'declined' },
      u3: { case_id: 'another', seq: 4, state: 'asked' }
    }
  },
  as: { person: 'me', org: 'mine', role: 'asso', case: 'case' },
  says: `select put_error_letters(array(select id from referral where row_name <> 'not named'))`
})

export const taken: Record<string, Scene> = {
  'an offer is taken up': bound({}),
  'an offer is taken up by who works there': bound(
    { alternate: true, manager: false },
    { works: { person_id: 'her', org_id: 'mine', role: 'asso', manager: true } }
  ),
  'an offer is taken up by who worked there': bound(
    {},
    { worked: { person_id: 'her', org_id: 'mine', role: 'asso', until: '-1 day' } }
  ),
  'an offer is taken up by who works elsewhere': bound(
    {},
    { elsewhere: { person_id: 'her', org_id: 'other', role: 'asso' } }
  ),
  'an offer is taken up by who works elsewhere for a day more': bound(
    {},
    { elsewhere: { person_id: 'her', org_id: 'other', role: 'asso', until: '+1 day' } }
  ),
  'an offer is taken up by who worked elsewhere': bound(
    {},
    { elsewhere: { person_id: 'her', org_id: 'other', role: 'asso', until: 'now' } }
  ),
  'an offer is taken up by who works elsewhere and has no address': bound(
    {},
    { elsewhere: { person_id: 'her', org_id: 'other', role: 'asso' } },
    { email: null }
  ),
  'an older letter': bound({ generation: 3 }),
  'an offer that was used': bound({ used_at: '-1 day', used_by: 'another' }),
  'an offer that was withdrawn': bound({ withdrawn_at: '-1 day' }),
  'an offer that has expired': bound({ expires_at: 'now' }),
  'an offer of a house that is suspended': bound({ org_id: 'asleep' }),
  'an offer, and nobody signed in': { ...bound({}), as: {} },
  'another offer': {
    ...bound({}),
    says: `select bind_invitation(md5('none')::uuid, 2, 'a') is null as nothing`
  },
  'letters of what was sent in error': letters('referent'),
  'letters of what was sent in error, by who does not conclude': letters('flagger'),
  'letters of what was sent in error, by who has left': letters('referent', { until: 'now' })
}
