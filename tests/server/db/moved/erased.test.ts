import { mistakes } from '../../../../verify/mutation/house/list.ts'
import { forFile } from '../../../support/for-file.ts'
import { seenHere } from '../walls/asked.ts'
import { erased } from './scenes/erased.ts'
import { openScenes } from './stage.ts'

// What is erased of a case, and of no other.
const happens = {
  'who she is': `
    her majority, who she is: gone
    of a sealed day: sealed empty, computation [month], met_computation [month]`,
  'who she is, asked by another than the clock': `
    refused: only the clock erases`,
  'who she is, of no case': `
    refused: only the clock erases`,
  'what was proposed of it': `
    handed, handed before, sent for its handing: gone`,
  'what was proposed of it, asked by another than the clock': `
    refused: only the clock erases`,
  'what was proposed of it, of no case': `
    refused: only the clock erases`,
  'what it is linked with': `
    linked, linked below, sent for its link, sent for its other link: gone`,
  'what it is linked with, asked by another than the clock': `
    refused: only the clock erases`,
  'what it is linked with, of no case': `
    refused: only the clock erases`,
  'why it was opened': `
    opened: words empty`,
  'why it was opened, asked by another than the clock': `
    refused: only the clock erases`,
  'why it was opened, of no case': `
    refused: only the clock erases`,
  'what was sent for it': `
    sent for its emergency, sent for its request, sent for the case: gone`,
  'what was sent for it, asked by another than the clock': `
    refused: only the clock erases`,
  'what was sent for it, of no case': `
    refused: only the clock erases`,
  'what was said in it': `
    asked: input {}
    her majority, until she would be too old, where she is, who she is: gone
    of a sealed day: sealed empty, computation [], met_computation []
    of an open day: computation [], met_computation []
    said: input {day:b}
    sent: preview {zone:b}
    until it is too late: computation []`,
  'what was said in it, asked by another than the clock': `
    refused: only the clock erases`,
  'what was said in it, of no case': `
    refused: only the clock erases`,
  'what its clocks keep': `
    asked back, sent for what was asked of it, trace: gone`,
  'what its clocks keep, asked by another than the clock': `
    refused: only the clock erases`,
  'what its clocks keep, of no case': `
    refused: only the clock erases`
}

const site = await forFile(openScenes())
site.stand(erased, happens, seenHere(mistakes, import.meta.url))
