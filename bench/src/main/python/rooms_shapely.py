"""Times shapely on one plan and prints "MILLISECONDS ROOMS": the median of the counted rounds.

Arguments: file of little-endian doubles (x1 y1 x2 y2 ...), grid size for precision snapping (0 for
none), warm-up rounds, counted rounds.
"""

import statistics
import sys
import time

import numpy
import shapely


def main(path, grid_size, warm_up, rounds):
    ends = numpy.fromfile(path, dtype="<f8").reshape(-1, 2, 2)
    lines = shapely.linestrings(ends)
    millis = []
    rooms = 0
    for round_number in range(-warm_up, rounds):
        start = time.perf_counter()
        noded = shapely.union_all(lines, grid_size=grid_size or None)
        rooms = len(shapely.get_parts(shapely.polygonize(shapely.get_parts(noded))))
        if round_number >= 0:
            millis.append((time.perf_counter() - start) * 1000)
    print(f"{statistics.median(millis):.3f} {rooms}")


main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
