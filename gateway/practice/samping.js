// The panel beside the practice portal, for PCs where nothing may be installed. It stands in a closed shadow root, so that it is
// no part of the page that it reads.
const key = 'latihan.samping'
const width = '25rem'
const button = document.querySelector('#samping')

if (sessionStorage.getItem(key)) open()
button?.addEventListener('click', () => (document.querySelector('#panel-samping') ? close() : open()))

function open() {
  sessionStorage.setItem(key, 'ya')
  const host = Object.assign(document.createElement('div'), { id: 'panel-samping' })
  const frame = Object.assign(document.createElement('iframe'), {
    src: '/latihan/panel/panel.html?tab=1',
    title: 'Pendamping',
  })
  frame.style.cssText = `position:fixed; inset:0 0 0 auto; width:${width}; max-width:100vw; height:100%; border:0;
    border-left:1px solid #c9d3dc; background:#fff; z-index:9999`
  host.attachShadow({ mode: 'closed' }).append(frame)
  // Beside the body, which a dialog makes inert.
  document.documentElement.append(host)
  if (matchMedia('(min-width: 50rem)').matches) document.documentElement.style.setProperty('--samping', width)
  say(true)
}

function close() {
  sessionStorage.removeItem(key)
  document.querySelector('#panel-samping').remove()
  document.documentElement.style.removeProperty('--samping')
  say(false)
}

function say(isOpen) {
  if (!button) return
  button.textContent = isOpen ? 'Tutup panel' : 'Buka panel tanpa memasang'
  button.setAttribute('aria-expanded', String(isOpen))
}
