import type { Mistake } from '../mistake.ts'
import { actMistakes } from './acts.ts'
import { broadMistakes } from './broad/list.ts'
import { clockMistakes } from './clocks.ts'
import { doorMistakes } from './door.ts'
import { figureMistakes } from './figures.ts'
import { houseMistakes } from './houses.ts'
import { linkMistakes } from './links.ts'
import { accessMistakes } from './walls/house.access.ts'
import { organisationMistakes } from './organisations.ts'
import { pageMistakes } from './pages.ts'
import { placeMistakes } from './places.ts'
import { referralMistakes } from './referrals.ts'
import { repairMistakes } from './repair.ts'
import { ruleMistakes } from './rules.ts'
import { sessionMistakes } from './sessions.ts'
import { toldMistakes } from './told.ts'
import { accessPredicates } from './walls/asked/access.ts'
import { besidePredicates } from './walls/asked/beside.ts'
import { casePredicates } from './walls/asked/cases.ts'
import { cellPredicates } from './walls/asked/cell.ts'
import { processPredicates } from './walls/asked/processes.ts'
import { returnPredicates } from './walls/asked/returns.ts'
import { rulePredicates } from './walls/asked/rules.ts'
import { checkMistakes } from './walls/checks.ts'
import { dateMistakes } from './walls/dates.ts'
import { besideMistakes } from './walls/beside.ts'
import { cellMistakes } from './walls/cell.ts'
import { figureWallMistakes } from './walls/figures.ts'
import { opinionMistakes } from './walls/opinions.ts'
import { peopleMistakes } from './walls/people.ts'
import { readingMistakes } from './walls/reading.ts'
import { triggerMistakes } from './walls/triggers.ts'
import { writingMistakes } from './walls/writing.ts'
import { aheadMistakes } from './zones/ahead.ts'
import { awayMistakes } from './zones/away.ts'
import { bothMistakes } from './zones/both.ts'
import { carefulMistakes } from './zones/careful.ts'
import { carriedMistakes } from './zones/carried.ts'
import { deskMistakes } from './zones/desks.ts'
import { endedMistakes } from './zones/ended.ts'
import { gateMistakes } from './zones/gate.ts'
import { handedMistakes } from './zones/handed.ts'
import { heardMistakes } from './zones/heard.ts'
import { kindMistakes } from './zones/kinds.ts'
import { letterMistakes } from './zones/letters.ts'
import { leavingMistakes } from './zones/leaving.ts'
import { openingMistakes } from './zones/opening.ts'
import { rarerMistakes } from './zones/rarer.ts'
import { regimeMistakes } from './zones/regimes.ts'
import { releaseMistakes } from './zones/releases.ts'
import { severalMistakes } from './zones/second/several.ts'
import { secondMistakes } from './zones/second/requests.ts'
import { sharedMistakes } from './zones/shared.ts'
import { theirMistakes } from './zones/theirs.ts'
import { satMistakes } from './zones/second/sat.ts'
import { singleMistakes } from './zones/second/single.ts'
import { twofoldMistakes } from './zones/second/twofold.ts'
import { urgentMistakes } from './zones/urgent.ts'
import { wordedMistakes } from './zones/second/worded.ts'
import { saidMistakes } from './zones/second/said.ts'
import { mailedMistakes } from './zones/second/mailed.ts'
import { publishedMistakes } from './zones/second/published.ts'
import { reportedMistakes } from './zones/second/reported.ts'
import { sweptMistakes } from './zones/second/swept.ts'
import { twiceMistakes } from './zones/second/twice.ts'
import { orderedMistakes } from './zones/second/ordered.ts'
import { askedRowMistakes } from './zones/moved/asked.ts'
import { endedRowMistakes } from './zones/moved/ended.ts'
import { mergedMistakes } from './zones/moved/merged.ts'
import { teamedMistakes } from './zones/moved/teamed.ts'
import { whoseMistakes } from './zones/moved/whose.ts'
import { loadedMistakes } from './zones/second/loaded.ts'
import { soughtMistakes } from './zones/second/sought.ts'
import { standingMistakes } from './zones/second/standing.ts'
import { handMistakes } from './zones/byhand.ts'
import { bondMistakes } from './walls/bonds.ts'
import { onceMistakes } from './walls/once.ts'
import { calledMistakes } from './walls/rights/called.ts'
import { lessMistakes } from './walls/rights/less.ts'
import { moreMistakes } from './walls/rights/more.ts'
import { instantMistakes } from './zones/halves/instants.ts'
import { pressMistakes } from './zones/halves/presses.ts'
import { smallMistakes } from './zones/halves/small.ts'

/** The mistakes of the house, by area. What the rules of `workflows` hold is asked by `verify:mutants` and by Stryker. */
export const areas: Readonly<Record<string, readonly Mistake[]>> = {
  'the door': doorMistakes,
  sessions: sessionMistakes,
  links: linkMistakes,
  'walls: reading': readingMistakes,
  'walls: writing': writingMistakes,
  'walls: people': peopleMistakes,
  'walls: beside': besideMistakes,
  'walls: the cell': cellMistakes,
  'walls: opinions and whom a withdrawal takes along': opinionMistakes,
  'walls: figures and the journal': figureWallMistakes,
  'walls: each thing asked of access and figures': accessPredicates,
  'walls: each thing asked of rules and directories': rulePredicates,
  'walls: each thing asked of cases and teams': casePredicates,
  'walls: each thing asked in the cell': [...cellPredicates, ...returnPredicates],
  'walls: each thing asked beside a case, and of processes': [...besidePredicates, ...processPredicates],
  'walls: dates': dateMistakes,
  'walls: checks': [...checkMistakes, ...bondMistakes],
  'walls: triggers': triggerMistakes,
  'the gate, seals, the journal': actMistakes,
  'what a reader is told': toldMistakes,
  'acts entered in error': repairMistakes,
  referrals: referralMistakes,
  places: placeMistakes,
  'what a desk shows first': deskMistakes,
  'who is told': heardMistakes,
  clocks: clockMistakes,
  configuration: ruleMistakes,
  'organisations and teams': [
    ...organisationMistakes,
    ...kindMistakes,
    ...openingMistakes,
    ...awayMistakes,
    ...rarerMistakes
  ],
  'who comes to accompany': handedMistakes,
  'regimes, absences and reviews': [...accessMistakes, ...regimeMistakes],
  'houses that close, merge or come': houseMistakes,
  'mails, calendars, notices': [...letterMistakes, ...mailedMistakes],
  'emergencies and links of cases': urgentMistakes,
  'directories, lists, protocols, conversations': sharedMistakes,
  figures: figureMistakes,
  'who cannot be counted, and what has left before': leavingMistakes,
  'releases as the server makes them': [...releaseMistakes, ...publishedMistakes, ...reportedMistakes],
  'the attack on figures': gateMistakes,
  pages: [...pageMistakes, ...carefulMistakes, ...loadedMistakes, ...soughtMistakes],
  'what a page sends, and what has ended': [...carriedMistakes, ...endedMistakes],
  'of which there are two': [
    ...singleMistakes,
    ...severalMistakes,
    ...twofoldMistakes,
    ...secondMistakes,
    ...satMistakes,
    ...saidMistakes,
    ...twiceMistakes
  ],
  'what is written beside': [...wordedMistakes, ...orderedMistakes, ...standingMistakes],
  'said anew, told in order, gone in time': sweptMistakes,
  'what is theirs, what is told of two, what is said before': [
    ...theirMistakes,
    ...bothMistakes,
    ...aheadMistakes
  ],
  'what PostgreSQL does to a row of each kind': [
    ...mergedMistakes,
    ...teamedMistakes,
    ...endedRowMistakes,
    ...askedRowMistakes,
    ...whoseMistakes
  ],
  'what is run by hand, and of what there is a second': handMistakes,
  'walls: what stands once': onceMistakes,
  'walls: rights that are given': [...moreMistakes, ...calledMistakes],
  'walls: rights that are taken away': lessMistakes,
  'eve, instant and morrow; small modules': [...instantMistakes, ...smallMistakes, ...pressMistakes],
  'a whole answer, taken away': broadMistakes
}

export const mistakes: readonly Mistake[] = Object.values(areas).flat()
