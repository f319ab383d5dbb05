// The picture of a rollout, kept up to date. Without this script the page shows it as it was when it was loaded.
(() => {
  const picture = document.getElementById('picture');
  if (!picture) return;
  const show = event => {
    const open = [...picture.querySelectorAll('details')].map(each => each.open);
    picture.innerHTML = event.data;
    picture.querySelectorAll('details').forEach((each, i) => { each.open = open[i] ?? false; });
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
