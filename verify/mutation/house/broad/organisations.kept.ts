import type { Kept } from './kept.ts'

const house = (name: string) => `tests/server/organisations/${name}.test.ts`
const place = (name: string) => `tests/server/places/${name}.test.ts`
const asked = (name: string) => `tests/server/referrals/${name}.test.ts`

/** Of houses, their regimes and their people. */
const keptHouses: Kept = {
  [house('apart')]:
    'Holds the table of acts that ask for a regime in PostgreSQL against the one of the code; it falls by a row of either, which a migration adds.',
  [house('asleep')]:
    'Is the empty half of the test after the next, which sees the same cell told: that it hears nothing as long as somebody accompanies her.',
  [house('by-hand')]:
    'Holds that whoever came back after a warning by hand is not put out by it: one comparison of days beside those of the tests above.',
  [house('command-line')]:
    'Each starts the program anew for one refusal of its own: another provider, another release, the name that npm knows; the last makes a whole PostgreSQL.',
  [house('ending/closing')]:
    'Asks of the house that others were to be merged into what the test above asks of its own proposals; one condition of one query holds it.',
  [house('ending/prolonged')]:
    'Asks for the words of two refusals, a gap and a past end, which the rules of prolonging decide and their own tests spoil one by one.',
  [house('ending/renewed')]:
    'The row of the changed start stands beside that of the changed end, which fell; the last is what makes both mean something: unmoved, it is confirmed.',
  [house('fallen')]:
    'Runs once more what a migration did for houses that had fallen before it: no line of today is under it, and a landed migration is never edited.',
  [house('flag-ended')]:
    'One is the same closed door as in the tests of flagging, reached by an ended regime; the other reads one sentence of the table of regimes.',
  [house('import')]:
    'What is left reads a heading without names, the very file that is offered as a template, and the 404 of those who administer nothing.',
  [house('inactivity')]:
    'Holds that a letter counts from the last time somebody came, and not for ever: two dates of one query, each of which other tests moved.',
  [house('invited')]:
    'Two hold the last instant of an invitation, in the code and in PostgreSQL; the third that a person is provider and name together, by the key of a table.',
  [house('inviting')]:
    'Is the other half of the refusal above it: where the invitation before was taken back or ran out, a new one leaves. It falls by two words of one query.',
  [house('merging')]:
    'One fails with the next column that names a house and says nothing of merging; the other reads the words for a refusal that PostgreSQL makes.',
  [house('organisations')]:
    'What is left stands each on a line of its own: what a description needs, one name once, the session of a suspended house, and the chain of the journal.',
  [house('people')]:
    'Reads what a letter and a row leave out: house, role and token. It falls by a word that is added, and by none that is taken away.',
  [house('regimes')]:
    'What is left: a reason that is asked for and kept, a letter sent once before each end, a regime of no use to a kind, and what a trigger refuses.',
  [house('review-mail')]:
    'Is the silence before the letter that the next test receives: nobody manages, or nobody has an address.',
  [house('review')]:
    'Two reckon half-years by themselves, and one holds that the administration, which takes part in no case, finds none in its own review.',
  [house('reviews-due')]:
    'The row of the administration stands beside that of the data protection officer, which fell; the list shows the same as one mark in a line.',
  [house('rights')]:
    'Two listen to a live stream for a second of real time; of the others one refuses to suspend twice, and two put right what a house answers, and its kind.',
  [house('seats')]:
    'One person says their own absence at once; a migration took back what one person had offered; and a day begins at midnight in Paris, as a function counts it.',
  [house('several/described')]:
    'Is a table of who may confirm, refuse and take back, asked of the view alone: the routes that hold the same are spoiled in other files.',
  [house('two')]:
    'One holds the roles of PostgreSQL against those of the code; the other what an invitation to a seat that somebody has already says of it anew.'
}

/** Of beds. */
const keptPlaces: Kept = {
  [place('housing.asylum')]:
    'A man is asked for like a woman; a French woman, one who did not agree and the prefecture are not: the rules of the case decide it, which are spoiled by machine.',
  [place('housing.declined')]:
    'One holds that nobody but the house says its no, by the grants that every act has; the other fails with a new reason that figures do not know.',
  [place('places.children')]:
    'Both hold who is not on the list: a child of whom nothing was decided, and one found to be an adult, who has left by her part in the case as well.',
  [place('places.inventory')]:
    'Asks of the desk of adults the order, the reasons and the kept rank that the list of children is asked in a file of its own, where they were taken away.',
  [place('places')]:
    'Two of the address: no stay and no address before the match, and one that was moved to another place in the database is a fault, by its seal alone.',
  [place('whose')]:
    'What is left: two acts that no house is granted at all, and whoever accompanies her, who may do what houses may not.'
}

/** Of what is asked of others. */
const keptReferrals: Kept = {
  [asked('counts')]:
    'One is refused by the form of the address, and one reads that what was not asked for is not sent: neither stands on what is counted.',
  [asked('order')]:
    'What is left: the order by danger and day, which four columns of one index hold; a plan without a join for all that waits; and names read out of a function.',
  [asked('partners')]:
    'One says that care has no words before its yes and none of what it treats, by the form of the act; the other that a withdrawal ends no care.',
  [asked('peers.referrals')]:
    'One is an empty list, as PostgreSQL would make it too; the other takes back what a suspended house was asked, which is a row without a refusal.',
  [asked('referrals.access')]:
    'Reads that a list says at once what is waited for; the lists have tests of their own, and here every row would fall with the part itself.',
  [asked('referrals.before')]:
    'A house that is offered its own place passes it to nobody: one condition beside two others, of which no other test of the file asks.',
  [asked('refused')]:
    'Asks four people who may not take note of a refusal; the sides of a request are one table of rights, which falls elsewhere.',
  [asked('referrals')]:
    'Holds that an open request is not sent twice: the page and the house refuse it by one rule, and past both a key of PostgreSQL would.',
  [asked('unread')]:
    'Is the silence beside the warning that the last test reads: an absence is no lack of access.'
}

/** Of what is agreed on in a territory, and of what a case shows. */
const keptOthers: Kept = {
  'tests/server/protocols/on-call.test.ts':
    'Holds that there is no number without a protocol, nor before its first day; the other side of that day is asked by the two tests after it.',
  'tests/server/protocols/protocols.test.ts':
    'Reads two rules, one of the territory and one of the country, each with its value and its source; a mistake would have to take a word out of one line of a page.',
  'tests/server/protocols/unsigned.test.ts':
    'A draft of elsewhere is hidden by PostgreSQL and by the policy alike: with either gone the other still answers 404.',
  'tests/server/reading/next-step.test.ts':
    'One holds the page of every act against the list of acts, two the signs beside a vote: they compare what two views say, and fall where the views part.'
}

/** Of every file of the area that still has tests that no mistake brought down, what these hold. */
export const keptHousesAndOthers: Kept = { ...keptHouses, ...keptPlaces, ...keptReferrals, ...keptOthers }
