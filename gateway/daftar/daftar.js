// Shows the enrolment link for copying. The token behind the # never leaves this page, and is taken from the address,
// so that it stays in no history and is on no picture of the screen.
const complete = location.hash.startsWith('#pde_')
const link = document.querySelector('#tautan')
document.querySelector(complete ? '#ada' : '#kosong').hidden = false
if (complete) {
  link.value = location.href
  history.replaceState(null, '', location.pathname)
}

// The whole link pasted into the address of this very page changes only what stands behind the #.
addEventListener('hashchange', () => location.reload())

document.querySelector('#salin').addEventListener('click', async () => {
  link.select()
  const copied = await navigator.clipboard.writeText(link.value).then(
    () => true,
    () => false,
  )
  document.querySelector('#hasil').textContent = copied ? 'Tautan disalin.' : 'Tekan Ctrl+C untuk menyalin.'
})
