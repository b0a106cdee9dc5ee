// Stress layout (SMACOF): distances on paper follow distances along the links. Pure and deterministic.
// E. R. Gansner, Y. Koren, S. North, "Graph drawing by stress majorization", Graph Drawing 2004.

/** A small generator of repeatable numbers in [0, 1) (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Steps from every node to every other, Float32Array n*n; nodes without a way are `far` steps apart. */
export function steps(n, neighbours, far) {
  const out = new Float32Array(n * n).fill(far);
  const queue = new Int32Array(n);
  for (let from = 0; from < n; from++) {
    const row = from * n;
    out[row + from] = 0;
    let head = 0, tail = 0;
    queue[tail++] = from;
    const seen = new Uint8Array(n);
    seen[from] = 1;
    while (head < tail) {
      const at = queue[head++];
      for (const next of neighbours[at]) {
        if (!seen[next]) (seen[next] = 1), (out[row + next] = out[row + at] + 1), (queue[tail++] = next);
      }
    }
  }
  return out;
}

/** Places {x, y: Float64Array} that follow the steps, from a start that `seed` decides; one step = 1. */
export function stress(n, distances, { seed = 1, rounds = 80 } = {}) {
  const random = randomFrom(seed), size = Math.sqrt(n);
  const x = Float64Array.from({ length: n }, () => (random() - 0.5) * size);
  const y = Float64Array.from({ length: n }, () => (random() - 0.5) * size);
  for (let round = 0; round < rounds; round++) {
    let most = 0;
    for (let i = 0; i < n; i++) {
      let sx = 0, sy = 0, sum = 0;
      for (let j = 0; j < n; j++) {
        if (i === j) continue;
        const d = distances[i * n + j], w = 1 / (d * d);
        const dx = x[i] - x[j], dy = y[i] - y[j];
        const pull = d / (Math.sqrt(dx * dx + dy * dy) || 1e-6);
        sx += w * (x[j] + dx * pull);
        sy += w * (y[j] + dy * pull);
        sum += w;
      }
      const nx = sx / sum, ny = sy / sum;
      most = Math.max(most, Math.abs(nx - x[i]) + Math.abs(ny - y[i]));
      x[i] = nx;
      y[i] = ny;
    }
    if (most < 0.002) break;
  }
  return { x, y };
}
