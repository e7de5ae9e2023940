// Shows a class's code to a whole room. The code stands behind the # and never leaves this page.
const byId = (id) => document.getElementById(id)

/** Small letters, blanks and dashes are forgiven; signs that look alike are in no code. */
function codeOf(typed) {
  const code = typed.toUpperCase().replaceAll('%20', '').replace(/[\s-]/g, '')
  return /^[A-HJKMNP-Z2-9]{6}$/.test(code) ? code : null
}

function show() {
  const typed = location.hash.slice(1)
  const code = codeOf(typed)
  byId('ada').hidden = !code
  byId('kosong').hidden = Boolean(code)
  byId('keliru').hidden = !typed
  byId('kode').textContent = code
  byId('alamat').textContent = location.host
  byId('hasil').textContent = ''
}

addEventListener('hashchange', show)
show()

byId('kosong').addEventListener('submit', (event) => {
  event.preventDefault()
  location.hash = encodeURIComponent(byId('isian').value.trim())
})

byId('salin').addEventListener('click', async () => {
  const copied = await navigator.clipboard.writeText(location.href).then(
    () => true,
    () => false,
  )
  byId('hasil').textContent = copied ? 'Tautan disalin.' : 'Salinlah dari bilah alamat peramban.'
})
