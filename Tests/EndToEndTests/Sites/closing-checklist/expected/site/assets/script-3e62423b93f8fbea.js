// Adds readers' zones, ages and news to whole pages. It holds no words.
const all = css => document.querySelectorAll(css)
const news = document.getElementById('news')
const lang = document.documentElement.lang.replace(/^en$/, 'en-GB') // 'en' is American
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' }
const time = new Intl.DateTimeFormat(lang, clock)
const date = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', year: 'numeric', ...clock })
const relative = new Intl.RelativeTimeFormat(lang)
const ages = []
let day

// A time alone gets its date if the one before has another. Days stay the site's.
for (const it of all('time[datetime*=T]')) {
  const at = new Date(it.dateTime)
  const format = 'clock' in it.dataset && day === at.toDateString() ? time : date
  day = at.toDateString()
  it.title ||= it.textContent
  it.textContent = format.formatRange(at, new Date(it.dataset.to || at))
  if ('age' in it.dataset) ages.push([it, at, it.textContent])
}
for (const it of all('.zone')) it.hidden = !it.hidden

function tick() {
  for (const [it, at, text] of ages) {
    const min = (at - Date.now()) / 6e4
    const [size, unit] = min > -60 ? [1, 'minute'] : min > -1440 ? [60, 'hour'] : [1440, 'day']
    it.textContent = `${text} (${relative.format(Math.trunc(min / size), unit)})`
  }
  if (Date.now() > Date.parse(news?.dataset.due)) all('#due')[0].hidden = false
}

// A new state reloads a page once. If in use (focus, selection, details) it says so.
async function look() {
  const { page, status } = await (await fetch(news.dataset.from, { cache: 'no-cache' })).json()
  const state = page.updated_at + status.description
  if (state === news.dataset.state || state === history.state) return
  if (all(':focus, [open]')[0] || getSelection() + '') return all('#changed')[0].hidden = false
  history.replaceState(state, '')
  location.reload()
}

tick()
setInterval(() => {
  tick()
  if (news && !document.hidden && /^http/.test(location)) look().catch(() => {})
}, 6e4)
