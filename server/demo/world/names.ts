import type { Chance } from './random.ts'

// First names worn in many countries; family names and names of organisations are made of syllables, and are nobody's.
const given = {
  female: [
    'Alma',
    'Amina',
    'Ana',
    'Blanche',
    'Dina',
    'Elena',
    'Fanta',
    'Grace',
    'Iris',
    'Joy',
    'Lina',
    'Mai',
    'Mira',
    'Nora',
    'Rosa',
    'Sana',
    'Tara',
    'Vera'
  ],
  male: [
    'Adam',
    'Alan',
    'Amadou',
    'Ben',
    'Dario',
    'Elias',
    'Ivan',
    'Jonas',
    'Karim',
    'Leo',
    'Malik',
    'Nino',
    'Omar',
    'Rayan',
    'Sam',
    'Tomas'
  ]
} as const
const openings = [
  'Bel',
  'Cor',
  'Dal',
  'Fen',
  'Gar',
  'Hel',
  'Jor',
  'Kel',
  'Lor',
  'Mar',
  'Nel',
  'Or',
  'Pel',
  'Ris',
  'Sal',
  'Tor',
  'Ul',
  'Ver',
  'Zan'
]
const middles = ['a', 'e', 'i', 'o', 'ame', 'avi', 'edo', 'ila', 'onda', 'uri']
const closings = [
  'bren',
  'cour',
  'dan',
  'fel',
  'gue',
  'lin',
  'mont',
  'nac',
  'quin',
  'rel',
  'sane',
  'vane',
  'zac'
]

export const inventedFamilyName = (chance: Chance) =>
  chance.pick(openings) + chance.pick(middles) + chance.pick(closings)

export const inventedName = (
  chance: Chance,
  sex: 'female' | 'male' = chance.chance(0.5) ? 'female' : 'male'
) => `${chance.pick(given[sex])} ${inventedFamilyName(chance)}`

const suffixes = ['ia', 'ora', 'ane', 'elle', 'ise', 'une']

/** A word that means nothing, for an association or a shelter. */
export const inventedWord = (chance: Chance) =>
  chance.pick(openings) + chance.pick(middles) + chance.pick(suffixes)
