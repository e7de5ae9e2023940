// The worker opens doors: toolbar, menu, keys, launcher; enrolment by policy; the policy's refresh. It is not in the
// way of any text. It may die at any moment, so nothing is kept in it that matters.
import { browser, type Browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { HelperName } from '../../shared/protocol/index.ts'
import { enterPortals, keepPanelToItsTab, openPanel, togglePanel } from '../browser.ts'
import { enrolByPolicy, refreshPolicy } from '../enrolment.ts'
import { intentKey, LauncherTell, panelKey, waitingKey } from '../messages.ts'
import { expireHistory } from '../library.ts'
import { readSettings, writeSettings } from '../settings.ts'

const policyMinutes = 5
const historyMinutes = 24 * 60

export default defineBackground(() => {
  browser.runtime.onInstalled.addListener(() => {
    keepPanelToItsTab()
    void browser.contextMenus.removeAll().then(addMenu)
    void enrolByPolicy()
    // An update takes the registered scripts away.
    void enterPortals()
  })
  browser.runtime.onStartup.addListener(() => {
    void enrolByPolicy()
    void enterPortals()
  })
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') void enrolByPolicy()
  })

  browser.action.onClicked.addListener(togglePanel)
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => openFor(menuItemId, tab))
  browser.commands.onCommand.addListener((command, tab) => openFor(command, tab))
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    if (sender.id === browser.runtime.id && sender.tab) hear(message, sender.tab)
  })

  browser.permissions.onAdded.addListener(() => void enterPortals())
  browser.permissions.onRemoved.addListener(() => void enterPortals())
  // A citizen's text must not outlive the tab in which it was read.
  browser.tabs.onRemoved.addListener((tabId) => {
    void browser.storage.session.remove([intentKey(tabId), waitingKey(tabId), panelKey(tabId)])
  })

  void browser.alarms.create('policy', { periodInMinutes: policyMinutes })
  void browser.alarms.create('history', { periodInMinutes: historyMinutes, delayInMinutes: 1 })
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === 'policy') void refreshPolicy()
    if (name === 'history') void expireHistory()
  })
})

function addMenu(): void {
  for (const id of HelperName.options) {
    // Which of the office's recipes, the panel asks.
    if (id === 'recipe') continue
    browser.contextMenus.create({
      id,
      contexts: ['selection'],
      title: browser.i18n.getMessage(`${id}Selection`),
    })
  }
}

function openFor(helper: unknown, tab: Browser.tabs.Tab | undefined): void {
  const name = HelperName.safeParse(helper).data
  if (name) openPanel(tab, name)
}

/** The gesture of a click in the page reaches this far, but not past an await. */
function hear(message: unknown, tab: Browser.tabs.Tab): void {
  const tell = LauncherTell.safeParse(message).data
  if (tell?.tell === 'open') openPanel(tab, tell.helper)
  if (tell?.tell === 'hide-launcher') void hideLauncher(tell.host)
}

async function hideLauncher(host: string): Promise<void> {
  const { launcherOffHosts } = await readSettings()
  await writeSettings({ launcherOffHosts: [...new Set([...launcherOffHosts, host])] })
}
