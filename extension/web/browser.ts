// The part of the browser's extension API that panel and page script need, for a PC where nothing may be installed: the panel
// stands in a frame of the practice portal, and the portal's window is its only tab. What is kept lasts as long as the tab.
import type { browser as real } from 'wxt/browser'

type Listener = (...what: never[]) => unknown
type Values = Record<string, unknown>
type Changes = Record<string, { newValue?: unknown }>

/** By the window's origin, not its address: an editor's frame has the portal's origin and no address of its own. */
const folder = `${window.origin}/latihan/panel`
const tab = 1
/** Where page scripts leave their ear, each in its own window. */
const ear = Symbol.for('pendamping.web')
/** Who joins a class again from this PC keeps the seat; all else goes with the tab, for the next person sits here too. */
const lasting = new Set(['device'])
const sender = { id: 'pendamping', url: `${folder}/panel.html` }

/** The portal's window: the panel is a frame in it, a page script is in it or in a frame of it. */
const portal = window.parent

function area(name: 'local' | 'session') {
  const heard: ((changes: Changes) => void)[] = []
  const prefix = `pendamping.${name}.`
  const storeOf = (key: string) => (lasting.has(key) ? localStorage : sessionStorage)
  const read = (key: string) => parsed(storeOf(key).getItem(prefix + key))
  const tell = (changes: Changes) => heard.forEach((listener) => listener(changes))
  // Written by another frame of the same tab.
  addEventListener('storage', ({ key, newValue }) => {
    if (key?.startsWith(prefix)) tell({ [key.slice(prefix.length)]: { newValue: parsed(newValue) } })
  })
  return {
    heard,
    async get(keys: string | string[] | null): Promise<Values> {
      const wanted = keys === null ? [] : [keys].flat()
      const found = wanted.map((key) => [key, read(key)] as const)
      return Object.fromEntries(found.filter(([, value]) => value !== undefined))
    },
    async set(values: Values): Promise<void> {
      const given = Object.entries(values).filter(([, value]) => value !== undefined)
      for (const [key, value] of given) storeOf(key).setItem(prefix + key, JSON.stringify(value))
      tell(Object.fromEntries(given.map(([key, newValue]) => [key, { newValue }])))
    },
    async remove(keys: string | string[]): Promise<void> {
      for (const key of [keys].flat()) storeOf(key).removeItem(prefix + key)
      tell(Object.fromEntries([keys].flat().map((key) => [key, {}])))
    },
    onChanged: { addListener: (listener: (changes: Changes) => void) => void heard.push(listener) },
  }
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Frames keep their number for as long as they are there; 0 is the portal itself. */
const numbers = new Map<Window, number>([[portal, 0]])
const numberOf = (frame: Window) =>
  numbers.get(frame) ?? (numbers.set(frame, numbers.size), numbers.get(frame)!)

/** The portal and all frames in it that are its own; not the panel, nor the frames of another site. */
function framesOf(frame: Window): Window[] {
  const inner = Array.from({ length: frame.length }, (_, at) => frame[at]!)
  return [frame, ...inner.filter((each) => each !== window && isOwn(each)).flatMap(framesOf)]
}

function isOwn(frame: Window): boolean {
  try {
    return Boolean(frame.document.documentElement)
  } catch {
    return false
  }
}

const frameOf = (id: number) => framesOf(portal).find((frame) => numberOf(frame) === id)
const earsIn = (frame: Window): Listener[] => (Reflect.get(frame, ear) as Listener[] | undefined) ?? []

/** Loads the page script into a frame, once. */
async function enter(frame: Window): Promise<{ frameId: number }> {
  if (earsIn(frame).length === 0) {
    const script = frame.document.createElement('script')
    Object.assign(script, { type: 'module', src: `${folder}/content.js` })
    const loaded = new Promise((done) =>
      ['load', 'error'].forEach((end) => script.addEventListener(end, done)),
    )
    frame.document.documentElement.append(script)
    await loaded
    script.remove()
  }
  return { frameId: numberOf(frame) }
}

function ask(frame: Window | undefined, message: unknown): Promise<unknown> {
  const [listener] = frame ? earsIn(frame) : []
  if (!listener) return Promise.reject(new Error('no receiver'))
  return new Promise((respond) => (listener as (...what: unknown[]) => unknown)(message, sender, respond))
}

const [local, session] = [area('local'), area('session')]
const nothing = { addListener: () => {} }

const web = {
  runtime: {
    id: sender.id,
    getURL: (path: string) => folder + path,
    onMessage: {
      addListener: (listener: Listener) => Reflect.set(window, ear, [...earsIn(window), listener]),
    },
    /** From the launcher in the page: the panel is open already, and finds what was asked for where it always does. */
    async sendMessage(message: { tell: string; helper?: string }): Promise<void> {
      if (message.tell === 'open')
        await session.set({ [`intent:${tab}`]: { helper: message.helper ?? null, at: Date.now() } })
    },
  },
  storage: {
    local,
    session,
    /** The gateway is where this page came from. */
    managed: { get: async () => ({ gatewayUrl: window.origin }) },
    onChanged: {
      addListener(listener: (changes: Changes, area: string) => void) {
        local.heard.push((changes) => listener(changes, 'local'))
      },
    },
  },
  tabs: {
    query: async () => [{ id: tab }],
    get: async () => ({ id: tab, url: portal.location.href }),
    sendMessage: (_tab: number, message: unknown, { frameId }: { frameId: number }) =>
      ask(frameOf(frameId), message),
    /** A room of the portal changes what it shows without loading a page; with a page the panel goes, and comes again. */
    onUpdated: {
      addListener(listener: (tab: number, change: { status: string }) => void) {
        portal.addEventListener('hashchange', () => listener(tab, { status: 'complete' }))
      },
    },
    onActivated: nothing,
  },
  scripting: {
    executeScript: () => Promise.all(framesOf(portal).map(enter)),
    async insertCSS({ target, css }: { target: { frameIds: number[] }; css: string }): Promise<void> {
      for (const frame of target.frameIds.map(frameOf)) {
        if (!frame) continue
        const style = frame.document.createElement('style')
        style.textContent = css
        frame.document.documentElement.append(style)
      }
    },
  },
  permissions: {
    contains: async () => true,
    request: async () => true,
    getAll: async () => ({ origins: [] }),
  },
}

export const browser = web as unknown as typeof real
export type { Browser } from 'wxt/browser'
