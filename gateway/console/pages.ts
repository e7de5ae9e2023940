// The console as a table of contents: which page, for whom, in the order of the menu. A page is loaded when it is opened.
import type { ComponentType } from 'preact'
import type { Role } from '../../shared/protocol/console.ts'
import type { MessageKey } from './i18n/index.ts'

/** @property path what stands behind the page's own name in the address */
export type PageView = ComponentType<{ path: string[] }>

interface PageEntry {
  title: MessageKey
  roles: readonly Role[]
  /** Whether the menu names it. */
  inMenu: boolean
  /** The page of the menu that it belongs to. */
  under?: string
  /** Without the frame, for a room to look at. */
  isBare?: (path: string[]) => boolean
  load: () => Promise<PageView>
}

const everybody = ['city', 'office', 'auditor', 'trainer'] as const

export const pages: Record<string, PageEntry> = {
  ringkasan: {
    title: 'summary',
    roles: ['city', 'office', 'auditor'],
    inMenu: true,
    load: async () => (await import('./pages/summary/summary.tsx')).SummaryPage,
  },
  instansi: {
    title: 'offices',
    roles: ['city', 'office', 'auditor'],
    inMenu: true,
    load: async () => (await import('./pages/offices.tsx')).Offices,
  },
  impor: {
    title: 'importTitle',
    roles: ['city'],
    inMenu: false,
    under: 'instansi',
    load: async () => (await import('./pages/import.tsx')).Import,
  },
  kebijakan: {
    title: 'policy',
    roles: ['city', 'office', 'auditor'],
    inMenu: true,
    load: async () => (await import('./pages/policy.tsx')).PolicyPage,
  },
  model: {
    title: 'models',
    roles: ['city', 'auditor'],
    inMenu: true,
    load: async () => (await import('./pages/model.tsx')).Models,
  },
  audit: {
    title: 'audit',
    roles: ['city', 'office', 'auditor'],
    inMenu: true,
    load: async () => (await import('./pages/audit.tsx')).Audit,
  },
  unduhan: {
    title: 'downloads',
    roles: ['city', 'office'],
    inMenu: true,
    load: async () => (await import('./pages/downloads.tsx')).Downloads,
  },
  kelas: {
    title: 'classes',
    roles: ['city', 'auditor', 'trainer'],
    inMenu: true,
    isBare: ([, part]) => part === 'layar',
    load: async () => (await import('./pages/classes/classes.tsx')).Classes,
  },
  admin: {
    title: 'admins',
    roles: ['city', 'auditor'],
    inMenu: true,
    load: async () => (await import('./pages/admins.tsx')).Admins,
  },
  akun: {
    title: 'account',
    roles: everybody,
    inMenu: true,
    load: async () => (await import('./pages/account.tsx')).Account,
  },
}

/** @returns the page of that name, where the role may see it */
export function pageFor(name: string, role: Role): PageEntry | null {
  const page = Object.hasOwn(pages, name) ? pages[name] : undefined
  return page?.roles.includes(role) ? page : null
}

/** @returns the name of the page that the role begins with */
export function firstPage(role: Role): string {
  return Object.keys(pages).find((name) => pages[name]!.inMenu && pages[name]!.roles.includes(role)) ?? 'akun'
}
