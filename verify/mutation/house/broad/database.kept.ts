import type { Kept } from './kept.ts'

/** Why tests stay that no mistake brought down: those of the second half. */
export const keptBeside: Kept = {
  'tests/server/db/moved/alone.test.ts':
    'What is left holds that no count of whom a house would leave is told elsewhere, and that a house accredited again is forgotten as gone: one clause, or one trigger, each.',
  'tests/server/db/moved/asked.test.ts':
    'What is left are three questions of PostgreSQL with one line each: who may know that a house has begun, which beds are taken, which houses offer help.',
  'tests/server/db/moved/counted.test.ts':
    'What is left holds that a house asleep is due no review, and that who manages nothing is shown nothing of what is open: one condition each.',
  'tests/server/db/moved/teams.test.ts':
    'What is left holds that nobody takes the lead while somebody has it for a day more: the other side of the scene in which it was had until now.',
  'tests/server/db/parts.walls.test.ts':
    'What is left is the half that reads: whoever takes part reads rows of every table; a table that is closed to all is a fault that each act of the product meets first.',
  'tests/server/db/sealing.test.ts':
    'What is left holds that a shorter tag and an unknown version are refused before anything is deciphered: one argument and one line, with one test each.',
  'tests/server/db/secret-days.test.ts':
    'What is left holds that sealed days are erased with her identity: one assignment of one function.',
  'tests/server/db/walls.alone.test.ts':
    'What is left asks lists and the journal with the row security off: each hangs on the one condition of its own route, whose own tests hold it too.',
  'tests/server/db/walls.alone.acts.test.ts':
    'What is left is the half that acts, and the routes with the row security off: PostgreSQL cannot be closed to an act that may be written without closing it to those that set the file up.',
  'tests/server/db/walls.test.ts':
    'What is left holds that the capacities of a house are read alike by both walls, and that each refusal of the matrix leaves its denial: one query and one word.',
  'tests/server/search/search.test.ts':
    'What is left holds that another role of the same house finds nothing, which the list of one’s cases and the right to open them hold both; that the journal has words for a search; and that what is typed is bounded and stands in no address.',
  'tests/server/takeover/bounds.test.ts':
    'What is left measures how long a spreadsheet takes that is too wide, of many names, of endless contacts or of quotes: each is another loop, and has one test.',
  'tests/server/takeover/refused.test.ts':
    'What is left holds that nothing is sent beside what is asked for, and no team where there are none: the shape of one body and one line.',
  'tests/server/teams/closing.test.ts':
    'What is left holds who follows a case on its page, that PostgreSQL refuses a stand-in what a route would, and what a stand-in may do all the same: no two of them hang on one line.',
  'tests/server/teams/departed.test.ts':
    'What is left follows one colleague who has left from the page of teams to that of a case: it falls where the end of an access is forgotten, and would fall alone.',
  'tests/server/teams/due.test.ts':
    'What is left holds that a colleague of another team reads neither day nor count: it is kept by row security, of which the two walls are asked beside it.',
  'tests/server/teams/last-of-team.test.ts':
    'What is left is the control of the two tests after it: where there are no teams nobody is alone in one.',
  'tests/server/teams/teams.test.ts':
    'What is left founds the first team, on which all tests after it stand, and goes through each way by which a case could be found: each way is another route.',
  'tests/server/teams/told.test.ts':
    'What is left holds who confirms an emergency access where colleagues are in another team: it asks one function of PostgreSQL twice, and would fall alone.',
  'tests/server/teams/walls.test.ts':
    'What is left holds that a house without teams loses nothing by those of another: a wall that closed more than it should would fall on it alone.',
  'tests/server/db/constraints.test.ts':
    'What is left asks the application for one place twice: code and index both refuse, so that one mistake alone is not seen.',
  'tests/server/db/health.test.ts':
    'That headers stand, that the API describes itself, and that closing waits for whoever is being answered: each by code of its own, in which no mistake was made.'
}
