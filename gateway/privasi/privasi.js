// Whose gateway this is; without an answer the page stays as general as it was written.
const about = await fetch('/v1/about').then(
  (answer) => (answer.ok ? answer.json() : {}),
  () => ({}),
)
if (about.city) document.querySelector('#kota').textContent = about.city
if (about.dpo) document.querySelector('#dpo').textContent = about.dpo
