import type { RegionName } from '../calendar/territories.ts'

/** Regions that touch: a person who must go far is not sent next door. Overseas, every other region is far. */
const borders = [
  ['Auvergne-Rhône-Alpes', 'Bourgogne-Franche-Comté'],
  ['Auvergne-Rhône-Alpes', 'Centre-Val de Loire'],
  ['Auvergne-Rhône-Alpes', 'Nouvelle-Aquitaine'],
  ['Auvergne-Rhône-Alpes', 'Occitanie'],
  ['Auvergne-Rhône-Alpes', 'Provence-Alpes-Côte d’Azur'],
  ['Bourgogne-Franche-Comté', 'Centre-Val de Loire'],
  ['Bourgogne-Franche-Comté', 'Grand Est'],
  ['Bourgogne-Franche-Comté', 'Île-de-France'],
  ['Bretagne', 'Normandie'],
  ['Bretagne', 'Pays de la Loire'],
  ['Centre-Val de Loire', 'Île-de-France'],
  ['Centre-Val de Loire', 'Normandie'],
  ['Centre-Val de Loire', 'Nouvelle-Aquitaine'],
  ['Centre-Val de Loire', 'Pays de la Loire'],
  ['Grand Est', 'Hauts-de-France'],
  ['Grand Est', 'Île-de-France'],
  ['Hauts-de-France', 'Île-de-France'],
  ['Hauts-de-France', 'Normandie'],
  ['Île-de-France', 'Normandie'],
  ['Normandie', 'Pays de la Loire'],
  ['Nouvelle-Aquitaine', 'Occitanie'],
  ['Nouvelle-Aquitaine', 'Pays de la Loire'],
  ['Occitanie', 'Provence-Alpes-Côte d’Azur']
] as const satisfies (readonly [RegionName, RegionName])[]

export const areNeighbours = (one: string, other: string): boolean =>
  borders.some(([a, b]) => (a === one && b === other) || (a === other && b === one))
