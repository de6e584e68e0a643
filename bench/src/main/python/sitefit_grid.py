"""The usual grid search for a house on a parcel: rotations by 5 degrees, positions by 0.5 m.

Argument: file of cases. Prints "MILLISECONDS CLEARANCE" for each, "-" where nothing was found.
"""

import json
import sys
import time

import numpy
import shapely
from shapely import affinity
from shapely.geometry import Polygon

STEP_DEGREES = 5
STEP_METRES = 0.5


def search(case):
    parcel = Polygon(case["parcel"]["coordinates"], case["parcel"].get("holes", []))
    house = Polygon(case["house"]["coordinates"])
    house = affinity.translate(house, -house.centroid.x, -house.centroid.y)
    buildable = parcel.buffer(-case["setback"])
    if buildable.is_empty:
        return None
    shapely.prepare(buildable)
    boundary = parcel.boundary
    best = None
    for degrees in range(0, 360, STEP_DEGREES):
        turned = affinity.rotate(house, degrees, origin=(0, 0))
        left, bottom, right, top = buildable.bounds
        xs = numpy.arange(left - turned.bounds[0], right - turned.bounds[2], STEP_METRES)
        ys = numpy.arange(bottom - turned.bounds[1], top - turned.bounds[3], STEP_METRES)
        if not len(xs) or not len(ys):
            continue
        shifts = numpy.stack(numpy.meshgrid(xs, ys), axis=-1).reshape(-1, 1, 2)
        ring = shapely.get_coordinates(turned.exterior)
        placed = shapely.polygons(ring[None, :, :] + shifts)
        inside = placed[shapely.contains_properly(buildable, placed)]
        if len(inside):
            clearance = shapely.distance(inside, boundary).max()
            best = clearance if best is None else max(best, clearance)
    return best


for case in json.load(open(sys.argv[1], encoding="utf-8")):
    start = time.perf_counter()
    found = search(case)
    millis = (time.perf_counter() - start) * 1000
    print(f"{millis:.1f} {'-' if found is None else f'{found:.2f}'}")
