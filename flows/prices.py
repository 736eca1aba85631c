"""Money: what seconds and people's minutes cost by a file of rates. Pure but for reading the file.

There are no built-in prices: without a file of the user's own nothing is said in money.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from flows.costs import Cost
from flows.handed import RATES
from languages.errors import UsageError

LARGEST_BYTES = 100_000
DEAREST = 1e6
"""Of any currency, for an hour: more is a slip."""
WORDS = ("currency", "cpu_hour", "gpu_hour", "human_hour")
OTHERWISE = "other"
"""The kind that stands for every GPU that is not named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """What an hour costs."""

    currency: str
    cpu_hour: float = 0.0
    """Of one processor core at work."""
    gpu_hour: tuple[tuple[str, float], ...] = ()
    """(kind, price): the kind is a part of the GPU's name, or ``other``."""
    human_hour: float = 0.0

    def of_gpu(self, name: str) -> float | None:
        """The price of an hour of a GPU with this name; None where the file has none for it."""
        kinds = sorted(self.gpu_hour, key=lambda k: -len(k[0]))
        named = next((price for kind, price in kinds if kind != OTHERWISE and kind.casefold() in name.casefold()), None)
        return named if named is not None else dict(self.gpu_hour).get(OTHERWISE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What something costs in money."""

    currency: str
    cpu: float
    gpu: float
    human: float
    total: float
    low: float
    """With the lower bounds of all seconds; likewise ``high``."""
    high: float


def price_of(rates: Rates, cost: Cost, human_minutes: float, gpu: str = "") -> Price:
    """The price of some work.

    Args:
        gpu: name of the GPU.

    Raises:
        UsageError: GPU seconds are needed and the rates have no price for them.
    """
    gpu_hour = rates.of_gpu(gpu) if cost.gpu_high_s > 0 else 0.0
    if gpu_hour is None:
        raise UsageError(
            f"The rates have no price for the GPU {gpu or 'of this machine'}.",
            expected="A part of its name, or other, under [gpu_hour].",
        )
    human = human_minutes / 60 * rates.human_hour

    def money(cpu_s: float, gpu_s: float) -> float:
        return cpu_s / 3600 * rates.cpu_hour + gpu_s / 3600 * gpu_hour + human

    return Price(
        currency=rates.currency,
        cpu=cost.cpu_s / 3600 * rates.cpu_hour,
        gpu=cost.gpu_s / 3600 * gpu_hour,
        human=human,
        total=money(cost.cpu_s, cost.gpu_s),
        low=money(cost.cpu_low_s, cost.gpu_low_s),
        high=money(cost.cpu_high_s, cost.gpu_high_s),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AtWork:
    """The rates of a run, for those who do its work."""

    rates: Rates
    gpu: str = ""
    """Name of the GPU that it uses, or empty."""

    def money(self, seconds: Iterable[tuple[float, float]]) -> float:
        """What some (CPU seconds, GPU seconds) cost; GPU seconds without a price cost nothing."""
        cpu_s, gpu_s = (sum(s) for s in zip(*seconds, (0.0, 0.0), strict=True))
        return (cpu_s * self.rates.cpu_hour + gpu_s * (self.rates.of_gpu(self.gpu) or 0.0)) / 3600


def hand_on(rates: Rates | None, gpu: str = "") -> None:
    """Lets those who work for this run know its rates."""
    if rates is not None:
        os.environ[RATES] = msgspec.json.encode(AtWork(rates=rates, gpu=gpu)).decode()


def rates_at_work() -> AtWork | None:
    """The rates of the run that this process works for, if it has any."""
    try:
        return msgspec.json.decode(os.environ.get(RATES, ""), type=AtWork)
    except msgspec.DecodeError:
        return None


def amount_of(value: float, currency: str) -> str:
    """Money for a person: to the cent, and small amounts to two digits."""
    return f"{value:.2f} {currency}" if value >= 0.1 or not value else f"{value:.2g} {currency}"


def rates_path() -> Path:
    """Where a user's own rates lie, if there are any."""
    import platformdirs

    return Path(platformdirs.user_config_dir("vernacast")) / "rates.toml"


def find_rates(path: str = "") -> Rates | None:
    """The rates of a file, or the user's own; None where none are named and there are none.

    Raises:
        UsageError: the file cannot be read, or holds something else than rates.
    """
    place = Path(path) if path else rates_path()
    if not path and not place.exists():
        return None
    return read_rates(place)


def read_rates(path: Path) -> Rates:
    """The rates of a file.

    Raises:
        UsageError: as ``find_rates``.
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise UsageError(f"{path} is too large to be a file of rates.", expected=f"At most {LARGEST_BYTES} bytes.")
        found: Mapping[str, object] = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"The rates {path} cannot be read: {error.strerror or error}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"The rates {path} are no TOML: {error}.", remedy="examples/rates.toml shows how.") from error
    if unknown := sorted(set(found) - set(WORDS)):
        raise UsageError(f"{path} says {', '.join(unknown)}.", expected=f"Only {', '.join(WORDS)}.")
    currency = found.get("currency")
    if not isinstance(currency, str) or not (currency.isascii() and currency.isalpha() and len(currency) == 3):
        raise UsageError(
            f"{path} gives {currency!r} as the currency.", expected='Three letters as in ISO 4217: currency = "EUR".'
        )
    kinds = found.get("gpu_hour", {})
    if not isinstance(kinds, dict):
        raise UsageError(f"{path} gives {kinds!r} as gpu_hour.", expected='A table: [gpu_hour], then "H100" = 3.0.')
    return Rates(
        currency=currency.upper(),
        cpu_hour=_hour(path, "cpu_hour", found.get("cpu_hour", 0)),
        gpu_hour=tuple((str(kind), _hour(path, f"gpu_hour of {kind}", price)) for kind, price in kinds.items()),
        human_hour=_hour(path, "human_hour", found.get("human_hour", 0)),
    )


def _hour(path: Path, name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= DEAREST:
        raise UsageError(f"{path} gives {value!r} as {name}.", expected=f"A number from 0 to {DEAREST:g}.")
    return float(value)
