import { expect, it } from 'vitest'
import { localPath } from '../../../server/auth/local-path.ts'

it.each([
  undefined,
  '',
  'dossiers',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/dossiers\\3f2b',
  '/.//evil.example',
  '/x/..//evil.example',
  '/\t/evil.example',
  '/ /evil.example',
  '/\u202eevil',
  'javascript:alert(1)',
  '/api/me',
  '/auth/logout',
  '/oidc',
  '/x/../auth/logout',
  `/${'a'.repeat(512)}`
])('after signing in nobody is led to %j', (wanted) => {
  expect(localPath(wanted)).toBe('/')
})

it.each([
  ['/', '/'],
  ['/dossiers/3f2b?onglet=droits', '/dossiers/3f2b?onglet=droits'],
  ['/dossiers#identite', '/dossiers'],
  ['/authentique', '/authentique'],
  ['/apitherapie', '/apitherapie'],
  [`/${'a'.repeat(511)}`, `/${'a'.repeat(511)}`]
])('the page %s is come back to', (wanted, path) => {
  expect(localPath(wanted)).toBe(path)
})
