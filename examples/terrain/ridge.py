#!/usr/bin/env python3
"""Writes examples/solar-ridge.yaml and examples/solar-too-much.yaml: hills of our own making.

The ground is a formula, so nobody's data are passed on: a ridge from south-west to north-east with a
steep northern face, a side valley, and waves of a few metres. Elevations are an ESRI ASCII grid of 25 m
cells in EPSG:32630, inline in the manifest.
"""

import math
import pathlib

COLUMNS, ROWS, CELL = 76, 64, 25
WEST, SOUTH = 450_000, 4_500_000


def elevation(x, y):
    across = (y - 1150 - 0.28 * (x - 900)) / 330  # distance from the crest
    ridge = 62 * math.exp(-across * across * (2.2 if across > 0 else 0.55))
    valley = -16 * math.exp(-(((x - 620) / 150) ** 2)) * math.exp(-(((y - 300) / 700) ** 2))
    waves = 2.5 * math.sin(x / 170) * math.cos(y / 140) + 1.2 * math.sin((x + 2 * y) / 95)
    return 540 + 0.012 * x + ridge + valley + waves


def grid():
    lines = [
        f"ncols {COLUMNS}", f"nrows {ROWS}", f"xllcorner {WEST}", f"yllcorner {SOUTH}",
        f"cellsize {CELL}", "NODATA_value -9999",
    ]
    for row in range(ROWS):
        y = (ROWS - row - 0.5) * CELL
        lines.append(" ".join(f"{elevation((c + 0.5) * CELL, y):.1f}" for c in range(COLUMNS)))
    return lines


def ring(points):
    return "[" + ", ".join(f"[{WEST + x}, {SOUTH + y}]" for x, y in points + points[:1]) + "]"


BOUNDARY = [(60, 70), (900, 60), (1420, 130), (1830, 420), (1780, 1180), (1330, 1530), (520, 1480), (90, 1010)]
WOOD = [(930, 560), (1120, 520), (1210, 660), (1120, 800), (960, 760)]
POND = [(330, 420), (420, 400), (460, 470), (400, 530), (330, 500)]

HEAD = {
    "solar-ridge": """\
# A solar farm of 20 MW on a ridge: hills, a wood and a pond to keep out of, a road from the south.
# Places a substation, an O&M building, a laydown yard and the fewest solar blocks that reach the target, connects
# all of them to the entry and counts the earth. Look at map.svg and report.html first.
# The ground is a formula: terrain/ridge.py writes this file.
#
#   ./groma run examples/solar-ridge.yaml
#   ./groma run examples/solar-ridge.yaml --set spec.siteLayout.earthworks.sideSlopes=true
""",
    "solar-too-much": """\
# More than the ridge of solar-ridge.yaml can hold: the answer is what does fit, and what stands in the way.
# The job succeeds: targetMet is false, and bindingCause says why.
# The ground is a formula: terrain/ridge.py writes this file.
#
#   ./groma run examples/solar-too-much.yaml
""",
}


def manifest(name, target):
    features = ",\n".join(
        '          {"type": "Feature", "properties": {"name": "%s"}, "geometry": {"type": "Polygon", "coordinates":\n'
        "            [%s]}}" % (what, ring(points))
        for what, points in [("boundary", BOUNDARY), ("exclusion wood", WOOD), ("exclusion pond", POND)]
    )
    dem = "\n".join("          " + line for line in grid())
    return f"""{HEAD[name]}apiVersion: groma.dev/v1alpha1
kind: LayoutJob
metadata:
  name: {name}
spec:
  siteLayout:
    crs: EPSG:32630
    targetCapacityKw: {target}
    entry: {{east: {WEST + 700}, north: {SOUTH + 62}}}
    boundary:
      inline: |
        {{"type": "FeatureCollection", "features": [
{features}
        ]}}
    terrain:
      demCrs: EPSG:32630
      resolutionMetres: 10
      demErrorMetres: 0.1
      demCorrelationMetres: 25
      dem:
        inline: |
{dem}
"""


folder = pathlib.Path(__file__).resolve().parent.parent
for name, target in [("solar-ridge", 20000), ("solar-too-much", 90000)]:
    (folder / f"{name}.yaml").write_text(manifest(name, target))
