// Live counters under text boxes: "0 / 300". The box names its counter in aria-describedby.

export function startCounters(root) {
  for (const box of root.querySelectorAll('textarea[maxlength]')) {
    box.addEventListener('input', () => showCount(box))
    showCount(box)
  }
}

export function showCount(box) {
  const counter = document.getElementById(box.getAttribute('aria-describedby'))
  counter.textContent = `${box.value.length} / ${box.maxLength}`
  counter.classList.toggle('penuh', box.value.length >= box.maxLength)
}
