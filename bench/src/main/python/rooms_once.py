"""Fetches one plan from S3, finds its rooms with shapely and stores them as GeoJSON, as a container would.

Arguments: endpoint of S3, bucket, key of the walls as the room detection takes them in metres, key of the rooms.
"""

import json
import os
import sys

import boto3
import shapely
from botocore.config import Config


def main(endpoint, bucket, walls, rooms):
    s3 = boto3.client(
        "s3",
        endpoint_url=endpoint,
        region_name=os.environ["AWS_REGION"],
        config=Config(s3={"addressing_style": "path"}),
    )
    plan = json.load(s3.get_object(Bucket=bucket, Key=walls)["Body"])
    lines = [[wall["start"], wall["end"]] for wall in plan["walls"]]
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
    found = json.dumps({"type": "FeatureCollection", "features": features})
    s3.put_object(Bucket=bucket, Key=rooms, Body=found.encode())


main(*sys.argv[1:])
