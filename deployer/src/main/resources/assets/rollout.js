// The picture of a rollout, kept up to date. Without this script the page shows it as it was when it was loaded.
(() => {
  const picture = document.getElementById('picture');
  if (!picture) return;
  const show = event => {
    const name = each => each.querySelector('summary').textContent;
    const open = new Map([...picture.querySelectorAll('details')].map(each => [name(each), each.open]));
    picture.innerHTML = event.data;
    picture.querySelectorAll('details').forEach(each => { each.open = open.get(name(each)) ?? each.open; });
    document.dispatchEvent(new CustomEvent('htmx:load', {detail: {elt: picture}}));
  };
  const listen = () => {
    const events = new EventSource(picture.dataset.events);
    events.addEventListener('picture', show);
    return events;
  };
  let events = listen();
  document.addEventListener('visibilitychange', () => {
    events.close();
    if (!document.hidden) events = listen();
  });
})();
