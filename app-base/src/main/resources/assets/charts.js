// Draws every element with data-chart by ECharts, on a canvas: its SVG and HTML tooltips would need inline styles. What
// is drawn stands in the element as JSON; no text in it is ever taken for mark-up.
(() => {
  const drawn = new Map();
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const compact = new Intl.NumberFormat('en', {notation: 'compact', maximumFractionDigits: 1});

  const writer = ({before, after, decimals, scale}) => {
    const digits = new Intl.NumberFormat('en', {minimumFractionDigits: decimals, maximumFractionDigits: decimals});
    const sign = (value, text) => value < 0 ? '-' + before + text : before + text;
    return {
      exact: value => value == null || Number.isNaN(value) ? '–' : sign(value, digits.format(Math.abs(value * scale))) + after,
      brief: value => sign(value, compact.format(Math.abs(value * scale))) + after,
    };
  };

  // A name in the legend is a text, and a text in braces would be taken for a style.
  const plain = text => text.replaceAll('{', '(').replaceAll('}', ')').replaceAll('|', '¦');

  const look = () => ({
    text: css('--tblr-secondary'),
    line: css('--tblr-border-color'),
    surface: css('--tblr-bg-surface'),
    body: css('--tblr-body-color'),
    accent: css('--accent'),
    colours: [css('--accent'), ...css('--chart-colours').split(' ')],
    fields: css('--chart-fields').split(' '),
    font: getComputedStyle(document.body).fontFamily,
  });

  const common = (data, seen, more) => ({
    animationDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 300,
    color: seen.colours,
    textStyle: {fontFamily: seen.font},
    tooltip: {
      trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: seen.surface, borderColor: seen.line,
      textStyle: {color: seen.body}, axisPointer: {type: 'line', lineStyle: {color: seen.accent}}, ...more,
    },
  });
  const legend = (names, seen) => ({show: names.length > 1, top: 0, left: 0, right: 0, type: 'scroll', icon: 'roundRect', itemWidth: 10, itemHeight: 10, textStyle: {color: seen.text}, pageTextStyle: {color: seen.text}});
  const categories = (labels, seen, gap) => ({type: 'category', data: labels, boundaryGap: gap, axisLabel: {color: seen.text, hideOverlap: true}, axisTick: {show: false}, axisLine: {lineStyle: {color: seen.line}}});
  const values = (write, seen) => ({type: 'value', axisLabel: {color: seen.text, formatter: write.brief}, splitLine: {lineStyle: {color: seen.line}}});

  const lines = (data, seen) => {
    const write = writer(data.format);
    const bars = data.kind === 'BAR' || data.kind === 'STACKED';
    const many = data.series.length > 1;
    const tall = data.labels.length > 12 ? 'axis' : 'item';
    return {
      ...common(data, seen, {axisPointer: {type: bars ? 'shadow' : 'line', lineStyle: {color: seen.accent}}, valueFormatter: write.exact, trigger: bars && !many ? tall : 'axis'}),
      grid: {left: 8, right: 12, top: many ? 36 : 16, bottom: 4, containLabel: true},
      legend: legend(data.series, seen),
      xAxis: categories(data.labels, seen, bars),
      yAxis: values(write, seen),
      series: data.series.map(one => bars
        ? {name: plain(one.name), type: 'bar', stack: data.kind === 'STACKED' ? 'all' : undefined, barCategoryGap: '25%', data: one.values}
        : {name: plain(one.name), type: 'line', smooth: .25, showSymbol: data.labels.length < 3, areaStyle: {opacity: data.kind === 'AREA' ? .25 : many ? 0 : .1}, lineStyle: {width: 2.5}, data: one.values}),
    };
  };

  const scatter = (data, seen) => {
    const write = writer(data.format);
    const axis = name => ({name, nameTextStyle: {color: seen.text}, scale: true});
    return {
      ...common(data, seen, {trigger: 'item', formatter: at => `${data.labels[at.dataIndex]}\n${data.across}: ${at.value[0]}\n${data.up}: ${write.exact(at.value[1])}`}),
      grid: {left: 8, right: 40, top: 32, bottom: 24, containLabel: true},
      xAxis: {...values({brief: value => compact.format(value)}, seen), ...axis(data.across), nameLocation: 'middle', nameGap: 28},
      yAxis: {...values(write, seen), ...axis(data.up)},
      series: [{type: 'scatter', symbolSize: 9, itemStyle: {opacity: .7}, data: data.dots}],
    };
  };

  const heatmap = (data, seen) => {
    const write = writer(data.format);
    const cells = data.series.flatMap((one, y) => one.values.map((value, x) => [x, y, value ?? '-']));
    const all = cells.map(cell => cell[2]).filter(Number.isFinite);
    return {
      ...common(data, seen, {trigger: 'item', formatter: at => `${data.series[at.value[1]].name}, ${data.labels[at.value[0]]}: ${write.exact(at.value[2])}`}),
      grid: {left: 8, right: 12, top: 8, bottom: 48, containLabel: true},
      xAxis: categories(data.labels, seen, true),
      yAxis: {...categories(data.series.map(one => one.name), seen, true), inverse: true},
      visualMap: {min: Math.min(...all), max: Math.max(...all), calculable: false, orient: 'horizontal', left: 'center', bottom: 0, itemHeight: 120, itemWidth: 12, text: [write.brief(Math.max(...all)), write.brief(Math.min(...all))], textStyle: {color: seen.text}, inRange: {color: seen.fields}},
      series: [{type: 'heatmap', data: cells, itemStyle: {borderColor: seen.surface, borderWidth: 2, borderRadius: 3}}],
    };
  };

  const pie = (data, seen) => {
    const write = writer(data.format);
    return {
      ...common(data, seen, {trigger: 'item', formatter: at => `${at.name}: ${write.exact(at.value)} (${at.percent} %)`}),
      legend: {...legend(data.labels, seen), orient: 'vertical', top: 'middle', right: 'auto'},
      series: [{
        type: 'pie', radius: data.kind === 'DONUT' ? ['48%', '76%'] : '76%', center: ['66%', '50%'], label: {show: false},
        itemStyle: {borderColor: seen.surface, borderWidth: 2},
        data: data.labels.map((name, i) => ({name: plain(name), value: data.series[0].values[i]})),
      }],
    };
  };

  const gauge = (data, seen) => {
    const write = writer(data.format);
    return {
      ...common(data, seen, {show: false}),
      series: [{
        type: 'gauge', min: data.from, max: data.to, startAngle: 200, endAngle: -20, radius: '100%', center: ['50%', '62%'], splitNumber: 4,
        progress: {show: true, width: 16, itemStyle: {color: seen.accent}}, pointer: {show: false}, axisTick: {show: false}, splitLine: {show: false},
        axisLine: {lineStyle: {width: 16, color: [[1, seen.line]]}}, axisLabel: {color: seen.text, distance: 24, formatter: write.brief},
        detail: {color: seen.body, fontSize: 28, fontWeight: 600, fontFamily: seen.font, offsetCenter: [0, 0], formatter: write.exact},
        data: [{value: data.value}],
      }],
    };
  };

  const options = {LINE: lines, AREA: lines, BAR: lines, STACKED: lines, SCATTER: scatter, HEATMAP: heatmap, PIE: pie, DONUT: pie, GAUGE: gauge};

  const draw = element => {
    const known = drawn.get(element);
    const data = known?.data ?? JSON.parse(element.querySelector('script').textContent);
    const chart = known?.chart ?? echarts.init(element, null, {renderer: 'canvas'});
    drawn.set(element, {chart, data});
    chart.setOption(options[data.kind](data, look()), true);
    element.dataset.drawn = '';
  };
  const within = part => [...part.querySelectorAll('[data-chart]'), ...(part.matches?.('[data-chart]') ? [part] : [])];

  document.addEventListener('DOMContentLoaded', () => within(document).forEach(draw));
  document.addEventListener('htmx:load', event => event.detail.elt !== document.body && within(event.detail.elt).forEach(draw));
  document.addEventListener('htmx:beforeCleanupElement', event => {
    drawn.get(event.detail.elt)?.chart.dispose();
    drawn.delete(event.detail.elt);
  });
  document.addEventListener('flotilla:theme', () => drawn.forEach((_, element) => draw(element)));
  addEventListener('resize', () => drawn.forEach(({chart}) => chart.resize()));
})();
