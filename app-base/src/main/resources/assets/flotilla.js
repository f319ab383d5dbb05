// What every page does in the browser: menus, times in the viewer's zone, and words for when the server is silent.
(() => {
  const menus = () => document.querySelectorAll('details.menu[open]');

  document.addEventListener('click', event => {
    for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    for (const menu of menus()) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });

  const UNITS = [['year', 31557600], ['month', 2629800], ['day', 86400], ['hour', 3600], ['minute', 60]];
  const relative = new Intl.RelativeTimeFormat('en', {numeric: 'auto'});
  const styles = {
    day: new Intl.DateTimeFormat('en-GB', {dateStyle: 'medium'}),
    minute: new Intl.DateTimeFormat('en-GB', {dateStyle: 'medium', timeStyle: 'short'}),
    second: new Intl.DateTimeFormat('en-GB', {dateStyle: 'medium', timeStyle: 'medium'}),
    exact: new Intl.DateTimeFormat('en-GB', {dateStyle: 'full', timeStyle: 'long'}),
  };

  const ago = date => {
    const seconds = (date - Date.now()) / 1000;
    const unit = UNITS.find(([, length]) => Math.abs(seconds) >= length);
    return unit ? relative.format(Math.round(seconds / unit[1]), unit[0]) : 'just now';
  };

  const tell = time => {
    const date = new Date(time.dateTime);
    time.textContent = time.dataset.time === 'ago' ? ago(date) : styles[time.dataset.time].format(date);
    time.title = styles.exact.format(date);
  };
  const tellAll = part => {
    if (part.matches?.('time[data-time]')) tell(part);
    part.querySelectorAll('time[data-time]').forEach(tell);
  };

  document.addEventListener('DOMContentLoaded', () => tellAll(document));
  document.addEventListener('htmx:load', event => tellAll(event.detail.elt));
  setInterval(() => document.querySelectorAll('time[data-time=ago]').forEach(tell), 30_000);

  const notice = name => {
    const notices = document.getElementById('notices');
    notices?.replaceChildren(document.getElementById(name).content.cloneNode(true));
    notices?.querySelector('a[href=""]')?.setAttribute('href', location.href);
  };

  // 499 is what sign-in tells a script whose session is over. What only reads loads the page anew, which signs in; what
  // writes must not, or it would throw away what somebody has typed.
  document.addEventListener('htmx:beforeOnLoad', event => {
    const {xhr, requestConfig} = event.detail;
    if (![401, 499].includes(xhr.status) || requestConfig.verb === 'get') return;
    event.preventDefault();
    notice('notice-expired');
  });
  document.addEventListener('htmx:sendError', () => notice('notice-unreachable'));
  document.addEventListener('htmx:afterRequest', event => {
    if (event.detail.successful) document.getElementById('notices')?.replaceChildren();
  });

  // The portal lists the apps that this person may open, to whom it knows: its session is its own, as every app's is.
  for (const list of document.querySelectorAll('[data-apps]')) {
    list.closest('details').addEventListener('toggle', async () => {
      const answer = await fetch(list.dataset.apps, {headers: {'HX-Request': 'true'}}).catch(() => null);
      if (answer?.ok && !answer.redirected) list.innerHTML = await answer.text();
      else list.firstElementChild.hidden = false;
    }, {once: true});
  }
})();
