import { describe, expect, it } from 'vitest'
import { localPath } from '../../../server/auth/local-path.ts'

describe('after signing in one is led', () => {
  it.each([
    undefined,
    '',
    'https://example.org/',
    '//example.org/',
    '/\\example.org/',
    '\\\\example.org',
    '/..//example.org/',
    'javascript:alert(1)',
    '/a\nb',
    '/a\\b',
    '/a b',
    '/a\u200bb',
    '/auth/logout',
    '/auth/leave?now',
    '/oidc/auth',
    '/api/cases',
    '/api',
    `/${'a'.repeat(512)}`
  ])('by %j to the first page', (wanted) => {
    expect(localPath(wanted)).toBe('/')
  })

  it.each([
    ['/', '/'],
    ['/dossiers?file=moi', '/dossiers?file=moi'],
    ['/dossiers/#haut', '/dossiers/'],
    ['/authentique', '/authentique'],
    [`/${'a'.repeat(511)}`, `/${'a'.repeat(511)}`]
  ])('by %j there', (wanted, path) => {
    expect(localPath(wanted)).toBe(path)
  })
})
