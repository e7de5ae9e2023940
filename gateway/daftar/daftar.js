// Shows the enrolment link for copying. The token behind the # never leaves this page.
const complete = location.hash.startsWith('#pde_')
const link = document.querySelector('#tautan')
document.querySelector(complete ? '#ada' : '#kosong').hidden = false
link.value = location.href
history.replaceState(null, '', location.pathname)

document.querySelector('#salin').addEventListener('click', async () => {
  link.select()
  const copied = await navigator.clipboard.writeText(link.value).then(
    () => true,
    () => false,
  )
  document.querySelector('#hasil').textContent = copied ? 'Tautan disalin.' : 'Tekan Ctrl+C untuk menyalin.'
})
