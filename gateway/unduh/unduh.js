// What `npm run package` left beside this page; nothing, where nobody has packed the extension.
const release = await fetch('release.json').then(
  (answer) => (answer.ok ? answer.json() : null),
  () => null,
)

document.querySelector('#versi').textContent = release ? `Versi ${release.version}` : 'Belum ada paket.'
document.querySelector(release ? '#ada' : '#kosong').hidden = false
document.querySelector('#berkas').append(...(release?.files ?? []).map(entry))

function entry({ name, bytes, sha256 }) {
  const link = Object.assign(document.createElement('a'), { href: name, download: name, textContent: name })
  const size = new Intl.NumberFormat('id-ID').format(Math.ceil(bytes / 1024))
  const sum = Object.assign(document.createElement('code'), { className: 'jumlah', textContent: sha256 })
  const item = document.createElement('li')
  item.append(link, ` (${size} KB)`, document.createElement('br'), sum)
  return item
}
