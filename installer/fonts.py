#!/usr/bin/env python3
"""Builds the fonts that the windows and the printed sheets use, from the ones Debian packages.

    apt-get install fonts-inter fonts-jetbrains-mono python3-fonttools
    /usr/bin/python3 installer/fonts.py

JavaFX cannot switch OpenType features on, so what we want of them is made the default: figures of equal width in
Hearthkey Sans (so that dates and counts line up), no ligatures in either (so that a code reads as it was typed).
Outlines become TrueType's quadratic ones, which JavaFX and PDF writers both embed. Inter's name is a trademark, so its
build has a name of its own.
"""
import pathlib
import sys

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUT = ROOT / "app/src/main/resources/org/hearthkey/app/ui/fonts"
INTER = pathlib.Path("/usr/share/fonts/opentype/inter")
JETBRAINS = pathlib.Path("/usr/share/fonts/truetype/jetbrains-mono")

LATIN = [
    *range(0x20, 0x7F), *range(0xA0, 0x180),  # Basic Latin, Latin-1, Latin Extended-A
    *range(0x218, 0x21C), 0x1E9E,  # Romanian, capital sharp s
    *range(0x300, 0x305), *range(0x306, 0x30D), 0x327, 0x328,  # marks, for names that come decomposed
    *range(0x2000, 0x2065), *range(0x2070, 0x208F), 0x20AC, 0x2116, 0x2122,  # punctuation, small figures, signs
    *range(0x2190, 0x219A), 0x21B5, 0x2212, 0x2215, 0x2248, 0x2260, 0x2264, 0x2265,  # arrows, arithmetic
    0x25CF, 0x2713, 0x2717,
]
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl"]
WINDOWS, UNICODE, ENGLISH = 3, 1, 0x409


def equal_figures(font):
    """Points the ten figures at the glyphs that the feature tnum would put in their place, all as wide as the zero."""
    gsub = font["GSUB"].table
    lookups = next(r.Feature.LookupListIndex for r in gsub.FeatureList.FeatureRecord if r.FeatureTag == "tnum")
    tabular = {}
    for index in lookups:
        for table in gsub.LookupList.Lookup[index].SubTable:
            tabular.update(getattr(table, "ExtSubTable", table).mapping)
    for cmap in font["cmap"].tables:
        for figure in range(ord("0"), ord("9") + 1):
            if figure in cmap.cmap:  # tables may share one map
                cmap.cmap[figure] = tabular.get(cmap.cmap[figure], cmap.cmap[figure])
    metrics, cmap = font["hmtx"], font.getBestCmap()
    for figure in range(ord("1"), ord("9") + 1):  # the bold faces are off by up to 5 of 2816 units
        metrics[cmap[figure]] = (metrics[cmap[ord("0")]][0], metrics[cmap[figure]][1])


def quadratic(font):
    """Replaces CFF outlines by TrueType's, at most a thousandth of an em off."""
    order, glyphs = font.getGlyphOrder(), font.getGlyphSet()
    outlines = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, font["head"].unitsPerEm / 1000, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, outlines
    for name in order:
        glyf[name].recalcBounds(glyf)
        width, _ = font["hmtx"][name]
        font["hmtx"][name] = (width, getattr(glyf[name], "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for field in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
                  "maxSizeOfInstructions", "maxComponentElements"):
        setattr(maxp, field, 0)
    font["post"].formatType = 3.0
    del font["CFF "]
    font.sfntVersion = "\000\001\000\000"


def rename(font, family, style, source):
    names = font["name"]
    kept = {i: names.getDebugName(i) for i in (0, 13, 14)}
    legacy = family if style in ("Regular", "Bold") else f"{family} {style}"
    full = family if style == "Regular" else f"{family} {style}"
    postscript = f"{family.replace(' ', '')}-{style}"
    version = names.getDebugName(5)
    names.names = []
    for number, text in {
        **kept, 1: legacy, 2: style if legacy == family else "Regular", 3: f"{postscript}, from {source}", 4: full,
        5: version, 6: postscript, 16: family, 17: style,
    }.items():
        names.setName(text, number, WINDOWS, UNICODE, ENGLISH)


def build(source, family, style, change=lambda font: None):
    font = TTFont(source, recalcTimestamp=False)
    change(font)
    options = subset.Options(layout_features=FEATURES, name_IDs=["*"], notdef_outline=True, hinting=True,
                             drop_tables=["DSIG", "meta"])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LATIN)
    subsetter.subset(font)
    if "CFF " in font:
        quadratic(font)
    rename(font, family, style, source.stem)
    target = OUT / f"{family.replace(' ', '')}-{style}.ttf"
    font.save(target)
    print(f"{target.relative_to(ROOT)}: {len(font.getGlyphOrder())} glyphs, {target.stat().st_size} bytes")


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for style in ("Regular", "Medium", "SemiBold", "Bold"):
        build(INTER / f"Inter-{style}.otf", "Hearthkey Sans", style, equal_figures)
    build(JETBRAINS / "JetBrainsMono-Regular.ttf", "JetBrains Mono", "Regular")


if __name__ == "__main__":
    sys.exit(main())
