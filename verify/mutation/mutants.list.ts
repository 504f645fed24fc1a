import type { Mutant } from './mutant.ts'

export const mutants: readonly Mutant[] = [
  {
    property: 'I-01',
    file: 'workflows/regions/care.ts',
    find: "to: 'needs_assessed',",
    replace: "to: 'needs_assessed',\n    guards: ['procedureOpen'],",
    why: 'needs are assessed only once a procedure is open'
  },
  {
    property: 'I-02',
    file: 'workflows/regions/residence/reflection.ts',
    find: "opens: [{ code: 'D-REFLEX', startsOn: 'handedOn', restarts: true }],",
    replace: "opens: [{ code: 'D-REFLEX', restarts: true }],",
    why: 'reflection runs from the day the act is recorded'
  },
  {
    property: 'I-03',
    file: 'workflows/regions/residence/reflection.ts',
    find: 'isOver(handedOn, by) ? {} : { removalBar: true, rights: rightsOpened(facts.territory) }',
    replace: 'isOver(handedOn, by) ? {} : { rights: rightsOpened(facts.territory) }',
    why: 'the receipt bars no removal',
    acts: ['reflection.offer', 'prefecture.request', 'receipt.handed']
  },
  {
    property: 'I-04',
    file: 'workflows/regions/residence/reflection.ts',
    find: "public_order: { fr: 'menace grave pour l’ordre public', en: 'serious threat to public order' }",
    replace:
      "public_order: { fr: 'menace grave', en: 'serious threat' }, other: { fr: 'autre', en: 'other' }",
    why: 'a third reason interrupts reflection'
  },
  {
    property: 'I-05',
    file: 'workflows/regions/residence/permit.ts',
    find: "guards: ['thirdCountry', 'complaintMade'],",
    replace: "guards: ['thirdCountry'],",
    why: 'the one-year permit is asked for without a complaint',
    acts: ['grounds.record', 'person.inform', 'consent.record', 'complaint.file', 'permit.apply']
  },
  {
    property: 'I-06',
    file: 'workflows/regions/residence/permit.ts',
    find: "guards: ['thirdCountry', 'complaintMade'],",
    replace: "guards: ['thirdCountry', 'complaintMade', 'factsNotAllAbroad'],",
    why: 'facts abroad close the permit'
  },
  {
    property: 'I-07',
    file: 'workflows/guards/guards.ts',
    find: 'scope === null || isMinor(facts) ||',
    replace: 'scope === null ||',
    why: 'a minor’s consent is waited for'
  },
  {
    property: 'I-08',
    file: 'workflows/regions/housing/housing.ts',
    find: "const neverAMinor = [{ to: 'unassessed', when: 'minorOrDoubt' }] as const",
    replace: 'const neverAMinor = [] as const',
    why: 'a request goes on for who turns out to be a minor',
    acts: ['acse.request', 'facts.complete', 'housing.no_need', 'acse.declined_by_person']
  },
  {
    property: 'I-09',
    file: 'workflows/referral/kinds/housing.ts',
    find: 'eligible: byAsylum,',
    replace: 'eligible: [],',
    why: 'anyone is sent to the asylum scheme'
  },
  {
    property: 'I-10',
    file: 'workflows/regions/formal.ts',
    find: "to: 'not_confirmed',",
    replace: "to: 'insufficient_elements',",
    why: 'a negative of the police makes the elements insufficient'
  },
  {
    property: 'I-11',
    file: 'figures/mask/mask.ts',
    find: 'public: 11,',
    replace: 'public: 3,',
    why: 'counts of three persons are published'
  },
  {
    property: 'I-12',
    file: 'workflows/regions/care.ts',
    find: "done: { fr: 'Plan repris', en: 'Plan resumed' },\n    input: closed({ withHer }),",
    replace:
      "done: { fr: 'Plan repris', en: 'Plan resumed' },\n    input: closed({ shelterAddress: withHer }),",
    why: 'an act asks for an address'
  },
  {
    property: 'I-13',
    file: 'workflows/referral/kinds/residence.ts',
    find: "coarse: ['F', 'K'],",
    replace: "coarse: ['K'],",
    why: 'the prefecture reads the stage of the procedure'
  },
  {
    property: 'I-14',
    file: 'workflows/referral/kinds/judicial.ts',
    find: "route: 'factsPlace',",
    replace: "route: 'territory',",
    why: 'facts go to the prosecution of the cell’s seat'
  },
  {
    property: 'I-14',
    file: 'workflows/facts/facts.ts',
    find: '(isMinor(facts) ? facts.foundIn : null)',
    replace: "(isMinor(facts) ? facts.foundIn : '75')",
    why: 'for want of a known place, facts go to a prosecution nobody named'
  },
  {
    property: 'I-15',
    file: 'workflows/regions/residence/renewal.ts',
    find: "checks: ['endsAfterStart'],\n    guards: ['procedureOpen'],",
    replace: "checks: ['endsAfterStart'],",
    why: 'the permit is renewed without a procedure'
  },
  {
    property: 'I-16',
    file: 'workflows/deadlines/clocks/justice.ts',
    find: "frozenWhile: 'minorOrDoubt'",
    replace: 'frozenWhile: null',
    why: 'a minor’s time to claim runs'
  },
  {
    property: 'I-17',
    file: 'workflows/regions/consent.ts',
    find: "effects: [{ type: 'endConsentedSharing' }],",
    replace: 'effects: [],',
    why: 'a withdrawal ends no sharing'
  },
  {
    property: 'I-18',
    file: 'workflows/deadlines/row.ts',
    find: "status: 'statute' } as const",
    replace: "status: 'statute', endsWithCase: true } as const",
    why: 'closing stops the clocks of the law',
    acts: ['permit.apply', 'permit.issue', 'case.close']
  },
  {
    property: 'I-19',
    file: 'workflows/regions/care.ts',
    find: "basis: ['CASF.L311-3', 'MNIO.CARE'],",
    replace: 'basis: [],',
    why: 'an act rests on nothing'
  },
  {
    property: 'I-20',
    file: 'workflows/regions/care.ts',
    find: 'reason: choice(suspensionReasons, {',
    replace:
      "offence: { type: 'string', 'x-mnio': { dataClass: 'J', label: { fr: 'x', en: 'x' } } } as never, reason: choice(suspensionReasons, {",
    why: 'an act names an offence she committed'
  },
  {
    property: 'S-1',
    file: 'workflows/regions/housing/minor.placement.ts',
    find: "opens: [{ code: 'MNIO-MINOR-HOLD', restarts: true }],",
    replace: 'opens: [],',
    why: 'a child’s place is held without end',
    acts: ['minor.placement_offer']
  },
  {
    property: 'S-1',
    file: 'workflows/regions/territory.ts',
    find: "requires: ['otherMerges', 'noneTaken'],",
    replace: "requires: ['otherMerges'],",
    why: 'a case that holds a place is merged',
    acts: ['minor.placement_offer', 'merge.propose', 'merge.confirm']
  },
  {
    property: 'S-2',
    file: 'policies/grants/cell.ts',
    find: "'case.close_lost',",
    replace: '',
    why: 'nobody may close a case without news'
  },
  {
    property: 'S-3',
    file: 'workflows/deadlines/clocks/mechanism.ts',
    find: "fires: 'contact.lost'",
    replace: "fires: 'contact.gone' as never",
    why: 'a clock fires an act that does not exist'
  },
  {
    property: 'S-4',
    file: 'policies/grants/associations.ts',
    find: "as: 'lawyer',",
    replace: "as: 'referent',",
    why: 'nobody speaks for the lawyers to whom a case is sent'
  },
  {
    property: 'S-5',
    file: 'workflows/referral/machine.ts',
    find: "from: liveReferralStates,\n    to: 'withdrawn',",
    replace: "from: ['accepted'],\n    to: 'withdrawn',",
    why: 'a referral that nobody answers can never be taken back'
  },
  {
    property: 'S-6',
    file: 'workflows/regions/formal.ts',
    find: "to: 'presumed',\n    label: { fr: 'Renoncer",
    replace: "from: [],\n    to: 'presumed',\n    label: { fr: 'Renoncer",
    why: 'whoever asked police can only wait for them',
    acts: ['grounds.record', 'person.inform', 'consent.record', 'formal.request', 'consent.withdraw']
  },
  {
    property: 'S-7',
    file: 'policies/consent-rules.ts',
    find: "readonly ConsentScope[] = ['E', 'F', 'H']",
    replace: "readonly ConsentScope[] = ['E', 'H']",
    why: 'a doubt about age sends her to the police against her refusal'
  },
  {
    property: 'I-13',
    file: 'policies/disclosure.ts',
    find: "minor: 'F',",
    replace: 'minor: null,',
    why: 'the prefecture follows a child’s protection act by act'
  },
  {
    property: 'S-8',
    file: 'workflows/case/age.problems.ts',
    find: '!stillTheirs.includes(regions.minor)',
    replace: 'false',
    why: 'an association alone ends a protection that justice gave',
    acts: ['facts.complete', 'minor.report_prosecutor', 'opp.issue']
  },
  {
    property: 'S-9',
    file: 'workflows/referral/kinds/kinds.ts',
    find: "const leaves = command === 'end' || command === 'decline'",
    replace: "const leaves = command === 'decline'",
    why: 'child protection and the judge walk away from a child',
    acts: ['facts.complete', 'minor.report_prosecutor']
  },
  {
    property: 'S-10',
    file: 'workflows/case/closing.problems.ts',
    find: "...(reason !== 'deceased' && !concernTold.holds({ facts, regions }) ? [concernAwaited] : []),",
    replace: '',
    why: 'the case of a child of whom nobody was told is closed',
    acts: ['facts.complete', 'case.close']
  }
]
