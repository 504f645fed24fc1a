import { mistakes } from '../../../../verify/mutation/house/list.ts'
import { forFile } from '../../../support/for-file.ts'
import { seenHere } from '../walls/asked.ts'
import { struck } from './scenes/struck.ts'
import { openScenes } from './stage.ts'

// What goes with an act that is taken back, and who may take it back.
const happens = {
  'an act of its own': `
    agreed in it, opened by it, t1, t2, t3, t4, written by it: gone
    stopped by it, stopped by it for a request: state running
    the act: struck_at now, struck_by 5, struck_for wrong_entry`,
  'an act of a house that came to it': `
    agreed in it, opened by it, t1, t2, t3, t4, written by it: gone
    stopped by it, stopped by it for a request: state running
    the act: struck_at now, struck_by 5, struck_for wrong_entry`,
  'an act of another, who asked for it': `
    agreed in it, opened by it, t1, t2, t3, t4, written by it: gone
    asked: state undone, settled_at now, settled_by me
    stopped by it, stopped by it for a request: state running
    the act: struck_at now, struck_by 5, struck_for wrong_entry`,
  'an act of another, asked by oneself': `
    refused: no act to strike`,
  'an act of another, which was declined': `
    refused: no act to strike`,
  'an act of another, by a house that does not conclude': `
    refused: no act to strike`,
  'an act in a case that one has left': `
    refused: no act to strike`,
  'an act that left no trace': `
    refused: no act to strike`,
  'an act that was taken back': `
    refused: no act to strike`,
  'the first act': `
    refused: no act to strike`,
  'an act of no case': `
    refused: no case is being written`,
  'by an act that does not say so': `
    refused: no act took it back`,
  'by an act that says so of another': `
    refused: no act took it back`,
  'by an act of another case': `
    refused: no act took it back`,
  'by another number': `
    refused: no act took it back`,
  'by another house, asked and settled': `
    the act: struck_by 5`,
  'by another house, and another settled it': `
    refused: no act took it back`,
  'by another house, and another case was settled': `
    refused: no act took it back`,
  'by another house, and another act was settled': `
    refused: no act took it back`,
  'by another house, still asked': `
    refused: no act took it back`,
  'by its own house': `
    the act: struck_by 5`
}

const site = await forFile(openScenes())
site.stand(struck, happens, seenHere(mistakes, import.meta.url))
