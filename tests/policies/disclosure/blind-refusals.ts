// Acts that a hidden fact forbids are offered to some, and refused in words that say nothing. Who may come upon such a refusal stands
// here, and nobody else may.

/** Why each stays: the law or the danger asks the act of them, and what it meets is not theirs to read. */
export const argued: [why: string, rows: string[]][] = [
  [
    'who asks a service for the person may not know whether she agrees to it: without her agreement it is refused',
    [
      'child_protection abroad.refer: consent H',
      'child_protection health.refer: consent G',
      'labour acse.request: consent C',
      'police acse.request: consent C',
      'shelter health.refer: consent G'
    ]
  ],
  [
    'whoever meets a person in danger or without a bed says so, and is not told where the person is housed',
    [
      'flagger danger.immediate: region housing',
      'health danger.immediate: region housing',
      'labour danger.immediate: region housing',
      'police danger.immediate: region housing',
      'labour acse.request: region housing',
      'police acse.request: region housing',
      'police minor.placement_alert: region housing'
    ]
  ],
  [
    'every official reports a crime to the prosecutor, and is not told what became of it',
    [
      'flagger art40.report: region judicial',
      'ofii art40.report: region judicial',
      'flagger prosecutor.inform: region judicial',
      'ofii prosecutor.inform: region judicial'
    ]
  ],
  [
    'everybody reports a child in danger: what is closed to the first report is open to another one, beside it',
    [
      'flagger concern.again: region minor',
      'flagger concern.report: region minor',
      'flagger minor.report_again: region minor',
      'flagger minor.report_again: reportedAlready',
      'flagger minor.report_prosecutor: notReportedYet',
      'flagger minor.report_prosecutor: region minor',
      'prefecture concern.again: region minor',
      'prefecture concern.again: somebodyTold',
      'prefecture concern.report: nobodyTold',
      'prefecture concern.report: region minor'
    ]
  ],
  [
    'the house of a child reports the flight, and is not told where the measure of the judge stands',
    ['minor_shelter runaway.report: region minor', 'minor_shelter search.review: region minor']
  ],
  [
    'police and gendarmes tell of the time to reflect, and are not told how the right to stay stands',
    ['police reflection.offer: region residence', 'police reflection.offer: thirdCountry']
  ],
  [
    'a place where the person would be in danger is refused to whoever offers it, without a word of why to who may not know',
    [
      'acse acse.offer: bars',
      'minor_shelter housing.place_changed: bars',
      'shelter housing.place_changed: bars'
    ]
  ],
  [
    'OFII records a departure that it was asked to organise: what weighs against it is for who follows the person to say',
    [
      'ofii_return return.depart: concernTold',
      'ofii_return return.depart: noMeasureAwaited',
      'ofii_return return.depart: notDeparted',
      'ofii_return return.depart: reachable',
      'ofii_return return.depart: childReturnAllowed'
    ]
  ]
]

/** Whether whoever does this act in one of these capacities may be refused it for what they may not see. */
export const isArgued = (capacities: readonly string[], command: string): boolean =>
  argued.some(([, rows]) =>
    rows.some((row) => capacities.some((capacity) => row.startsWith(`${capacity} ${command}: `)))
  )
