import { mistakes } from '../../../../verify/mutation/house/list.ts'
import { forFile } from '../../../support/for-file.ts'
import { seenHere } from '../walls/asked.ts'
import { counted } from './scenes/counted.ts'
import { openScenes } from './stage.ts'

// What is counted and listed of a house, and to whom it is said.
const happens = {
  'what a house holds': `
    said: memberships 7, participations 4, shared 1, referrals 5, places 2`,
  'what a house holds, asked there': `
    `,
  'what a house keeps': `
    said: meetings 1, handings 2, contacts 1, settlements 1, openings 2`,
  'what a house keeps, asked there': `
    `,
  'what merging changes': `
    said: seats 0, team 0, managers 1, kept 0`,
  'what merging changes, asked there': `
    `,
  'what merging changes in another territory, into teams': `
    said: seats 3, team 5, managers 1, kept 0`,
  'what merging changes where both are in teams': `
    said: seats 0, team 0, managers 1, kept 0`,
  'what merging changes where the other accompanies nobody anew': `
    said: seats 0, team 0, managers 1, kept 2`,
  'what is open beside parts': `
    said: kind opening, code c3, by_whom empty, at -10 d, until -9 d
    said: kind opening, code c5, by_whom Ben, at -254 h, until -9 d
    said: kind opening, code c1, by_whom Ana, at -90 d, until +1 d
    said: kind link, code empty, by_whom d…, at -2 d, until +2 d
    said: kind link, code empty, by_whom a…, at -4 d, until +1 d`,
  'what is open beside parts, of each house': `
    said: house mine, beside 5, previews 3
    said: house other, beside 0, previews 0
    said: house platform, beside 0, previews 0
    said: house third, beside 0, previews 0`,
  'what is open beside parts, asked by who manages nothing': `
    said: house mine, beside 0, previews 0
    said: house other, beside 0, previews 0
    said: house platform, beside 0, previews 0
    said: house third, beside 0, previews 0`,
  'whose access is to be looked at': `
    said: house mine, managers 3
    said: house other, managers 3
    said: house platform, managers 0`,
  'whose access is to be looked at, asked there': `
    `,
  'whose access is to be looked at, of a house asleep': `
    said: house other, managers 3
    said: house platform, managers 0`,
  'whose access is to be looked at, asked by the data protection officer': `
    said: house mine, managers 3
    said: house other, managers 3
    said: house platform, managers 0`,
  'whose access is to be looked at, asked by who was': `
    `,
  'whose access is to be looked at, asked by who is for one day more': `
    said: house mine, managers 3
    said: house other, managers 3
    said: house platform, managers 0`,
  'whose access is to be looked at, asked by who is not': `
    `,
  'whose access is to be looked at, asked by who is elsewhere': `
    `,
  'whose access is to be looked at, asked in another role': `
    `
}

const site = await forFile(openScenes())
site.stand(counted, happens, seenHere(mistakes, import.meta.url))
