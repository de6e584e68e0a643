"""Finds the rooms of one plan with shapely and writes them as GeoJSON, as a container would.

Arguments: file with walls, as the room detection takes them in metres; file to write.
"""

import json
import sys

import shapely


def main(walls, rooms):
    with open(walls, encoding="utf-8") as file:
        lines = [[wall["start"], wall["end"]] for wall in json.load(file)["walls"]]
    noded = shapely.union_all(shapely.linestrings(lines))
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))
    features = [
        {
            "type": "Feature",
            "properties": {"areaM2": face.area, "perimeterM": face.length},
            "geometry": json.loads(shapely.to_geojson(face)),
        }
        for face in faces
    ]
    with open(rooms, "w", encoding="utf-8") as file:
        json.dump({"type": "FeatureCollection", "features": features}, file)


main(sys.argv[1], sys.argv[2])
