// The picture of the graph in the browser: larger and smaller, dragged about, and what belongs together lit.
(() => {
  const frame = document.querySelector('.graph');
  const svg = frame?.querySelector('svg');
  if (!svg) return;
  const [, , width, height] = svg.getAttribute('viewBox').split(' ').map(Number);
  let scale = Number(svg.getAttribute('width')) / width;

  document.querySelector('.graph-zoom').hidden = false;
  document.querySelector('.graph-size').hidden = true;

  // The point under the pointer stays under it.
  const zoom = (to, x = frame.clientWidth / 2, y = frame.clientHeight / 2) => {
    const next = Math.min(4, Math.max(.1, to));
    const left = (frame.scrollLeft + x) / scale;
    const top = (frame.scrollTop + y) / scale;
    scale = next;
    svg.setAttribute('width', width * scale);
    svg.setAttribute('height', height * scale);
    frame.scrollTo(left * scale - x, top * scale - y);
  };
  const fit = () => zoom(Math.min(frame.clientWidth / width, 1));
  for (const button of document.querySelectorAll('[data-zoom]'))
    button.addEventListener('click', () => button.dataset.zoom === 'fit' ? fit() : zoom(scale * button.dataset.zoom));
  frame.addEventListener('wheel', event => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const box = frame.getBoundingClientRect();
    zoom(scale * Math.exp(-event.deltaY / 300), event.clientX - box.x, event.clientY - box.y);
  }, {passive: false});
  frame.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') zoom(scale * 1.25);
    if (event.key === '-') zoom(scale * .8);
    if (event.key === '0') fit();
  });

  let drag = null;
  svg.addEventListener('dragstart', event => event.preventDefault());
  frame.addEventListener('pointerdown', event => {
    if (event.pointerType === 'mouse' && event.button === 0) drag = {x: event.clientX, y: event.clientY, moved: false};
  });
  addEventListener('pointermove', event => {
    if (!drag) return;
    drag.moved ||= Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > 4;
    if (!drag.moved) return;
    frame.scrollBy(drag.x - event.clientX, drag.y - event.clientY);
    drag.x = event.clientX;
    drag.y = event.clientY;
  });
  addEventListener('pointerup', () => setTimeout(() => { drag = null; }));
  frame.addEventListener('click', event => { if (drag?.moved) event.preventDefault(); }, true);

  const light = name => {
    svg.classList.toggle('graph-dim', name !== undefined);
    const near = new Set([name]);
    for (const edge of svg.querySelectorAll('.graph-edge')) {
      const {app, group} = edge.dataset;
      const lit = app === name || group === name;
      edge.classList.toggle('graph-lit', lit);
      if (lit) near.add(app).add(group);
    }
    for (const box of svg.querySelectorAll('a')) box.classList.toggle('graph-lit', near.has(box.dataset.name));
  };
  for (const box of svg.querySelectorAll('a')) {
    box.addEventListener('mouseenter', () => light(box.dataset.name));
    box.addEventListener('mouseleave', () => light());
  }
})();
