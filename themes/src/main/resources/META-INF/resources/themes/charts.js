/* Draws the charts of the portals with Chart.js, in the colours of the tokens, and again when the scheme changes. */
(() => {
  "use strict";

  const ink = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

  /* Whatever notation a token uses, Chart.js gets rgb. */
  const colour = (element, token) => {
    const probe = document.createElement("span");
    probe.hidden = true;
    probe.style.color = `var(${token})`;
    element.append(probe);
    const value = getComputedStyle(probe).color;
    probe.remove();
    ink.clearRect(0, 0, 1, 1);
    ink.fillStyle = value;
    ink.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = ink.getImageData(0, 0, 1, 1).data;
    return `rgba(${r}, ${g}, ${b}, ${a / 255})`;
  };

  /* Figures stand at the bars themselves, so that nobody has to look them up on an axis. */
  const labels = {
    id: "dmLabels",
    afterDatasetsDraw(chart, _, options) {
      const { ctx } = chart;
      const font = getComputedStyle(chart.canvas);
      ctx.save();
      ctx.font = `500 12px ${font.fontFamily}`;
      ctx.fillStyle = options.colour;
      ctx.textAlign = "center";
      ctx.textBaseline = "bottom";
      ctx.strokeStyle = options.ground;
      ctx.lineWidth = 4;
      ctx.lineJoin = "round";
      options.texts.forEach((texts, series) => {
        chart.getDatasetMeta(series).data.forEach((bar, index) => {
          const half = ctx.measureText(texts[index]).width / 2;
          /* Beside another bar there is no room for more than its own width; the table has the figure. */
          if (options.texts.length > 1 && half * 2 > bar.width + 2) {
            return;
          }
          const x = Math.max(half, Math.min(bar.x, chart.width - half));
          ctx.strokeText(texts[index], x, bar.y - 6);
          ctx.fillText(texts[index], x, bar.y - 6);
        });
      });
      ctx.restore();
    },
  };

  /* The bars, and those that stand beside them. */
  const series = (spec) => (spec.beside ? [spec, spec.beside] : [spec]);

  const bars = (canvas, spec) => {
    const quiet = colour(canvas.parentElement, "--dm-text-quiet");
    const text = colour(canvas.parentElement, "--dm-text");
    const line = colour(canvas.parentElement, "--dm-line");
    const family = getComputedStyle(canvas).fontFamily;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    return new Chart(canvas, {
      type: "bar",
      data: {
        labels: spec.labels,
        datasets: series(spec).map((one) => ({
          data: one.values,
          backgroundColor: one.tokens.map((token) => colour(canvas.parentElement, token)),
          borderRadius: 4,
          borderSkipped: "bottom",
          maxBarThickness: 72,
          minBarLength: 2,
        })),
      },
      options: {
        responsive: true,
        maintainAspectRatio: false,
        animation: still ? false : { duration: 200 },
        layout: { padding: { top: 22 } },
        onClick: (_, hits) => {
          if (hits.length > 0) {
            canvas.dispatchEvent(new CustomEvent("bar", { detail: { index: hits[0].index } }));
          }
        },
        onHover: (event, hits) => event.native.target.classList.toggle("dm-chart__hit", hits.length > 0),
        scales: {
          x: {
            grid: { display: false },
            border: { color: line },
            ticks: { color: quiet, font: { family, size: 12 } },
          },
          y: { display: false, beginAtZero: true },
        },
        plugins: {
          legend: { display: false },
          tooltip: { enabled: false },
          dmLabels: { colour: text, ground: colour(canvas.parentElement, "--dm-surface"), texts: series(spec).map((one) => one.figures) },
        },
      },
      plugins: [labels],
    });
  };

  /* Canvas to spec, of the charts that are on the page. */
  const drawn = new Map();

  const redraw = (canvas) => {
    canvas.dmChart?.destroy();
    canvas.dmChart = bars(canvas, drawn.get(canvas));
  };

  const forgetTheGone = () => {
    for (const canvas of [...drawn.keys()].filter((each) => !each.isConnected)) {
      canvas.dmChart?.destroy();
      drawn.delete(canvas);
    }
  };

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    forgetTheGone();
    drawn.forEach((_, canvas) => redraw(canvas));
  });

  /* spec: { labels, values, figures (formatted values), tokens (a colour each), beside (the same three again) }; drawing again replaces the chart. */
  window.dmCharts = {
    bars(canvas, spec) {
      forgetTheGone();
      drawn.set(canvas, spec);
      redraw(canvas);
    },
  };
})();
