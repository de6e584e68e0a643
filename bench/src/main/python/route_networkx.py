"""The cheapest route over the same cells, moves and costs as Groma's, by networkx.

Arguments: file of float32 elevations, columns, first cell, last cell. Prints milliseconds and cost.
Building the graph is not timed; the heuristic is the straight distance.
"""

import math
import sys
import time

import networkx as nx
import numpy as np

CELL, GRADE, IMPASSABLE, WEIGHT = 10.0, 10.0, 18.0, 4.0
MOVES = [(1, 0), (0, 1), (1, 1), (-1, 1), (2, 1), (1, 2), (-1, 2), (-2, 1)]  # the others are these reversed

z = np.fromfile(sys.argv[1], dtype="<f4").astype(float)
columns, start, end = int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
rows = len(z) // columns
heights = z.reshape(rows, columns)


def cost(row, column, dx, dy):
    to_row, to_column = row + dy, column + dx
    if not (0 <= to_row < rows and 0 <= to_column < columns):
        return None
    length = CELL * math.hypot(dx, dy)
    here, there = heights[row, column], heights[to_row, to_column]
    percent = 100 * abs(there - here) / length
    if percent > IMPASSABLE:
        return None
    if dx and dy:
        sx, sy = (dx > 0) - (dx < 0), (dy > 0) - (dy < 0)
        if abs(dx) == abs(dy):
            a, b = heights[row, column + sx], heights[row + sy, column]
        elif abs(dx) > abs(dy):
            a, b = heights[row, column + sx], heights[row + sy, column + sx]
        else:
            a, b = heights[row + sy, column], heights[row + sy, column + sx]
        middle = (a + b) / 2
        if 100 * 2 * max(abs(middle - here), abs(there - middle)) / length > IMPASSABLE:
            return None
    return length * (1 + WEIGHT * (percent / GRADE) ** 2)


graph = nx.Graph()
for row in range(rows):
    for column in range(columns):
        for dx, dy in MOVES:
            price = cost(row, column, dx, dy)
            if price is not None:
                graph.add_edge(row * columns + column, (row + dy) * columns + column + dx, weight=price)


def straight(a, b):
    return CELL * math.hypot(a % columns - b % columns, a // columns - b // columns)


begin = time.perf_counter()
path = nx.astar_path(graph, start, end, heuristic=straight, weight="weight")
millis = (time.perf_counter() - begin) * 1000
print(f"{millis:.1f} {nx.path_weight(graph, path, 'weight'):.3f}")
