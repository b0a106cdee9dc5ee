// The tower of influence beside a name: a base line and 0-5 discs. A base alone is 0; no base is not rated.

/** Room a tower takes beside the name, with its gap (px). */
export const TOWER = { width: 14, gap: 5.5, step: 5.4 };

/** Height of a tower of this influence. */
export const towerHeight = (influence) => 2.5 + influence * TOWER.step;

/** Draw a tower whose base line runs from x to x + 14 at height y. */
export function drawTower(ctx, palette, influence, x, y, colour = palette.ink) {
  ctx.save();
  ctx.translate(x, y);
  ctx.strokeStyle = palette.canvas;
  ctx.lineWidth = 4;
  ctx.lineJoin = 'round';
  ctx.strokeRect(0.5, -influence * TOWER.step - 0.5, 13, influence * TOWER.step + 1.5);
  ctx.fillStyle = colour;
  ctx.fillRect(0, -0.75, TOWER.width, 1.5);
  for (let i = 0; i < influence; i++) {
    ctx.beginPath();
    ctx.roundRect(1.5, -5.6 - i * TOWER.step, 11, 4, 1);
    ctx.fill();
  }
  ctx.restore();
}
