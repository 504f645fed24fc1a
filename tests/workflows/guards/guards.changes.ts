import type { GuardId, Situation } from '../../../workflows/guards/guards.ts'

export type Different = { regions?: Partial<Situation['regions']>; facts?: Partial<Situation['facts']> }

/** Where a guard holds, then each single change that closes it. */
export const changes: [GuardId, Different, Different[]][] = [
  ['immediateDanger', { facts: { danger: 'immediate' } }, [{ facts: { danger: 'possible' } }]],
  ['presumed', {}, [{ facts: { presumed: false } }]],
  ['foundByService', { facts: { foundByService: true } }, [{ facts: { foundByService: false } }]],
  ['notPresumed', { facts: { presumed: false } }, [{ facts: { presumed: true } }]],
  ['thirdCountry', {}, [{ facts: { nationality: 'eu' } }, { facts: { nationality: 'french' } }]],
  ['thirdCountry', { facts: { nationality: 'unknown' } }, [{ facts: { nationality: 'eu' } }]],
  ['nationalityKnown', {}, [{ facts: { nationality: 'unknown' } }]],
  [
    'unionCitizen',
    { facts: { nationality: 'eu' } },
    [{ facts: { nationality: 'french' } }, { facts: { nationality: 'unknown' } }]
  ],
  ['euOrFrench', { facts: { nationality: 'eu' } }, [{ facts: { nationality: 'third_country' } }]],
  ['euOrFrench', { facts: { nationality: 'french' } }, [{ facts: { nationality: 'unknown' } }]],
  ['knownIrregular', {}, [{ facts: { stay: 'regular' } }, { facts: { nationality: 'eu' } }]],
  [
    'knownRegular',
    { facts: { stay: 'regular' } },
    [{ facts: { stay: 'irregular' } }, { facts: { nationality: 'eu' } }]
  ],
  [
    'knownAsylum',
    { facts: { asylumClaim: true } },
    [{ facts: { asylumClaim: false } }, { facts: { nationality: 'eu' } }]
  ],
  ['procedureOpen', { facts: { procedureOpen: true } }, [{ facts: { procedureOpen: false } }]],
  ['someConsent', { facts: { consents: ['A'] } }, [{ facts: { consents: [] } }]],
  ['notInformed', { facts: { informed: false } }, [{ facts: { informed: true } }]],
  ['localDanger', { facts: { localDanger: true } }, [{ facts: { localDanger: false } }]],
  [
    'factsPlaceKnown',
    { facts: { factsTerritory: '69' } },
    [{ facts: { factsTerritory: null } }, { facts: { factsTerritory: null, foundIn: '69' } }]
  ],
  [
    'factsPlaceKnown',
    { facts: { ageGroup: 'minor', foundIn: '69' } },
    [{ facts: { foundIn: null } }, { facts: { ageGroup: 'adult' } }]
  ],
  ['finalDecision', { facts: { finalOn: '2026-11-24' } }, [{ facts: { finalOn: null } }]],
  ['finalConviction', { facts: { finalOn: '2026-11-24' } }, [{ facts: { finalOn: null } }]],
  ['damagesFinal', { facts: { damagesOn: '2026-11-24', finalOn: null } }, [{ facts: { damagesOn: null } }]],
  ['notCivilParty', { facts: { civilParty: false } }, [{ facts: { civilParty: true } }]],
  ['protectionNotAsked', { facts: { protection: false } }, [{ facts: { protection: true } }]],
  ['ownProsecutor', { facts: { jirs: null } }, [{ facts: { jirs: 'lyon' } }]],
  ['compensationNotClaimed', { facts: { compensation: 'none' } }, [{ facts: { compensation: 'claimed' } }]],
  ['compensationClaimed', { facts: { compensation: 'paid' } }, [{ facts: { compensation: 'none' } }]],
  ['constraintUnknown', { facts: { forcedCriminality: false } }, [{ facts: { forcedCriminality: true } }]],
  ['constraintKnown', { facts: { forcedCriminality: true } }, [{ facts: { forcedCriminality: false } }]],
  [
    'labourForms',
    { facts: { forms: ['sexual', 'domestic'] } },
    [{ facts: { forms: ['sexual'] } }, { facts: { forms: [] } }]
  ],
  ['labourForms', { facts: { forms: ['labour'] } }, [{ facts: { forms: ['begging'] } }]],
  ['returnWeighed', { facts: { returnAssessed: true } }, [{ facts: { returnAssessed: false } }]],
  [
    'newsLost',
    { facts: { contactLost: true } },
    [{ facts: { contactLost: false } }, { facts: { ageGroup: 'doubt' } }]
  ],
  ['mergeProposed', { facts: { merging: { into: 'x', personId: 'p' } } }, [{ facts: { merging: null } }]],
  ['noMergeProposed', { facts: { merging: null } }, [{ facts: { merging: { into: 'x', personId: 'p' } } }]],
  ['transferProposed', { facts: { transfer: { to: '75' } } }, [{ facts: { transfer: null } }]],
  ['noTransferProposed', { facts: { transfer: null } }, [{ facts: { transfer: { to: '75' } } }]],
  [
    'unsheltered',
    { facts: { danger: 'immediate' } },
    [
      { facts: { danger: 'possible' } },
      { regions: { housing: 'emergency_local' } },
      { regions: { housing: 'housed_acse' } }
    ]
  ],
  ['placeSought', { regions: { housing: 'placement_requested' } }, [{ facts: { ageGroup: 'minor' } }]],
  [
    'asylumPlaceSought',
    { regions: { asylum_housing: 'waiting_list' } },
    [{ facts: { ageGroup: 'minor' } }, { regions: { housing: 'waiting_list', asylum_housing: 'matched' } }]
  ],
  [
    'asylumPlacePromised',
    { regions: { asylum_housing: 'matched' } },
    [{ regions: { asylum_housing: 'housed' } }]
  ],
  ['asylumHoldNotExtended', {}, [{ facts: { asylumHoldExtended: true } }]],
  ['sleepsInAsylumPlace', { facts: { asylumPlace: 'slept' } }, [{ facts: { asylumPlace: 'sought' } }]],
  ['inAsylumPlace', { facts: { asylumPlace: 'slept' } }, [{ facts: { asylumPlace: 'sought' } }]],
  ['noAsylumBed', { facts: { asylumPlace: 'sought' } }, [{ facts: { asylumPlace: 'slept' } }]],
  ['asylumPlaceOver', {}, [{ facts: { asylumPlace: 'sought' } }]],
  ['asylumPlaceOver', { facts: { asylumPlace: 'slept', closure: 'lost' } }, [{ facts: { closure: null } }]],
  [
    'minorWithoutAsylumPlace',
    { facts: { ageGroup: 'minor' } },
    [
      { facts: { ageGroup: 'adult' } },
      { facts: { ageGroup: 'minor' }, regions: { asylum_housing: 'housed' } }
    ]
  ],
  [
    'roofUntold',
    { regions: { asylum_housing: 'housed' } },
    [{ regions: { asylum_housing: 'matched' } }, { regions: { housing: 'housed_chrs_other' } }]
  ],
  [
    'noOtherPlace',
    { regions: { housing: 'housed_chrs_other' } },
    [
      { facts: { bed: 'acse' } },
      ...(
        ['matched', 'pre_admission', 'housed_acse', 'moved', 'security_alert', 'minor_placement'] as const
      ).map((housing) => ({ regions: { housing } }))
    ]
  ],
  ['placeUnsafe', { regions: { housing: 'security_alert' } }, [{ regions: { housing: 'moved' } }]],
  ['holdNotExtended', { facts: { holdExtended: false } }, [{ facts: { holdExtended: true } }]],
  [
    'asylumLinked',
    { facts: { asylumLink: true } },
    [{ facts: { asylumLink: false } }, { regions: { asylum: 'refused' } }]
  ],
  ['asylumLinked', { regions: { asylum: 'pending' } }, [{ regions: { asylum: 'none' } }]],
  ['asylumLinked', { regions: { asylum: 'protected' } }, [{ regions: { asylum: 'none' } }]],
  ['neverEuOrFrench', {}, [{ facts: { nationality: 'eu' } }, { facts: { nationality: 'french' } }]],
  ['woman', {}, [{ facts: { sex: 'male' } }]],
  ['woman', { facts: { sex: 'other' } }, [{ facts: { sex: 'male' } }]],
  ['womanKnown', {}, [{ facts: { sex: 'other' } }, { facts: { sex: 'unknown' } }]],
  [
    'signalementDue',
    { regions: { minor: 'presumed_minor' }, facts: { ageGroup: 'minor', danger: 'immediate' } },
    [
      { facts: { danger: 'possible' } },
      { facts: { ageGroup: 'adult' } },
      { regions: { minor: 'signalement' } }
    ]
  ],
  [
    'signalementDue',
    { regions: { minor: 'age_disputed' }, facts: { ageGroup: 'doubt', danger: 'immediate' } },
    [{ regions: { minor: 'opp_issued' } }]
  ],
  ['guardianMissing', { facts: { guardianNamed: false } }, [{ facts: { guardianNamed: true } }]],
  ['guardianNamed', { facts: { guardianNamed: true } }, [{ facts: { guardianNamed: false } }]],
  [
    'majorityNear',
    { facts: { ageGroup: 'minor', ageBand: '15-17' } },
    [
      { facts: { ageGroup: 'adult' } },
      { facts: { majorityPrepared: true } },
      { facts: { ageBand: '13-14' } },
      { facts: { ageBand: '0-12' } }
    ]
  ],
  ['majorityNear', { facts: { ageGroup: 'doubt', ageBand: null } }, [{ facts: { majorityPrepared: true } }]],
  [
    'concernDue',
    { regions: { minor: 'presumed_minor' }, facts: { ageGroup: 'minor' } },
    [{ regions: { minor: 'signalement' } }, { facts: { ageGroup: 'adult' } }]
  ],
  [
    'concernDue',
    { regions: { minor: 'age_disputed' }, facts: { ageGroup: 'doubt' } },
    [{ regions: { minor: 'opp_issued' } }]
  ],
  [
    'minorUnhoused',
    { facts: { ageGroup: 'minor' } },
    [{ facts: { ageGroup: 'adult' } }, { regions: { housing: 'housed_acse' } }]
  ],
  ['adultUnhoused', {}, [{ facts: { ageGroup: 'minor' } }, { regions: { housing: 'left' } }]],
  [
    'informAgain',
    { regions: { minor: 'majority_reached' }, facts: { informed: false } },
    [{ facts: { informed: true } }, { regions: { minor: 'not_applicable' } }]
  ],
  ['factsNotAllAbroad', {}, [{ facts: { factsAbroad: true } }]],
  [
    'metAmongCourts',
    { facts: { met: '69', territory: '69' } },
    [{ facts: { met: '75', territory: '75' } }, { facts: { territory: '13' } }]
  ],
  ['complaintMade', { facts: { offences: ['225-14'] } }, [{ facts: { offences: [] } }]],
  [
    'complaintOpensCard',
    { facts: { offences: ['225-4-1'] } },
    [{ facts: { offences: [] } }, { facts: { offences: ['225-14'] } }]
  ],
  [
    'complaintOpensHousingCard',
    { facts: { offences: ['225-14'] } },
    [{ facts: { offences: [] } }, { facts: { offences: ['225-4-1'] } }]
  ],
  ['permitRestsOnProcedure', { regions: { residence: 'cst_valid' } }, [{ facts: { routePrepared: true } }]],
  [
    'stayThreatened',
    { regions: { residence: 'cst_valid' }, facts: { offences: ['225-4-1'], routePrepared: true } },
    [
      { facts: { procedureOpen: true } },
      { facts: { finalOn: '2026-11-24' } },
      { facts: { offences: [] } },
      { regions: { residence: 'cr10' } }
    ]
  ],
  [
    'adultRouteDue',
    { regions: { residence: 'refused_permit' } },
    [
      { facts: { routePrepared: true } },
      { facts: { ageGroup: 'minor' } },
      { facts: { ageGroup: 'doubt' } },
      { regions: { residence: 'cr10' } }
    ]
  ],
  [
    'routeDue',
    { regions: { residence: 'cst_valid' }, facts: { offences: ['225-4-1'] } },
    [
      { facts: { procedureOpen: true } },
      { facts: { finalOn: '2026-11-24' } },
      { facts: { offences: [] } },
      { facts: { routePrepared: true } },
      { regions: { residence: 'cr10' } }
    ]
  ],
  ['silenceOver', { facts: { lapsed: ['D-SILENCE'] } }, [{ facts: { lapsed: [] } }]],
  ['documentsAsked', { facts: { documentsAsked: true } }, [{ facts: { documentsAsked: false } }]],
  ['removalBarUp', { facts: { removalBar: true } }, [{ facts: { removalBar: false } }]],
  ['rehouseAfterAsylum', { facts: { asylumPlace: 'slept' } }, [{ facts: { asylumPlace: 'sought' } }]],
  ['rehouseAfterAsylum', { regions: { asylum: 'protected' } }, [{ regions: { asylum: 'pending' } }]],
  ['sexuallyExploited', {}, [{ facts: { forms: ['labour'] } }]],
  ['adultForProgramme', {}, [{ facts: { ageGroup: 'minor' } }, { facts: { ageGroup: 'doubt' } }]],
  ['programmeNotRunning', { facts: { exitProgramme: 'asked' } }, [{ facts: { exitProgramme: 'running' } }]],
  ['programmeAsked', { facts: { exitProgramme: 'asked' } }, [{ facts: { exitProgramme: 'running' } }]],
  ['programmeRefused', { facts: { exitProgramme: 'refused' } }, [{ facts: { exitProgramme: 'none' } }]],
  ['programmeRunning', { facts: { exitProgramme: 'running' } }, [{ facts: { exitProgramme: 'ended' } }]],
  ['programmeRenewable', { facts: { programmePeriods: 3 } }, [{ facts: { programmePeriods: 4 } }]],
  [
    'cameOfAge',
    { regions: { minor: 'majority_reached' } },
    [{ facts: { ageGroup: 'minor' } }, { regions: { minor: 'not_applicable' } }]
  ],
  ['allowanceOpens', { regions: { residence: 'cst_valid' } }, [{ facts: { territory: '976' } }]]
]
