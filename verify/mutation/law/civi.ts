import type { LawMutant } from '../mistake.ts'

const seen = 'tests/server/cases/examples/civi.test.ts'
const clocks = 'workflows/deadlines/clocks/justice.ts'

/** The times to go to the CIVI, to the fund and to AGRASC, as they were counted before (CPP 706-5, 706-15-2, 706-164). */
export const civiMutants: readonly LawMutant[] = [
  {
    why: 'A second decision moves the safe day later: the person waits for a day on which her year is over (CPP 706-5).',
    file: 'workflows/regions/judicial/claiming.ts',
    text: "({ code: 'D-CIVI-DECISION', startsOn, when",
    instead: "({ code: 'D-CIVI-DECISION', startsOn, restarts: true, when",
    seen,
    named: 'of another accused leaves the safe day where it was'
  },
  {
    why: 'A conviction that is not final leaves no year to go to the CIVI (CPP 706-5: « un an après la décision »).',
    file: 'workflows/regions/judicial/decisions.ts',
    text: "opens: [...appealable, claimWithin('pronouncedOn'), ...interruptsLimitation('pronouncedOn')]\n",
    instead: "opens: [...appealable, ...interruptsLimitation('pronouncedOn')]\n",
    seen,
    named: 'runs from the pronouncement of a conviction'
  },
  {
    why: 'An appeal takes the year away, and nothing gives it back before a final conviction.',
    file: clocks,
    text: "  'D-CIVI-DECISION': clock({\n    stopsWhen: { done: ['civi.claim'] },",
    instead:
      "  'D-CIVI-DECISION': clock({\n    stopsWhen: { done: ['civi.claim'], gone: ['acquittal.appealed'] },",
    seen,
    named: 'an appeal takes nothing from it'
  },
  {
    why: 'Three years are said to be over while there is a prosecution, which extends them (CPP 706-5).',
    file: 'workflows/deadlines/running/doubted.ts',
    text: 'guards[holds].holds(situation) ? withDoubt',
    instead: 'guards[holds].holds(situation) && code === null ? withDoubt',
    seen,
    named: 'have no end in law while there is a prosecution'
  },
  {
    why: 'Of whoever was a child, the time is said to be over although there is a prosecution.',
    file: 'server/deadlines/sealed.ts',
    text: '  if (endless) return alerts\n',
    instead: '',
    seen,
    named: 'counted from eighteen, have no end in law either'
  },
  {
    why: 'The fund’s year runs out unseen for whoever the CIVI might have compensated (CPP 706-15-2).',
    file: 'workflows/regions/judicial/claiming.ts',
    text: "  startsOn: 'finalOn',\n  when: ['civilParty', ...one.when]",
    instead: "  startsOn: 'finalOn',\n  when: ['civilParty', 'recoveringOpen', ...one.when]",
    seen,
    named: 'runs from the final decision, whatever the CIVI is asked'
  },
  {
    why: 'A foreigner who suffered the acts abroad is sent to the CIVI first, which cannot compensate her (CPP 706-3 3°).',
    file: 'workflows/guards/judicial.ts',
    text: '!compensatedByCivi(facts) || !opensCivi(facts.offences, facts.offencesOn)',
    instead: '!opensCivi(facts.offences, facts.offencesOn)',
    seen: 'tests/workflows/regions/judicial/compensation.test.ts',
    named: 'comes before help in recovering'
  },
  {
    why: 'The agency is asked within two months, as before the law of 24 June 2024: four months of a right are hidden (CPP 706-164).',
    file: clocks,
    text: "duration: { n: 6, unit: 'months' },\n    startsOn: {\n      fr: 'le jour où la décision qui accorde",
    instead:
      "duration: { n: 2, unit: 'months' },\n    startsOn: {\n      fr: 'le jour où la décision qui accorde",
    seen,
    named: 'runs six months from the day when the conviction became final'
  },
  {
    why: 'Nobody is told of the time to be paid from confiscated assets, and the right is lost unseen (CPP 706-164).',
    file: 'workflows/regions/judicial/decisions.ts',
    text: 'opens: [...claimOnceFinal, ...recoveredOnceFinal]',
    instead: 'opens: claimOnceFinal',
    seen,
    named: 'runs six months from the day when the conviction became final'
  },
  {
    why: 'Nobody counts the six months of a civil party of whom the file learns after the conviction (CPP 706-164, 421).',
    file: 'workflows/regions/judicial/civil-party.ts',
    text: '    opens: recoveredOfParty,\n',
    instead: '',
    seen,
    named: 'run for a civil party of whom the file learns after the final conviction'
  },
  {
    why: 'A party who joined after a conviction, against another, is told of a time that is not theirs (CPP 421).',
    file: 'workflows/deadlines/running/opening.ts',
    text: 'done !== null && done <= day)',
    instead: 'done !== null)',
    seen,
    named: 'do not run from a conviction for whoever joined after it'
  },
  {
    why: 'Damages that an acquittal leaves, or a later hearing awards, open no time to be paid (CPP 372, 464).',
    file: 'workflows/regions/judicial/civil-interests.ts',
    text: 'opens: [...claimOnceFinal, ...recoveredOnceAwarded]',
    instead: 'opens: claimOnceFinal',
    seen,
    named: 'run from a decision on the civil claim'
  },
  {
    why: 'A decision on the civil claim is taken for the last: the six months are said to be over though more may be awarded (CPP 706-164).',
    file: 'workflows/regions/judicial/civil-interests.ts',
    text: 'recounts: extendedBy',
    instead:
      "recounts: [...extendedBy, { codes: ['D-AGRASC'], on: 'finalOn', whenInput: [], settles: 'maybeAwardedLater', keepsDay: true }]",
    seen,
    named: 'more may be awarded yet'
  },
  {
    why: 'Whom the CIVI has paid in part is told of no time to ask the agency for the rest (CPP 706-164).',
    file: clocks,
    text: "stopsWhen: { done: ['agrasc.request'] }",
    instead: "stopsWhen: { done: ['agrasc.request'], gone: ['civi.paid'] }",
    seen,
    named: 'run all the same once the CIVI has paid'
  }
]
