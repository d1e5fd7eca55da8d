// Adds readers' zones, ages and news; it has no words.
const all = css => document.querySelectorAll(css)
const show = css => all(css)[0].hidden = 0
const news = all('#news')[0]
const lang = document.currentScript.dataset.locale
const format = more => new Intl.DateTimeFormat(lang,
  { ...more, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' })
const time = format(), date = format({ day: 'numeric', month: 'short', year: 'numeric' })
const relative = new Intl.RelativeTimeFormat(lang)
let day

// A time alone gets its date on another day.
for (const it of all('time[datetime*=T]')) {
  const at = new Date(it.dateTime), to = new Date(it.dataset.to || at)
  const text = 'clock' in it.dataset && day === at.toDateString() ? time : date
  day = at.toDateString()
  it.title = it.textContent + (it.title && ` (${it.title})`)
  it.textContent = at.getTimezoneOffset() - to.getTimezoneOffset()
    ? text.format(at) + ' – ' + date.format(to) : text.formatRange(at, to)
}
for (const it of all('.zone')) it.hidden = !it.hidden
// Ages move on; the build's durations do not.
for (const it of all('[data-alone]')) it.textContent = it.dataset.alone

// What a reader has opened or closed stays so.
document.onclick = ({ target }) => {
  const it = target.closest('summary')?.parentNode
  if (it) it.turned = !it.turned
}

// News reload a page, or are told if it is in use or still old.
async function look() {
  const { page, status } = await (await fetch(news.dataset.from, { cache: 'no-cache' })).json()
  const { state } = news.dataset, now = page.updated_at + status.description
  if (now === state || state > page.updated_at + '~') return
  const isInUse = all(':focus')[0] || getSelection() + '' || [...all('details')].some(it => it.turned)
  if (now === history.state || isInUse) show('#changed')
  else history.replaceState(now, ''), location.reload()
}

function tick() {
  for (const it of all('[data-age]')) {
    it.was ||= it.textContent
    const sign = it.dataset.age ? 1 : -1, min = sign * (new Date(it.dateTime) - Date.now()) / 6e4
    const [size, unit] = 60 > min ? [1, 'minute'] : 1440 > min ? [60, 'hour'] : [1440, 'day']
    it.textContent = sign > 0 && 0 > min ? it.was
      : `${it.was} (${relative.format(sign * Math.trunc(Math.max(0, min) / size), unit).replace(/(\d) /, '$1\xa0')})`
  }
  if (Date.now() > Date.parse(news?.dataset.due)) show('#due')
  if (!document.hidden && /^http/.test(location)) look().catch(() => {})
}

tick()
setInterval(tick, 6e4)
document.onvisibilitychange = tick
