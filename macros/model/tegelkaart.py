"""The drawing of the Netherlands with one square per municipality."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.base import Basis, CbsCode, GeheelGetal, Zin

Maat = Annotated[GeheelGetal, Field(ge=1)]
Plaats = Annotated[GeheelGetal, Field(ge=0)]


class Tegel(Basis):
    """The square of one municipality; column and row are counted from the top left."""

    gemeente: CbsCode
    x: Plaats
    y: Plaats


class Tegelkaart(Basis):
    """``data/tegelkaart.yml``. A drawing of our own, computed by ``tests.tegelkaart.calculate``."""

    toelichting: Zin
    breedte: Maat
    hoogte: Maat
    tegels: Annotated[tuple[Tegel, ...], Field(min_length=1)]
