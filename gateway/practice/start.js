// The start page: lets a trainee begin again with nothing saved.

import { forgetAll } from './store.js'

document.getElementById('hapus-hasil').addEventListener('click', () => {
  const count = forgetAll()
  const news = count === 0 ? 'Belum ada hasil latihan di tab ini.' : `${count} hasil latihan sudah dihapus.`
  document.getElementById('kabar').textContent = news
})
