import { mistakes } from '../../../../verify/mutation/house/list.ts'
import { forFile } from '../../../support/for-file.ts'
import { seenHere } from '../walls/asked.ts'
import { asked } from './scenes/asked.ts'
import { openScenes } from './stage.ts'

// What is answered of each row of a kind.
const happens = {
  'an organisation in which something began': `
    said: house given
    said: house merged into
    said: house offered
    said: house platform
    said: house proposed
    said: house sheltered
    said: house took part
    said: house worked`,
  'an organisation in which something began, asked by another': `
    said: count 12`,
  'whose bed it is': `
    said: bed asleep, owner asleep, owner of kind empty
    said: bed closed, owner empty, owner of kind empty
    said: bed free, owner mine, owner of kind mine
    said: bed of another kind, owner mine, owner of kind empty`,
  'which beds are taken': `
    said: place_id b2, state admitted
    said: place_id b1, state reserved`,
  'a house before, and today': `
    said: house another, today another, before [before another]
    said: house before, today today, before [long before]
    said: house before another, today another, before []
    said: house beside, today today, before []
    said: house long before, today today, before []
    said: house today, today today, before [long before,beside,before]`,
  'a house that accompanies anew': `
    said: house begins today, anew true
    said: house held, anew false
    said: house holds, anew true
    said: house holds another, anew false
    said: house holds none, anew false
    said: house holds until today, anew true
    said: house prison, anew true
    said: house shelter, anew false
    said: house will hold, anew false`,
  'which house offers help': `
    said: house association
    said: house chrs
    said: house health
    said: house siao`
}

const site = await forFile(openScenes())
site.stand(asked, happens, seenHere(mistakes, import.meta.url))
