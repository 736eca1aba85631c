"""Money is said by the user's own rates only, and a slip in them is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.costs import Cost
from flows.prices import Rates, amount_of, find_rates, price_of, read_rates
from languages.errors import UsageError
from tests.stories import ROOT

RATES = Rates(currency="EUR", cpu_hour=0.36, gpu_hour=(("H100", 3.6), ("other", 1.8)), human_hour=30.0)


def test_seconds_and_minutes_become_money() -> None:
    cost = Cost(cpu_s=1000, cpu_low_s=500, cpu_high_s=2000, gpu_s=100, gpu_low_s=50, gpu_high_s=200)
    price = price_of(RATES, cost, human_minutes=2, gpu="NVIDIA H100 80GB HBM3")
    assert (price.cpu, price.gpu, price.human) == pytest.approx((0.1, 0.1, 1.0))
    assert (price.low, price.total, price.high) == pytest.approx((1.1, 1.2, 1.4))


def test_another_gpu_has_the_price_of_others_and_none_is_made_up() -> None:
    assert RATES.of_gpu("NVIDIA A10") == 1.8
    bare = Rates(currency="EUR", cpu_hour=1.0)
    with pytest.raises(UsageError, match="no price for the GPU NVIDIA A10"):
        price_of(bare, Cost(gpu_s=1, gpu_high_s=2), 0, gpu="NVIDIA A10")
    assert price_of(bare, Cost(cpu_s=3600), 0).total == 1.0


def test_the_example_can_be_read() -> None:
    assert read_rates(ROOT / "examples" / "rates.toml").currency == "EUR"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("currency = ", "are no TOML"),
        ("cpu_hour = 1", "None as the currency"),
        ('currency = "euros"', "'euros' as the currency"),
        ('currency = "EUR"\ncpu_hour = -1', "-1 as cpu_hour"),
        ('currency = "EUR"\ncpu_hour = "1"', "'1' as cpu_hour"),
        ('currency = "EUR"\ncpu_hour = true', "True as cpu_hour"),
        ('currency = "EUR"\nhuman_hour = nan', "nan as human_hour"),
        ('currency = "EUR"\ncpu_hours = 1', "says cpu_hours"),
        ('currency = "EUR"\ngpu_hour = 3', "3 as gpu_hour"),
        ('currency = "EUR"\n[gpu_hour]\nH100 = "x"', "'x' as gpu_hour of H100"),
    ],
)
def test_a_slip_is_refused_with_its_value(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "rates.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=told):
        read_rates(path)


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        find_rates(str(tmp_path / "none.toml"))


def test_without_rates_nothing_is_said_in_money(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert find_rates() is None


@pytest.mark.parametrize(("value", "told"), [(0.0, "0.00 EUR"), (0.000054, "5.4e-05 EUR"), (12.345, "12.35 EUR")])
def test_small_amounts_keep_their_digits(value: float, told: str) -> None:
    assert amount_of(value, "EUR") == told
