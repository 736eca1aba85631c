"""All parts by the names that settings use."""

from __future__ import annotations

from collections.abc import Callable

from video.engines.papercut.land import (
    beyond,
    country,
    dry,
    far,
    floors,
    fronts,
    furniture,
    halls,
    heavens,
    heights,
    inside,
    streets,
    waters,
    woods,
)
from video.engines.papercut.land.view import View
from video.engines.papercut.paper import Board

Part = Callable[[Board, View], None]

PARTS: dict[str, Part] = {
    "sky": heavens.draw_open_sky, "void": beyond.draw_void, "cave wall": beyond.draw_cave_wall,
    "deep water": beyond.draw_deep_water, "living room": inside.draw_living_room, "hut inside": inside.draw_hut_inside,
    "kitchen": inside.draw_kitchen, "flat inside": inside.draw_flat_inside, "classroom": inside.draw_classroom,
    "workshop": inside.draw_workshop, "hall": halls.draw_hall, "shelves": halls.draw_shelves,
    "ranges": far.draw_ranges, "hills": far.draw_hills, "high peaks": far.draw_high_peaks, "volcano": far.draw_volcano,
    "skyline": far.draw_skyline, "mesas": far.draw_mesas, "plain far": far.draw_plain_far,
    "roofs": streets.draw_roofs, "sea": waters.draw_sea, "isle": waters.draw_isle, "forest far": woods.draw_forest_far,
    "jungle far": woods.draw_jungle_far, "desert far": dry.draw_desert_far, "ice peaks": heights.draw_ice_peaks,
    "icebergs far": heights.draw_icebergs_far, "terraces far": heights.draw_terraces_far,
        "cave far": beyond.draw_cave_far,
    "reef far": beyond.draw_reef_far, "swirls": beyond.draw_swirls,
    "slope": country.draw_slope, "grove": country.draw_grove, "hamlet": country.draw_hamlet,
    "round hill": country.draw_round_hill, "farm": country.draw_farm, "yard house": country.draw_yard_house,
    "street": streets.draw_street, "arcade": streets.draw_arcade, "blocks": streets.draw_blocks,
    "far bank": waters.draw_far_bank, "headland": waters.draw_headland, "waves far": waters.draw_waves_far,
    "swamp trees": waters.draw_swamp_trees, "pool": waters.draw_pool, "trunks": woods.draw_trunks,
    "jungle": woods.draw_jungle, "savanna": dry.draw_savanna, "dunes": dry.draw_dunes, "alp": heights.draw_alp,
    "drifts": heights.draw_drifts, "frozen grove": heights.draw_frozen_grove, "icebergs": heights.draw_icebergs,
    "terraces": heights.draw_terraces, "cave middle": beyond.draw_cave_middle, "reef": beyond.draw_reef,
    "cloud bank far": beyond.draw_cloud_bank_far,
    "soil": country.draw_soil, "path": country.draw_path, "road": country.draw_road, "tufts": country.draw_tufts,
    "homestead": country.draw_homestead, "crop rows": country.draw_crop_rows, "lawn": country.draw_soil,
    "beds": country.draw_beds, "paving": streets.draw_paving, "street things": streets.draw_street_things,
    "awnings": streets.draw_awnings, "pavement": streets.draw_pavement, "river across": waters.draw_river_across,
    "reeds": waters.draw_reeds, "stream": waters.draw_stream, "lake": waters.draw_lake,
    "waves near": waters.draw_waves_near, "surf": waters.draw_surf, "beach": waters.draw_beach,
    "islet": waters.draw_islet, "basin": waters.draw_basin, "quay": waters.draw_quay, "swamp": waters.draw_swamp,
    "forest floor": woods.draw_forest_floor, "jungle floor": woods.draw_jungle_floor, "grassland": dry.draw_grassland,
    "sands": dry.draw_sands, "palms": dry.draw_palms, "rocky soil": heights.draw_rocky_soil,
    "lava soil": heights.draw_lava_soil, "snow field": heights.draw_snow_field, "ice floe": heights.draw_ice_floe,
    "paddy edge": heights.draw_paddy_edge, "cave floor": beyond.draw_cave_floor, "sea bed": beyond.draw_sea_bed,
    "cloud bank": beyond.draw_cloud_bank, "floor": floors.draw_floor, "furniture": furniture.draw_furniture,
        "roof terrace": halls.draw_roof_terrace, "waterfall": waters.draw_waterfall, "parquet": floors.draw_parquet,
    "tile floor": floors.draw_tile_floor, "earth floor": floors.draw_earth_floor,
    "corner plants": fronts.draw_corner_plants, "bank plants": fronts.draw_bank_plants,
        "reed front": fronts.draw_reed_front,
    "shore plants": fronts.draw_shore_plants, "wave front": fronts.draw_wave_front,
        "quay front": fronts.draw_quay_front,
    "crop front": fronts.draw_crop_front, "garden front": fronts.draw_garden_front,
        "street front": streets.draw_street_front,
    "bunting": streets.draw_bunting, "forest front": woods.draw_forest_front, "jungle front": woods.draw_jungle_front,
    "savanna front": dry.draw_savanna_front, "desert front": dry.draw_desert_front,
        "rock front": heights.draw_rock_front,
    "ice front": heights.draw_ice_front, "snow front": heights.draw_snow_front, "cave front": beyond.draw_cave_front,
        "weed front": beyond.draw_weed_front,
    "cloud front": beyond.draw_cloud_front, "drapes": floors.draw_drapes, "doorway": floors.draw_doorway,
    "shelf front": floors.draw_shelf_front, "flat front": floors.draw_flat_front, "desk front": floors.draw_desk_front,
}  # fmt: skip
