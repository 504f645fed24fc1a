const part = (case_id: string, org_id: string, more: object = {}) => ({
  case_id,
  org_id,
  capacity: 'referent',
  ...more
})

// What the house that goes has, what both have, and what is of another.
export const parts = {
  participation: {
    'here left to another': part('c14', 'here', { until: '-1 day' }),
    'another has it now': part('c14', 'other'),
    'follows what another left': part('c15', 'gone'),
    'another left it': part('c15', 'other', { until: '-1 day' }),
    'follows what here flagged': part('c16', 'gone'),
    'here flagged': part('c16', 'here', { capacity: 'flagger', until: '-1 day' }),
    follows: part('c1', 'gone', { told: 3, waits_for: 'her', due_at: '+3 days' }),
    followed: part('c2', 'gone', { until: '-1 day' }),
    'both follow': part('c3', 'gone', {
      told: 3,
      waits_for: 'her',
      due_at: '+3 days',
      clock_at: '+3 days',
      line: '\\x01'
    }),
    'both follow here': part('c3', 'here', { told: 5 }),
    'follows what here followed': part('c4', 'gone', {
      ...{
        since: '-9 days',
        basis: 'consent',
        scope: 'A',
        told: 3,
        moved_at: '-2 days',
        waits_for: 'her',
        urgency: 4,
        due_at: '+3 days'
      },
      ...{ due_in_month: true, clock_at: '+2 days', line: '\\x01', line_tables: 'gone' }
    }),
    'what here followed': part('c4', 'here', {
      ...{
        since: '-5 days',
        until: '-1 day',
        basis: 'emergency',
        scope: 'B',
        told: 5,
        moved_at: '-4 days',
        waits_for: 'it',
        urgency: 2,
        due_at: '+9 days'
      },
      ...{ clock_at: '+8 days', line: '\\x02', line_tables: 'here' }
    }),
    'follows later what here followed': part('c10', 'gone', {
      since: '-5 days',
      told: 3,
      moved_at: '-4 days',
      urgency: 4
    }),
    'what here followed earlier': part('c10', 'here', {
      since: '-9 days',
      until: '-1 day',
      told: 5,
      moved_at: '-2 days'
    }),
    flagged: part('c3', 'gone', { capacity: 'flagger' }),
    'followed what here followed': part('c5', 'gone', { until: '-1 day' }),
    'what here followed too': part('c5', 'here', { until: '-2 days' }),
    'follows elsewhere': part('c1', 'other'),
    'reads what here withdrew from': part('c6', 'gone', {
      ...{ capacity: 'cell_member', waits_for: 'it', due_at: '+1 day', clock_at: '+1 day', line: '\\x01' }
    }),
    'accompanies what here withdrew from': part('c6', 'gone'),
    'read what here withdrew from': part('c11', 'gone', { capacity: 'cell_member', until: '-1 day' }),
    'reads what here came back to': part('c7', 'gone', { capacity: 'cell_member' }),
    'reads what one of here withdrew from': part('c8', 'gone', { capacity: 'cell_member' }),
    'reads what another withdrew from': part('c9', 'gone', { capacity: 'cell_member' }),
    'reads elsewhere': part('c6', 'other', { capacity: 'cell_member' }),
    'here read once': part('c13', 'here', { capacity: 'cell_member', until: '-1 day' }),
    'works on what it withdrew from': part('c12', 'gone', { capacity: 'cell_member', until: '-1 day' })
  },
  meeting_recusal: {
    'withdrew, and had ended': { case_id: 'c13', org_id: 'here', whole: true },
    withdrew: { case_id: 'c6', org_id: 'here', whole: true },
    'came back': { case_id: 'c7', org_id: 'here', whole: true, ended_at: '-1 day' },
    'one withdrew': { case_id: 'c8', org_id: 'here', whole: false },
    'another withdrew': { case_id: 'c9', org_id: 'other', whole: true, cell_org_id: 'other' },
    'it withdrew': { case_id: 'c12', org_id: 'gone', whole: true, cell_org_id: 'gone' }
  },
  case_handing: {
    'handed here': { case_id: 'c1', from_org_id: 'gone', to_org_id: 'here', state: 'proposed' },
    'handed from here': { case_id: 'c2', from_org_id: 'here', to_org_id: 'gone', state: 'proposed' },
    'taken here': {
      case_id: 'c3',
      from_org_id: 'gone',
      to_org_id: 'here',
      state: 'accepted',
      settled_at: '-1 day'
    },
    'taken from here': {
      case_id: 'c7',
      from_org_id: 'here',
      to_org_id: 'gone',
      state: 'accepted',
      settled_at: '-1 day'
    },
    'handed away': { case_id: 'c4', from_org_id: 'gone', to_org_id: 'other', state: 'proposed' },
    'handed to it': { case_id: 'c5', from_org_id: 'other', to_org_id: 'gone', state: 'proposed' },
    'handed elsewhere': { case_id: 'c9', from_org_id: 'other', to_org_id: 'third', state: 'proposed' },
    'handed from here away': { case_id: 'c6', from_org_id: 'here', to_org_id: 'other', state: 'proposed' }
  },
  glass_opening: {
    opened: { case_id: 'c1', org_id: 'gone', confirm_org_id: 'other', told_orgs: ['other', 'gone'] },
    'to confirm': { case_id: 'c2', org_id: 'other', confirm_org_id: 'gone', told_orgs: ['here'] },
    'opened elsewhere': { case_id: 'c2', org_id: 'other', confirm_org_id: 'other', told_orgs: ['other'] }
  },
  meeting_member: {
    sits: { meeting_id: 'm1', person_id: 'ana', org_id: 'gone', cell_org_id: 'other' },
    'sits in its cell': { meeting_id: 'm2', person_id: 'eve', org_id: 'other', cell_org_id: 'gone' },
    'sits elsewhere': { meeting_id: 'm3', person_id: 'eve', org_id: 'other', cell_org_id: 'other' }
  },
  place: { bed: { org_id: 'gone', label: 'a' }, 'bed elsewhere': { org_id: 'other', label: 'a' } },
  settlement: { camp: { org_id: 'gone' }, 'camp elsewhere': { org_id: 'other' } },
  meeting: { meets: { org_id: 'gone' }, 'meets elsewhere': { org_id: 'other' } },
  meeting_vote: {
    voted: { item_id: 'i1', person_id: 'ana', cell_org_id: 'gone' },
    'voted elsewhere': { item_id: 'i2', person_id: 'ana', cell_org_id: 'other' }
  },
  meeting_followup: {
    'to follow up': { meeting_id: 'm1', case_id: 'c1', cell_org_id: 'gone' },
    'to follow up elsewhere': { meeting_id: 'm2', case_id: 'c1', cell_org_id: 'other' }
  },
  case_link: {
    linked: { low_id: 'c1', high_id: 'c2', kind: 'a', made_org: 'gone' },
    'linked elsewhere': { low_id: 'c1', high_id: 'c2', kind: 'b', made_org: 'other' }
  },
  court_referent: { 'to call': { court_id: 'gone' }, 'to call elsewhere': { court_id: 'other' } },
  referral: {
    sent: { sender_org_id: 'gone', recipient_org_id: 'other', awaits_org_id: 'other', state: 'sent' },
    received: { sender_org_id: 'other', recipient_org_id: 'gone', state: 'ended' },
    waits: {
      sender_org_id: 'other',
      recipient_org_id: 'other',
      awaits_org_id: 'gone',
      state: 'questioned'
    },
    'sent elsewhere': {
      sender_org_id: 'other',
      recipient_org_id: 'here',
      awaits_org_id: 'other',
      state: 'sent'
    }
  },
  service_offer: { offers: { org_id: 'gone' }, 'offers here': { org_id: 'here' } }
}
