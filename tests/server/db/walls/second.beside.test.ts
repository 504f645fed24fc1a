import { randomUUID } from 'node:crypto'
import { openWallsAlone, type Reading } from '../alone.ts'
import { adding } from './asked.ts'

// What is read apart from any case: by the rows alone, and by the routes alone.

const { site, standAlone, owner } = await openWallsAlone()
const at = new Date().toISOString()
const put = (table: string, row: object) => owner(adding(table, row))
const orgOf = (login: string) => site.as(login).orgId
const personOf = (login: string) => site.as(login).personId

await site.send('cellule.69', '/api/protocols', {
  ...{ name: '69-2027-01', place: '69', title: 'Protocole', effectiveOn: '2027-01-01' }
})
await site.send('admin', '/api/configuration', {
  ...{ from: '2026-09', version: '2027-01', effectiveOn: '2027-01-01', note: 'circulaire' }
})
await site.send('asso.rhone', '/api/drafts/flag', { data: 'CANARI-BROUILLON' }, { method: 'PUT' })
await site.send('asso.rhone', '/api/calendar', undefined)
const release = 1
await put('release', {
  ...{ quarter: '2026-Q1', kind: 'provisional', version: 1, as_of: at, asked_at: at, state: 'failed' },
  asked_by: personOf('miprof')
})

await put('exact_export', {
  ...{ id: randomUUID(), report: 'greta', year: 2025, purpose: 'CANARI-MOTIF', asked_at: at },
  asked_by: personOf('miprof')
})
await put('administrative_figure', {
  ...{
    id: randomUUID(),
    subject: 'x',
    source: 'ssmsi',
    measure: 'victims',
    year: 2024,
    value: 3,
    unit: 'persons'
  },
  ...{
    edition: 'CANARI-EDITION',
    licence: 'etalab',
    reading: 'V',
    entered_at: at,
    entered_by: personOf('miprof')
  }
})
await put('asylum_occupancy', {
  ...{ centre: 'cada', region: 'Bretagne', as_of: '2026-11-20', places: 10, occupied: 9, recorded_at: at },
  recorded_by: personOf('ofii')
})
await put('settlement', {
  ...{
    id: randomUUID(),
    org_id: orgOf('mediation.69'),
    label: 'CANARI-LIEU',
    kind: 'squat',
    commune: 'Lyon'
  },
  ...{ territory: '69', added_by: personOf('mediation.69'), added_at: at }
})
await put('court_referent', {
  ...{
    id: randomUUID(),
    court_id: orgOf('parquet.lyon'),
    name: 'CANARI-REFERENT',
    service: 'S',
    contact: 'C'
  },
  ...{ verified_on: '2026-11-20', verified_by: personOf('parquet.lyon'), verified_org: orgOf('parquet.lyon') }
})

const readings: Reading[] = [
  {
    rule: 'the draft of a protocol is read by those who prepare and sign it',
    may: ['cellule.69', 'prefecture.69', 'parquet.lyon'],
    others: ['cellule.75', 'prefecture.75', 'parquet.paris', 'asso.rhone', 'dpo'],
    rows: `local_protocol where name = '69-2027-01'`,
    route: '/api/protocols/69-2027-01'
  },
  {
    rule: 'the draft of the rules is read by the administration',
    may: ['admin', 'admin.bis'],
    others: ['cellule.69', 'asso.rhone', 'miprof', 'dpo'],
    rows: `config_version where version = '2027-01'`,
    route: '/api/configuration/2027-01'
  },
  {
    rule: 'a draft is read by whoever wrote it',
    may: ['asso.rhone'],
    others: ['asso.paris', 'cellule.69', 'foyer.azur', 'admin'],
    rows: `draft where person_id = '${personOf('asso.rhone')}'`,
    route: '/api/drafts/flag',
    shows: 'CANARI-BROUILLON'
  },
  {
    rule: 'that somebody has a calendar is read by themselves',
    may: ['asso.rhone'],
    others: ['asso.paris', 'cellule.69', 'foyer.azur', 'admin'],
    rows: `calendar_feed where person_id = '${personOf('asso.rhone')}'`,
    route: '/api/calendar',
    shows: '"madeAt":"2'
  },
  {
    rule: 'figures that are prepared are read by who makes them',
    may: ['miprof'],
    others: ['controle', 'cellule.69', 'asso.rhone', 'admin'],
    rows: `release where number = ${release}`,
    route: `/api/releases/${release}`
  },
  {
    rule: 'why exact counts are asked for is read by who makes figures, or controls them',
    may: ['miprof', 'controle'],
    others: ['cellule.69', 'asso.rhone', 'admin', 'dpo'],
    rows: 'exact_export',
    route: '/api/figures/exact',
    shows: 'CANARI-MOTIF'
  },
  {
    rule: 'what other bodies count is read by who makes figures, or controls them',
    may: ['miprof', 'controle'],
    others: ['cellule.69', 'asso.rhone', 'admin', 'dpo'],
    rows: 'administrative_figure',
    route: '/api/figures/beside?year=2024',
    shows: 'CANARI-EDITION'
  },
  {
    rule: 'how full the asylum scheme is is read by who asks for its places',
    may: ['ofii', 'asso.rhone'],
    others: ['cellule.69', 'police.69', 'prefecture.69', 'dpo'],
    rows: 'asylum_occupancy',
    route: '/api/asylum/occupancy'
  },
  {
    rule: 'where people live is read by the house that mediates there',
    may: ['mediation.69'],
    others: ['asso.rhone', 'ecole.69', 'prefecture.69', 'admin'],
    rows: 'settlement',
    route: '/api/settlements',
    shows: 'CANARI-LIEU'
  },
  {
    rule: 'who is to be spoken to in a court is read by who refers to one',
    may: ['asso.rhone', 'admin'],
    others: ['miprof', 'dpo', 'controle', 'acse'],
    rows: 'court_referent',
    route: '/api/referents',
    shows: 'CANARI-REFERENT'
  }
]
standAlone(readings)
