"""How far apart colours look, also to those who do not see all of them.

CAM02-UCS after Luo, Cui and Li (2006, Color Research and Application 31(4), 320-330) on CIECAM02 (CIE 159:2004) with
the viewing conditions of sRGB (IEC 61966-2-1: D65, 64 lx, a 20 % background). Colour blindness at full severity after
Machado, Oliveira and Fernandes (2009, IEEE TVCG 15(6), 1291-1298), whose matrices hold for linear RGB.
"""

from __future__ import annotations

from math import atan2, cos, degrees, exp, log, pi, radians, sin, sqrt

import numpy as np

MACHADO = {
    "normal": np.eye(3),
    "protanopia": np.array([
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
    ]),
    "deuteranopia": np.array([
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
    ]),
    "tritanopia": np.array([
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900],
    ]),
}  # fmt: skip
_TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
_CAT02 = np.array([[0.7328, 0.4296, -0.1624], [-0.7036, 1.6975, 0.0061], [0.0030, 0.0136, 0.9834]])
_HPE = np.array([[0.38971, 0.68898, -0.07868], [-0.22981, 1.18340, 0.04641], [0.0, 0.0, 1.0]])
_WHITE = np.array([95.047, 100.0, 108.883])  # D65
_ADAPTING, _BACKGROUND = 64 / pi / 5, 20.0  # cd/m2, % of white
_F, _C, _NC = 1.0, 0.69, 1.0  # an average surround


def linear(colour: str) -> np.ndarray:
    """#rrggbb as linear RGB, 0 to 1."""
    parts = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(a: str, b: str) -> float:
    """WCAG 2.2's ratio of two colours."""
    high, low = sorted((float(_TO_XYZ[1] @ linear(c)) for c in (a, b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def lightness(colour: str) -> float:
    """L* of a colour: what a grey printer keeps of it."""
    y = float(_TO_XYZ[1] @ linear(colour))
    return 116 * y ** (1 / 3) - 16 if y > (6 / 29) ** 3 else y * (29 / 3) ** 3


def distance(a: str, b: str, sight: str = "normal") -> float:
    """Euclidean distance of two colours in CAM02-UCS, as somebody with this sight sees them."""
    return float(np.linalg.norm(_ucs(_seen(a, sight)) - _ucs(_seen(b, sight))))


def _seen(colour: str, sight: str) -> np.ndarray:
    return 100 * _TO_XYZ @ np.clip(MACHADO[sight] @ linear(colour), 0, 1)


def _compressed(hpe: np.ndarray, f_l: float) -> np.ndarray:
    power = (f_l * np.abs(hpe) / 100) ** 0.42
    return np.sign(hpe) * 400 * power / (power + 27.13) + 0.1


def _ucs(xyz: np.ndarray) -> np.ndarray:
    k = 1 / (5 * _ADAPTING + 1)
    f_l = 0.2 * k**4 * 5 * _ADAPTING + 0.1 * (1 - k**4) ** 2 * (5 * _ADAPTING) ** (1 / 3)
    n = _BACKGROUND / _WHITE[1]
    n_bb, z = 0.725 * (1 / n) ** 0.2, 1.48 + sqrt(n)
    d = _F * (1 - exp((-_ADAPTING - 42) / 92) / 3.6)
    white = _CAT02 @ _WHITE
    gain = d * _WHITE[1] / white + 1 - d

    def cones(of: np.ndarray) -> np.ndarray:
        return _compressed(_HPE @ np.linalg.inv(_CAT02) @ (gain * (_CAT02 @ of)), f_l)

    def achromatic(r: float, g: float, b: float) -> float:
        return (2 * r + g + b / 20 - 0.305) * n_bb

    r, g, b = cones(xyz)
    a_, b_ = r - 12 * g / 11 + b / 11, (r + g - 2 * b) / 9
    hue = degrees(atan2(b_, a_)) % 360
    j = 100 * (achromatic(r, g, b) / achromatic(*cones(_WHITE))) ** (_C * z)
    e = (cos(radians(hue) + 2) + 3.8) / 4
    t = 50000 / 13 * _NC * n_bb * e * sqrt(a_**2 + b_**2) / (r + g + 21 * b / 20)
    m = t**0.9 * sqrt(j / 100) * (1.64 - 0.29**n) ** 0.73 * f_l**0.25
    j_, m_ = 1.7 * j / (1 + 0.007 * j), log(1 + 0.0228 * m) / 0.0228
    return np.array([j_, m_ * cos(radians(hue)), m_ * sin(radians(hue))])
