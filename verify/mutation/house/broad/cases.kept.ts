import type { Kept } from './kept.ts'

const at = (name: string) => `tests/server/${name}.test.ts`

const ofCases: Kept = {
  [at('cases/code')]:
    'That two referrals of one case have two references, and one referral always the same, is one sum over its identifier: a mistake in it brings down this test alone.',
  [at('cases/tag')]:
    'What is left draws a count that could be read as two; it would fall if the counts were joined without saying where one ends.',
  [at('cases/judicial')]:
    'Left are single rows: who reports under article 40, who is not referred what it holds, and two lines of justice, each from its own last act.',
  [at('cases/minor.court')]:
    'One test reads the title of one field, the other who is said to be asked: each has a line of its own in the product, and falls with it.',
  [at('cases/minor.flight')]:
    'That the police do not let themselves in is an absence from the grants: only a grant that nobody wrote would bring it down.',
  [at('cases/minor.passing')]:
    'To whom a file is passed on, and where a child is from the first day, are two conditions of two queries, each asked by one test.',
  [at('cases/minor.placement')]:
    'Each holds one row: who reads the class of a place, what the order of placement counts, what a guardian’s no gives back, what a merge would lose.',
  [at('cases/prefecture')]:
    'Where the prefecture takes part, asking sends nothing twice: beside its own absence of a second request nothing of the product stands on it.',
  [at('commands/flag-form')]:
    'The places without a cell are one filter over all places, seen here from the day on which a cell is suspended and nowhere else.'
}

const ofCommands: Kept = {
  [at('commands/gate')]:
    'One asks for a case that never was, which looks like one of others; one goes by the guard that closes far shelters to a child, and `workflows/guards` is spoiled by machine.',
  [at('commands/idempotency')]:
    'Two people of two houses under one key: their house keeps them apart as well, so that the person could be left out of it unseen; a colleague would have to try the same key.',
  [at('commands/leaving')]:
    'Left are who sits in the new cell, which prefecture is asked there, and that two people merge: a query, an effect and a requirement that have one test each.',
  [at('commands/races.places')]:
    'One asks PostgreSQL for its own unique indexes, which the mistakes of `walls/beside` take away; one races four answers to one offer, where the machine of a referral lets one pass.',
  [at('commands/reach')]:
    'The first walks all that is offered and finds one answer for what is hidden and what is absent; it falls with any route that tells them apart, and with none of the others.',
  [at('commands/tags')]:
    'That the version stays while something hidden is done rests on who is counted as told, and the numbering of a story on one sum: neither stands beside another test here.'
}

const ofPeople: Kept = {
  [at('configuration/draft')]:
    'A draft keeps its own name by a check of its route, and is made once under one key by the code that every act goes through.',
  [at('conversation/refused')]:
    'Two refusals do not come from an act and so are not named after one: whoever takes no part, and answers that contradict each other.',
  [at('directories/directories')]:
    'Who keeps the contact of a court, who asks for asylum places, and a court that is suspended: one condition each, beside what the list shows of a referent.',
  [at('directories/settlements')]:
    'Who keeps the register, what is closed once, the rows that PostgreSQL shows to one role, and where they go when two associations become one: four walls, one test each.'
}

const ofClocks: Kept = {
  [at('deadlines/clock')]:
    'When the thirty days of reflection begin and what ends them is counted in `workflows`, whose mistakes are made by machine; here it is read once from rows that a worker has written.',
  [at('deadlines/firing')]:
    'Two workers in one case, one of them late, are a race: a mistake in its order would be seen on some days only, and is no ground for a list that must fall every time.',
  [at('deadlines/firing.workers')]:
    'That the first who finds something calls the others, and takes no second round, is told by what is put in the queue: a change of one line falls here alone.',
  [at('deadlines/reminders')]:
    'Once answered, no reminder; once withdrawn, no letter; once run out, one notice to each side: three ways of silence, and a letter whose words are read whole.'
}

const ofSight: Kept = {
  [at('disclosure/discretion.moved')]:
    'How long an answer may still take is counted from where a reader works, in the boxes as in the referral: what tells the place elsewhere does not tell it there.',
  [at('disclosure/discretion.sent')]:
    'What a sender may do after a yes, and whose name they read after it was taken back, are two lines of what is told of a referral.',
  [at('disclosure/discretion.within')]:
    'Left are what is kept encrypted, two buttons and the word of the consents: each compares two lives of one person, and falls with the one leak that it looks for.',
  [at('disclosure/second-reading')]:
    'A merge is read before, after and once undone; what it shows comes from a function that this test alone reads.',
  [at('drafts/device.keys')]:
    'Who may ask for a key is decided by the door that all routes have, the names by a schema, and how many are kept and for how long by two numbers.'
}

const ofEmergencies: Kept = {
  [at('emergency/routes')]:
    'The form is that of the domain, and its refusals are those of its schema; that an access stands in no list and names no shelter is seen by looking everywhere for it.',
  [at('emergency/second')]:
    'A key that is used twice and the links of the audit chains are held by code that every act shares, which mistakes of its own spoil; stopping its clock is one statement.',
  [at('exchange/htcds')]:
    'Who does not flag takes nothing over: one condition at the head of the function, seen by nobody else.'
}

const ofRepair: Kept = {
  [at('repair/asked')]:
    'The cell’s request is one of four that the same lines make, of which the others fell; what a shelter sent and what an erased file keeps have one statement each.',
  [at('repair/asked.walls')]:
    'What rests unseen on an act must leave the answer as it is, letter for letter: of the hidden acts two touch nothing that the answer is made of, and stay to say so.',
  [at('repair/undo.refusals')]:
    'The seventh day itself is one sign of a comparison, which the tests of the rule ask for on its eve and on its morrow.',
  [at('repair/undo')]:
    'That an act which the cell never knew of leaves nothing there is true of taking it back as of doing it; that a request is said to be forgotten hangs on one word of its step.',
  [at('repair/withdrawn')]:
    'Whoever asked themselves takes no place among what waits for others: one condition of a query, filled here with a hundred requests.'
}

/** For each file of tests of which some stay: what these hold, and why. */
export const keptOfCases: Kept = {
  ...ofCases,
  ...ofCommands,
  ...ofPeople,
  ...ofClocks,
  ...ofSight,
  ...ofEmergencies,
  ...ofRepair
}
