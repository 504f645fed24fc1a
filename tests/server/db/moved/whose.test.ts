import { mistakes } from '../../../../verify/mutation/house/list.ts'
import { forFile } from '../../../support/for-file.ts'
import { seenHere } from '../walls/asked.ts'
import { whose } from './scenes/whose.ts'
import { openScenes } from './stage.ts'

// Who is asked for: whom each wall lets through, and who differs from them in one thing.
const happens = {
  'who administers': `
    said to who administers: administers true, administrators 2
    said to who does until tomorrow: administers true, administrators 2
    said to who did until now: administers false, administrators 2
    said to who protects data: administers false, administrators 2
    said to who administers, as another: administers false, administrators 2
    said to who administers, elsewhere: administers false, administrators 2
    said to somebody else: administers false, administrators 2
    said to who administers what is asleep: administers false, administrators 2
    said to who administers no platform: administers false, administrators 2`,
  'who manages access': `
    said to who manages: manages true, asleep false, other false
    said to who does until tomorrow: manages true, asleep false, other false
    said to who did until now: manages false, asleep false, other false
    said to who works there: manages false, asleep false, other false
    said to who manages a house asleep: manages false, asleep false, other false
    said to who manages another: manages false, asleep false, other true
    said to who manages another, here: manages false, asleep false, other false
    said to who manages, from elsewhere: manages false, asleep false, other false`,
  'who confirms, prepares and signs': `
    said to prefecture as prefecture: may psp side prefecture court prefecture another-court prefecture
    said to prefecture as cell_member: may side court another-court
    said to asleep prefecture as prefecture: may side court another-court
    said to prefecture elsewhere as prefecture: may psp-elsewhere side court another-court
    said to mine as prefecture: may side court another-court
    said to cell as cell_secretary: may invite seat absence prepares side court another-court
    said to cell as cell_member: may side court another-court
    said to asleep cell as cell_secretary: may side court another-court
    said to cell elsewhere as cell_secretary: may seat-elsewhere prepares-elsewhere side court another-court
    said to mine as cell_secretary: may side court another-court
    said to prosecution as prosecutor: may side prosecution court prosecution another-court prosecution
    said to prosecution as cell_member: may side court another-court
    said to prosecution of a court as prosecutor: may side prosecution court prosecution another-court
    said to prosecution asleep as prosecutor: may side court another-court
    said to prosecution elsewhere as prosecutor: may side court another-court
    said to mine as prosecutor: may side court another-court
    said to jirs as prosecutor: may side court another-court`,
  'who keeps whom to call': `
    said to the administration: of jirs, prosecution, prosecution elsewhere, prosecution of a court
    said to a prosecutor there: of prosecution
    said to a member there: of empty
    said to a prosecutor elsewhere: of prosecution elsewhere
    said to a prosecutor of a house asleep: of empty`,
  'who follows a case in a house of teams': `
    said to her: follows by her, by her team, by whom she stands for, from now, until tomorrow, reads by her, by her team, by whom she stands for, from now, until tomorrow
    said to who reads all: follows empty, reads by another, by another team, by her, by her team, by whom she stands for, from now, from tomorrow, in another house, until now, until tomorrow
    said to who sits: follows empty, reads by another`,
  'who has withdrawn': `
    said to her: from her house, her other house, herself, where she works until tomorrow, lines [line of hers]
    said to her, as another: from her house, her other house, herself, where she works until tomorrow, lines []`
}

const site = await forFile(openScenes())
site.stand(whose, happens, seenHere(mistakes, import.meta.url))
