import { inFile } from '../../in-file.ts'

/** What is written beside the main thing, in words that no test had read. */
export const wordedMistakes = [
  ...inFile('server/lists/trade.ts', 'tests/policies/words/trade.test.ts', [
    [
      'a prefecture would not see in its list that the renewal of a permit was asked for',
      "renewalAsked && 'renewal', leaveStands",
      'leaveStands'
    ],
    ['an obligation to leave would stand in no list', "'renewal', leaveStands && 'leave'", "'renewal'"],
    [
      'whose asylum is decided would be left where she is, and nobody told to say what follows',
      "[...roof(facts), ...those(facts.rehousing && 'rehousing')]",
      'roof(facts)'
    ],
    [
      'a witness who asked for protection would be one of many in the list',
      "those(protection && 'protection', civilParty",
      'those(civilParty'
    ],
    [
      'a child who is being searched for would be one of many in the list',
      "those(missing && 'missing', guardianNamed",
      'those(guardianNamed'
    ],
    [
      'nobody would see that a child has somebody who speaks for them',
      "missing && 'missing', guardianNamed && 'guardian'",
      "missing && 'missing'"
    ],
    [
      'a form that was flagged would be no sign of the purpose beside the vote',
      'of.purpose + forms.length',
      'of.purpose'
    ],
    ['a list would count days of a time that has not begun', 'counted && n >= 0 && n <=', 'counted && n <='],
    ['the last day of a time would be told as if it were over', 'n <= counted.total!', 'n < counted.total!'],
    [
      'a time of which the days are counted would be told twice in a list',
      '      .filter(({ total }) => total === null)\n',
      ''
    ],
    [
      'the day of a reflection would not be counted beside another time that runs',
      'running.find(({ total }) => total !== null)',
      'running[0]'
    ],
    [
      'whoever weighs would not see in the list that a first opinion stands',
      '[...signs(facts), ...those(facts.opinion)]',
      'signs(facts)'
    ]
  ]),
  ...inFile('server/disclosure/badges.ts', 'tests/policies/words/badges.test.ts', [
    [
      'an obligation to leave made to a child would read as lawful where removal is barred',
      "  if (isChild(facts))\n    return {\n      fr: 'obligation",
      "  if (isChild(facts) && !facts.removalBar)\n    return {\n      fr: 'obligation"
    ],
    [
      'a transfer would be told as one that may be carried out during reflection',
      "  removalBar\n    ? {\n        fr: 'transfert",
      "  removalBar && false\n    ? {\n        fr: 'transfert"
    ],
    [
      'who is held in a waiting zone would be told to be in detention',
      "facts.heldIn === 'waiting_zone'",
      'facts.heldIn === null'
    ],
    [
      'two dangers would stand where one says both',
      "facts.localDanger && facts.danger !== 'immediate'",
      'facts.localDanger'
    ],
    [
      'who is asked would not read whether it is of a child where no years are known',
      "...(age.length > 0 ? age : said(ageGroups, 'ageGroup'))",
      '...age'
    ],
    [
      'what nobody knows would be said of a person as if it were known',
      " && preview[field] !== 'unknown'",
      ''
    ],
    [
      'a list would not say that a person is a child',
      '...(isChild(facts) ? [word(ageGroups, facts.ageGroup!, locale)] : [])',
      ''
    ],
    ['one sign would be told as several', '${seen} indice${seen > 1', '${seen} indice${seen > 0'],
    ['a child would not stand out at a glance', "tone: isChild(facts) ? 'minor' : 'plain'", "tone: 'plain'"],
    [
      'the years of a person would be told to nobody who may know them',
      'facts.ageBand && word(ageBands, facts.ageBand, locale)',
      "''"
    ]
  ]),
  ...inFile('server/referrals/line.ts', 'tests/policies/words/referral-line.test.ts', [
    [
      'a name would tell in which département a person is to whoever may not know it',
      'awaitsOwn || (placed && names.isNamed(',
      'awaitsOwn || (names.isNamed('
    ],
    [
      'the people of a service that is hidden would be named',
      'awaitsOwn || (placed && names.isNamed(awaitsOrgId ?? senderOrgId))',
      'awaitsOwn || placed'
    ],
    [
      'nobody would read which of their own colleagues is waited for',
      'const known = awaitsOwn || (placed',
      'const known = (placed'
    ],
    [
      'a refusal would not say who has to decide what follows',
      'if (refusal) return `${refusal}${decides}`',
      'if (refusal) return refusal'
    ],
    [
      'a refusal that is to be sent again would be left to somebody by name',
      "row.followUp === 'escalate' && waited ?",
      'row.followUp !== null && waited ?'
    ],
    [
      'a silence would not say with whom it was raised',
      "if (row.state === 'escalated' && waited) return",
      "if (row.state === 'escalated' && waited === '') return"
    ],
    [
      'a danger of long ago would stand beside a referral that is over',
      "isUnanswered(row) && row.preview['danger'] === 'immediate'",
      "row.preview['danger'] === 'immediate'"
    ],
    [
      'whoever was asked would be told to settle what is the sender’s',
      "  if (row.mine) return null\n  if (row.state === 'questioned')",
      "  if (row.state === 'questioned')"
    ],
    [
      'a refusal would be settled by nobody',
      "if (row.followUp !== null) return referralDuties['referral.declined'][locale]\n",
      ''
    ],
    [
      'whoever is asked would read that nobody reads there',
      '!mine && isUnanswered(row) && names.isEmpty(',
      'isUnanswered(row) && names.isEmpty('
    ],
    [
      'whoever asked by link would not know again whom they asked',
      'masks.get(row.id) ?? names.of(row.recipientOrgId)',
      'names.of(row.recipientOrgId)'
    ]
  ]),
  ...inFile('server/referrals/timeline.ts', 'tests/policies/words/referral-line.test.ts', [
    [
      'what was sent in error would not say that it is to be forgotten',
      "input?.['inError'] === true",
      "input?.['inError'] !== undefined && false"
    ]
  ]),
  ...inFile('server/disclosure/referral.ts', 'tests/policies/words/referral-line.test.ts', [
    [
      'a sender who may not follow a yes would read what became of it',
      'referralId === told.id && seq <= told.version',
      'referralId === told.id'
    ],
    [
      'the steps of one referral would be told as those of another',
      '({ referralId, seq }) => referralId === told.id && seq <=',
      '({ seq }) => seq <='
    ],
    ['whoever answered would not read who took it back', ' && told.answeredAt === null', ''],
    ['whoever refused would read who settles it', '(mine ? { escalatedTo: null } : {', '(mine ? {} : {']
  ]),
  ...inFile('server/disclosure/regions.ts', 'tests/policies/words/told.test.ts', [
    [
      'why a case was closed would tell that she returned, or where',
      "isClosed(at.closure) && !sight.sees('C')",
      "isClosed(at.closure) && !sight.sees('B')"
    ],
    [
      'a prefecture would be told housed of who is not, and not of who is',
      "states: housingIn('housed'),",
      "states: housingIn('promised'),"
    ]
  ]),
  ...inFile('server/disclosure/classes.ts', 'tests/policies/words/told.test.ts', [
    [
      'who she is would be told to be nothing where she sleeps nowhere',
      "dataClass === 'A' && access === 'masked' && !somewhere",
      "access === 'masked' && !somewhere"
    ],
    [
      'what is open by right would be told to be open by an emergency alone',
      "byRight.access === 'closed' && opened.has",
      'opened.has'
    ],
    [
      'what an emergency opened would be told to be closed',
      "? { access: 'masked' as const, opensWith: null }",
      "? { access: 'closed' as const, opensWith: null }"
    ]
  ]),
  ...inFile('server/disclosure/facts.ts', 'tests/policies/words/told.test.ts', [
    [
      'a no would be forgotten for rights that were never told',
      'filter((act) => informs(act) && !act.struck)',
      'filter((act) => informs(act))'
    ],
    [
      'a no would be forgotten for rights that were never told, once the act is read',
      'informs(event) && event.struckBy === null',
      'informs(event)'
    ],
    [
      'who is not told their rights any more would be held to a no of before',
      "last?.state === 'refused' && parts.row.facts.informed && last",
      "last?.state === 'refused' && last"
    ],
    ['a yes would be told as a no', "last?.state === 'refused' && parts", 'last && parts']
  ]),
  ...inFile('server/reading/consents.view.ts', 'tests/policies/words/told.test.ts', [
    [
      'an agreement would be asked for again as if it had not been given',
      '...(given ? [givenAlready[locale]] : []),',
      ''
    ]
  ]),
  ...inFile('server/reading/consequences.ts', 'tests/policies/words/told.test.ts', [
    [
      'a class that waits for her yes would be promised to whoever is asked',
      'if (waitsFor === null) return label',
      'if (waitsFor !== null) return label'
    ],
    [
      'whoever sends would not know that a silence comes back to them',
      "sender: { fr: 'la personne qui envoie'",
      "sender: { fr: 'la personne qui suit le dossier à la cellule'"
    ]
  ])
]
