import type { Kept } from './kept.ts'

/** Why tests of requests, lists, links and letters stay that no mistake brought down. */
export const keptAsked: Kept = {
  'tests/server/columns.test.ts':
    'The five rows hold the reader of column names itself against statements that are written here: no code of the product stands under them, and without them a pattern that finds nothing would pass in silence.',
  'tests/server/first.test.ts':
    'The six rows hold the pattern that reads « the latest of several » out of statements: they ask nothing of the product, and keep the table above them from being compared with what a blind pattern found.',
  'tests/server/standing.test.ts':
    'Eighteen rows hold the reader of forgotten endings in the tests, each a case of its grammar, and ask nothing of the product; that a statement looks for houses that may work falls with a single such statement, and none is spoiled here.',
  'tests/server/command-lines.test.ts':
    'That a whole journal is said to be whole, with its two counts: what is spoiled beside it is how faults are named and how the command ends, which a journal without a fault does not show.',
  'tests/server/sight.walls.test.ts':
    'That a changed row of the table of sight holds at once for what is kept: it asks of a referent and the class of one compartment, on which no predicate that is spoiled in `may_see` turns.',
  'tests/server/handing/before.test.ts':
    'What would travel is counted class by class on one case with one request: it holds that the form is no longer than what its reader sees, which a refusal said otherwise does not touch.',
  'tests/server/handing/ending.test.ts':
    'What ends no proposal, and what goes with a file and no other: the functions of PostgreSQL that decide both (`end_handings`, `erase_handings`) are spoiled for `ending.walls.test.ts`.',
  'tests/server/handing/programme.test.ts':
    'The three standings of a programme that does not run, of which nothing is said: the control of the two tests that do fall, where something is.',
  'tests/server/handing/several.test.ts':
    'A file that went into another is refused twice over, by whether it is lived in (`mustLive`) and by the law of the act: with one of the two gone the other answers.',
  'tests/server/http/catalogue.test.ts':
    'Three hold changes of three kinds that no grant makes: whom a table belongs to, by what a policy filters, and what our own code leaves in a session.',
  'tests/server/http/drafts.test.ts':
    'Two bounds of their own: what is too long or of another form is refused by the schema of one route, and what is deleted is gone.',
  'tests/server/http/notices.test.ts':
    'A word and a number: the name of a clock in English, and the hundred up to which it is counted, each of one line that no other test of the file stands on.',
  'tests/server/http/notices.unseen.test.ts':
    'Four expect that nothing is shown: without a session, by a cursor that was not written here, of asylum, care and account, and to colleagues of another role; where nobody is told anything they hold all the more.',
  'tests/server/http/outbox.test.ts':
    'Three hold what PostgreSQL does by itself: nothing is left of a refused act or of a transaction that broke, and nobody puts another kind or reads what waits, whose grants `walls/rights.test.ts` sees changed.',
  'tests/server/http/stream.test.ts':
    'It counts the connections that a hint costs: that nobody of another house is asked, where what is written to the pages is the same.',
  'tests/server/law/law.test.ts':
    'Four stand on a filter or a word of their own (the session, by text and by reading, what is given, a length in words): one line each, and no two on the same.',
  'tests/server/linked/origin.test.ts':
    'One pure rule without a database: of a moved person a member of the cell is told of no link. It turns on one word of one line, on which the two others of the file do not stand.',
  'tests/server/linked/walls.test.ts':
    'That a coarse word is not taken for the whole: it changes the table of sight by itself and expects to see the difference, so that it falls only where a policy asks that table no more.',
  'tests/server/links/opening.test.ts':
    'Three say what a link is not: it is not sent twice to one recipient, it tells a lawyer no more than the name of who asks, and it offers no class in which others alone have written; each has a line of its own.',
  'tests/server/links/renewal.test.ts':
    'The three ways in which a link ends, the one answer to all who ask for another, and what a letter does not spell: each turns on lines of its own, none of which the eleven others share.',
  'tests/server/links/unsent.test.ts':
    'A letter that waited longer than its link opens, and one whose server refused it a hundred times: the bounds of two statements of the outbox, beside those that fell.',
  'tests/server/lists/clocks.test.ts':
    'Two words at once, of which no case has both: it holds that they narrow together, while each by itself is what falls in the rows beside it.',
  'tests/server/lists/narrowing.test.ts':
    'Five of five lines: the cursor of each order, what a line says of grounds, whose cases a person follows, and two of the table of stages, which `verify:mutants` holds with the rules.',
  'tests/server/mail/checking.test.ts':
    'That a letter which takes another back says how to check it: it is compared with the very words, so that it holds whatever they are, and falls where they are left out.',
  'tests/server/mail/leaving.test.ts':
    'That letters leave where a server is named, and in the demonstration: the control of the two that fell, which say where none does.',
  'tests/server/clocks.moved.test.ts':
    'Two moves at the edge, on the hour of a clock and after it: what the clock has said by then is told as if she had not moved.'
}
