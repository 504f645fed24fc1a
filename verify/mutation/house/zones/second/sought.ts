import { inFile } from '../../in-file.ts'

const chosen = 'tests/web/pages/read/chosen.test.ts'
const sought = 'tests/web/lists/sought.test.ts'
const instants = 'tests/web/lists/instants.test.ts'
const drafted = 'tests/web/lists/drafted.test.ts'
const described = 'tests/server/organisations/several/described.test.ts'
const app = 'web/src/routes/(app)/'

/** What is sought and chosen from, how days are said, and what is written of rules and of houses, field by field. */
export const soughtMistakes = [
  ...inFile(`${app}organisations/[id]/reunir/+page.server.ts`, chosen, [
    ['a house could be merged into itself', '.items.filter(({ id }) => id !== view.id)', '.items'],
    [
      'a house would be merged into one that is closed',
      "{ type: view.type, status: 'accredited',",
      '{ type: view.type,'
    ]
  ]),
  ...inFile(`${app}configuration/+page.server.ts`, chosen, [
    [
      'who makes no organisation would be told how a country begins',
      'list?.may.create && list.items.every((one) => one.empty)',
      'list?.items.every((one) => one.empty)'
    ],
    [
      'the first steps would go on being said where somebody has access',
      'list?.may.create && list.items.every((one) => one.empty)',
      'list?.may.create'
    ]
  ]),
  ...inFile(`${app}places/+page.server.ts`, chosen, [
    [
      'a structure would be told that somebody comes who does not',
      'waitsFor && arrivals.includes(waitsFor.command)',
      'waitsFor'
    ],
    [
      'a structure would find none of its taken places',
      "readPlaceQuery(url, desk ? 'free' : '')",
      "readPlaceQuery(url, 'free')"
    ]
  ]),
  ...inFile(`${app}orientations/+page.server.ts`, chosen, [
    [
      'who answers requests would open on those that they sent',
      "(receives(me) ? 'in' : 'out')",
      "(receives(me) ? 'out' : 'in')"
    ]
  ]),
  ...inFile(`${app}reunions/[id]/convocation/+page.server.ts`, chosen, [
    ['a member would print the letter of another', 'view.members.find(({ me }) => me)', 'view.members[0]']
  ]),
  ...inFile(`${app}journal/+page.server.ts`, chosen, [
    [
      'emergency accesses would stand above lines that were looked for',
      "Object.keys(query).length > 0 ? null : get(fetch, '/api/openings')",
      "cursor !== null ? null : get(fetch, '/api/openings')"
    ]
  ]),
  ...inFile(`${app}annuaire/+page.server.ts`, chosen, [
    [
      'who seeks a service for an act would open on the whole country',
      "['fait', 'dossier', 'acte'].includes(name)",
      "['fait'].includes(name)"
    ]
  ]),
  ...inFile(`${app}echeances/simuler/+page.server.ts`, chosen, [
    [
      'a supposed day would begin with that of Paris overseas',
      'startsOn: dayIn(zone, locals.now)',
      "startsOn: dayIn('Europe/Paris', new Date(locals.now.getTime() - 86_400_000))"
    ]
  ]),
  ...inFile(`${app}protocoles/[name]/signer/+page.server.ts`, chosen, [
    [
      'who may not sign would read a page that asks them to',
      'if (!view.may.sign.enabled) redirect',
      'if (!view) redirect'
    ]
  ]),
  ...inFile('web/src/lib/places/search.ts', sought, [
    [
      'who seeks a house by name would find those alone that have a free place',
      "given ?? (url.searchParams.get('q') ? '' : byDefault)",
      'given ?? byDefault'
    ],
    [
      'all places would open on those that are free',
      "params.set('etat', status || everyState)",
      "if (status) params.set('etat', status)"
    ]
  ]),
  ...inFile('web/src/lib/places/structures.ts', sought, [
    [
      'a house with a free place would stand under those that have none',
      'Number(b.free > 0) - Number(a.free > 0) ||\n        a.region',
      'a.region'
    ]
  ]),
  ...inFile('web/src/lib/worklist/saved.ts', sought, [
    [
      'a list would be said to be kept while a code is sought in it',
      'return !query.q && [...fields]',
      'return [...fields]'
    ],
    [
      'a list would be said to be kept which asks for more',
      'new Set([...Object.keys(kept), ...Object.keys(shown)])',
      'new Set([...Object.keys(kept)])'
    ]
  ]),
  ...inFile('web/src/lib/law/grouped.ts', sought, [
    [
      'references of another text would stand under the name of the last one',
      'if (last?.text === text)',
      'if (last && (last.text === text || text === null))'
    ]
  ]),
  ...inFile('web/src/lib/takeover/csv.ts', sought, [
    [
      'names that Excel wrote in French would be taken over with signs in them',
      "new TextDecoder('utf-8', { fatal: true })",
      "new TextDecoder('utf-8')"
    ],
    [
      'what was pasted would be lost beside an empty file',
      'file instanceof File && file.size > 0 ?',
      'file instanceof File ?'
    ]
  ]),
  ...inFile('web/src/lib/format.ts', instants, [
    [
      'a day alone would be that of the eve west of Paris',
      "value.length === 10 ? 'UTC' : timeZone()",
      'timeZone()'
    ],
    ['a desk overseas would read the hours of Paris', 'page.data.me?.organisation.zone ?? paris', 'paris'],
    [
      'what is due in hours would be told by its day alone',
      'dueOn === null || hours !== null ? dateTime(dueAt)',
      'dueOn === null ? dateTime(dueAt)'
    ],
    [
      'a day of next year would be read as one of this year',
      "now().getUTCFullYear() ? {} : { year: 'numeric' }",
      'now().getUTCFullYear() ? {} : {}'
    ]
  ]),
  ...inFile('web/src/lib/configuration/draft.ts', drafted, [
    [
      'a reminder would be written that changes nothing',
      'days.join() === alerts.join() ? [] :',
      'days.length === 0 ? [] :'
    ],
    [
      'reminders would be told in the order in which they were typed',
      '.sort((a, b) => Number(b) - Number(a))',
      ''
    ],
    [
      'every seat of a cell would vote',
      'votes: form.has(`votes:${code}`)',
      'votes: form.has(`seats:${code}`)'
    ],
    ['signs that are kept would be withdrawn', '!kept.includes(code)', 'kept.includes(code)']
  ]),
  ...inFile('web/src/lib/configuration/added.ts', drafted, [
    [
      'an empty line of a form would become a reason',
      "[code, fr, en].some((typed) => typed !== '')",
      '[code, fr, en].every((typed) => typed !== undefined)'
    ],
    [
      'who concludes between meetings would change without the box being ticked',
      "all(form, 'sets').includes('concludes') ?",
      "form.has('concludes') ?"
    ]
  ]),
  ...inFile('web/src/lib/configuration/protocol.ts', drafted, [
    [
      'a protocol would set a quorum that its box does not',
      "...(set.has('quorum') && {",
      '...(set.size >= 0 && {'
    ],
    [
      'a delay left empty would be written as none',
      "text(form, `n:${code}`) !== ''",
      'form.has(`n:${code}`)'
    ],
    [
      'a convention for minors would stand though it was unticked',
      "...(form.has('minors') && {",
      "...(form.has('contact:kind') && {"
    ]
  ]),
  ...inFile('server/organisations/keep.ts', described, [
    [
      'a shelter whose place is a secret would bear a département',
      '...(!placed && territory !== null',
      '...(!placed && territory === null && false'
    ],
    [
      'a prosecution would be of a court of another département',
      '!bearsCourt(type) || territory === null || !courtsOf(territory).includes(court)',
      '!bearsCourt(type) || territory === null'
    ],
    [
      'a SIRET with a wrong key would be kept',
      '(sum, n) => sum + (n > 9 ? n - 9 : n), 0) % 10 === 0',
      '(sum, n) => sum + (n > 9 ? n - 9 : n), 0) >= 0'
    ]
  ]),
  ...inFile('server/organisations/proposal.view.ts', described, [
    [
      'who confirms would not read that a regime without end is given one',
      'runs.until === null || until < runs.until',
      'runs.until !== null && until < runs.until'
    ],
    [
      'a house that is to answer nothing would be said to answer all',
      "kindsOf ? kindsOf.join(', ') || words.none[locale]",
      "kindsOf?.length ? kindsOf.join(', ') || words.none[locale]"
    ],
    [
      'who gives up a seat would be said to hold it',
      "words[body['alternate'] ? 'standsIn' : 'holds']",
      "words[body['alternate'] ? 'holds' : 'standsIn']"
    ],
    [
      'who confirms would not read that somebody is invited as an alternate',
      "...(body['alternate'] ? [line('alternate'",
      "...(body['alternate'] && body['manager'] ? [line('alternate'"
    ]
  ]),
  ...inFile('server/organisations/access/unseen.ts', described, [
    [
      'an access would be said to end before its warning allows',
      'later(daysAfter(lastSeen, inactivity.closedDays), daysAfter(at, daysAfterWarning(inactivity)))',
      'daysAfter(lastSeen, inactivity.closedDays)'
    ],
    [
      'who came back since they were warned would be told that their access ends',
      'if (at < lastSeen)',
      'if (mailed < lastSeen && hand < lastSeen && at < new Date(1))'
    ]
  ])
]
