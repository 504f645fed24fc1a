/** Where the outlines of `departements.svg` stand on a page: each there is `d` and its code. */

const numbered = Array.from({ length: 95 }, (_, index) => String(index + 1).padStart(2, '0'))

export const mainland = {
  box: '0 0 1010 1010',
  codes: numbered.flatMap((code) => (code === '20' ? ['2A', '2B'] : [code]))
}

/** Paris and the three départements around it are too small to read at the scale of the country. */
export const ring = { box: '483 216 37 38', codes: ['75', '92', '93', '94'] }

export const overseas = [
  { code: '971', name: 'Guadeloupe', box: '0 0 57 50' },
  { code: '972', name: 'Martinique', box: '0 0 43 50' },
  { code: '973', name: 'Guyane', box: '0 0 40 50' },
  { code: '974', name: 'La Réunion', box: '0 0 56 50' },
  { code: '976', name: 'Mayotte', box: '0 0 38 50' }
]

/** Territories of which no outline is at hand. */
export const squares = [
  { code: '975', name: 'Saint-Pierre-et-Miquelon' },
  { code: '977', name: 'Saint-Barthélemy' },
  { code: '978', name: 'Saint-Martin' },
  { code: '986', name: 'Wallis-et-Futuna' },
  { code: '987', name: 'Polynésie française' },
  { code: '988', name: 'Nouvelle-Calédonie' }
]
