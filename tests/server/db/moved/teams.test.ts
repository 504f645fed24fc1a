import { mistakes } from '../../../../verify/mutation/house/list.ts'
import { forFile } from '../../../support/for-file.ts'
import { seenHere } from '../walls/asked.ts'
import { teams } from './scenes/teams.ts'
import { openScenes } from './stage.ts'

// Which teams and cases a house has that begins to work in teams, or comes to another, and who leads.
const happens = {
  'a house without teams comes to one with teams': `
    ana, ana sits, ben leaves tomorrow, eve works in both, there: until now
    g1: org_id here
    g2: confirm_org_id here
    gone: status closed, closed_at now, merged_into here
    p1, p2, p3, p8: told 2, org_id here
    r1: recipient_org_id here
    r3: sender_org_id here
    new caseload: at now, by_id admin, since now, org_id here, case_id asked of the one, team_id some id
    new caseload: at now, by_id admin, since now, org_id here, case_id of the one, team_id some id
    new caseload: at now, by_id admin, since now, org_id here, case_id opened, team_id some id
    new caseload: at now, by_id admin, since now, org_id here, case_id to confirm, team_id some id
    new membership: role asso, since now, org_id here, manager false, alternate false, person_id ana
    new membership: role asso, since now, org_id here, manager false, alternate false, person_id ben
    new membership: role cell_member, since now, org_id here, manager false, alternate false, person_id ana
    new team: name Gone, org_id here
    new team_member: leads false, since now, org_id here, team_id some id, person_id ana
    new team_member: leads false, since now, org_id here, team_id some id, person_id ben
    new team_member: leads false, since now, org_id here, team_id some id, person_id eve`,
  'a house of nobody comes to one with teams': `
    g1: org_id here
    g2: confirm_org_id here
    gone: status closed, closed_at now, merged_into here
    p1, p2, p3, p8: told 2, org_id here
    r1: recipient_org_id here
    r3: sender_org_id here`,
  'a house of who leaves tomorrow comes to one with teams': `
    new caseload: at now, by_id admin, since now, org_id here, case_id asked of the one, team_id some id
    new caseload: at now, by_id admin, since now, org_id here, case_id opened, team_id some id
    new caseload: at now, by_id admin, since now, org_id here, case_id to confirm, team_id some id
    new team: name Gone, org_id here
    new team_member: leads false, since now, org_id here, team_id some id, person_id ben`,
  'a house comes as a team where another was confirmed': `
    refused: two persons merge organisations`,
  'a house comes to one that has a team of its name': `
    new caseload: at now, by_id admin, since now, org_id here, case_id asked of the one, team_id some id
    new caseload: at now, by_id admin, since now, org_id here, case_id opened, team_id some id
    new caseload: at now, by_id admin, since now, org_id here, case_id to confirm, team_id some id
    new team: name Gone · …, org_id here
    new team_member: leads false, since now, org_id here, team_id some id, person_id ana`,
  'a house with teams comes to one without': `
    ana, ana sits, ben leaves tomorrow, eve works in both, there: until now
    covers, followed, follows, follows both, g1, t gone, t gone too: org_id here
    g2: confirm_org_id here
    gone: status closed, closed_at now, merged_into here
    here: by_team true
    p1, p2, p3, p8: told 2, org_id here
    r1: recipient_org_id here
    r3: sender_org_id here
    new caseload: at now, by_id somebody, since now, org_id here, case_id asked of here, team_id some id
    new caseload: at now, by_id somebody, since now, org_id here, case_id asked of the one, team_id some id
    new caseload: at now, by_id somebody, since now, org_id here, case_id followed before, team_id some id
    new caseload: at now, by_id somebody, since now, org_id here, case_id followed by here, team_id some id
    new caseload: at now, by_id somebody, since now, org_id here, case_id of here, team_id some id
    new membership: role asso, since now, org_id here, manager false, alternate false, person_id ana
    new membership: role asso, since now, org_id here, manager false, alternate false, person_id ben
    new membership: role cell_member, since now, org_id here, manager false, alternate false, person_id ana
    new team: name Here, org_id here
    new team_member: leads false, since now, org_id here, team_id some id, person_id ben
    new team_member: leads false, since now, org_id here, team_id some id, person_id gus
    new team_member: leads true, since now, org_id here, team_id some id, person_id dan`,
  'a house with teams comes to one with teams': `
    ana, ana sits, ben leaves tomorrow, eve works in both, there: until now
    covers, followed, follows, g1, t gone too: org_id here
    follows both: until now, org_id here
    g2: confirm_org_id here
    gone: status closed, closed_at now, merged_into here
    p1, p2, p3, p8: told 2, org_id here
    r1: recipient_org_id here
    r3: sender_org_id here
    t gone: name Accueil · Gone, org_id here
    new membership: role asso, since now, org_id here, manager false, alternate false, person_id ana
    new membership: role asso, since now, org_id here, manager false, alternate false, person_id ben
    new membership: role cell_member, since now, org_id here, manager false, alternate false, person_id ana`,
  'neither works in teams': `
    ana, ana sits, ben leaves tomorrow, eve works in both, there: until now
    g1: org_id here
    g2: confirm_org_id here
    gone: status closed, closed_at now, merged_into here
    p1, p2, p3, p8: told 2, org_id here
    r1: recipient_org_id here
    r3: sender_org_id here
    new membership: role asso, since now, org_id here, manager false, alternate false, person_id ana
    new membership: role asso, since now, org_id here, manager false, alternate false, person_id ben
    new membership: role cell_member, since now, org_id here, manager false, alternate false, person_id ana`,
  'a house comes as a team that nobody confirmed': `
    refused: two persons merge organisations`,
  'a house begins to work in teams': `
    gone: by_team true
    new caseload: at now, by_id ana, since now, org_id gone, case_id asked of the one, team_id first team
    new caseload: at now, by_id ana, since now, org_id gone, case_id followed by here, team_id first team
    new caseload: at now, by_id ana, since now, org_id gone, case_id of both, team_id first team
    new caseload: at now, by_id ana, since now, org_id gone, case_id of the one, team_id first team
    new caseload: at now, by_id ana, since now, org_id gone, case_id opened, team_id first team
    new caseload: at now, by_id ana, since now, org_id gone, case_id to confirm, team_id first team
    new team: name First, org_id gone
    new team_member: leads false, since now, org_id gone, team_id first team, person_id ben
    new team_member: leads false, since now, org_id gone, team_id first team, person_id eve
    new team_member: leads true, since now, org_id gone, team_id first team, person_id ana`,
  'a house that has teams founds no first one': `
    refused: an organisation has one first team`,
  'nobody leads': `
    is of a team: leads true
    said: take_lead 1`,
  'somebody leads until tomorrow': `
    said: take_lead 0`,
  'somebody led until now': `
    is of a team: leads true
    said: take_lead 1`
}

const site = await forFile(openScenes())
site.stand(teams, happens, seenHere(mistakes, import.meta.url))
