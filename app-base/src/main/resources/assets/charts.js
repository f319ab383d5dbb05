// Draws every element with data-chart by ECharts, on a canvas: its SVG and HTML tooltips would need inline styles.
(() => {
  const drawn = new Map();
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const number = new Intl.NumberFormat('en');
  const compact = new Intl.NumberFormat('en', {notation: 'compact'});

  const option = data => {
    const text = css('--tblr-secondary');
    const line = css('--tblr-border-color');
    const bars = data.kind === 'STACKED_BARS';
    const before = data.series[0]?.before ?? '';
    const accent = css('--accent');
    return {
      animationDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 300,
      color: [accent, ...css('--chart-colours').split(' ')],
      textStyle: {fontFamily: getComputedStyle(document.body).fontFamily},
      grid: {left: 8, right: 12, top: data.series.length > 1 ? 36 : 16, bottom: 4, containLabel: true},
      legend: {show: data.series.length > 1, top: 0, left: 0, icon: 'roundRect', itemWidth: 10, itemHeight: 10, textStyle: {color: text}},
      tooltip: {
        trigger: 'axis',
        renderMode: 'richText',
        confine: true,
        backgroundColor: css('--tblr-bg-surface'),
        borderColor: line,
        textStyle: {color: css('--tblr-body-color')},
        axisPointer: {type: bars ? 'shadow' : 'line', lineStyle: {color: accent}},
        valueFormatter: value => before + number.format(value),
      },
      xAxis: {type: 'category', data: data.labels, boundaryGap: bars, axisLabel: {color: text}, axisTick: {show: false}, axisLine: {lineStyle: {color: line}}},
      yAxis: {type: 'value', axisLabel: {color: text, formatter: value => before + compact.format(value)}, splitLine: {lineStyle: {color: line}}},
      series: data.series.map(one => bars
        ? {name: one.name, type: 'bar', stack: 'all', barCategoryGap: '25%', data: one.values}
        : {name: one.name, type: 'line', smooth: .25, showSymbol: false, areaStyle: {opacity: .12}, lineStyle: {width: 2.5}, data: one.values}),
    };
  };

  const draw = element => {
    const chart = drawn.get(element) ?? echarts.init(element, null, {renderer: 'canvas'});
    drawn.set(element, chart);
    chart.setOption(option(JSON.parse(element.dataset.chart)), true);
    element.dataset.drawn = '';
  };
  const within = part => [...part.querySelectorAll('[data-chart]'), ...(part.matches?.('[data-chart]') ? [part] : [])];

  document.addEventListener('DOMContentLoaded', () => within(document).forEach(draw));
  document.addEventListener('htmx:load', event => event.detail.elt !== document.body && within(event.detail.elt).forEach(draw));
  document.addEventListener('htmx:beforeCleanupElement', event => {
    drawn.get(event.detail.elt)?.dispose();
    drawn.delete(event.detail.elt);
  });
  document.addEventListener('flotilla:theme', () => drawn.forEach((_, element) => draw(element)));
  addEventListener('resize', () => drawn.forEach(chart => chart.resize()));
})();
