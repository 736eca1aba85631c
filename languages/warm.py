"""Models kept warm within a memory budget, and batches that shrink when memory runs out.

For engines: nothing here imports a model library.
"""

from __future__ import annotations

import gc
import sys
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, TypeVar

from languages.errors import TooLarge

SPENT = ("out of memory", "alloc_failed", "can't allocate memory")
"""How libraries say it in a RuntimeError: CUDA itself; cuBLAS and cuDNN with ``…_STATUS_ALLOC_FAILED``; torch on a
CPU."""

Model = TypeVar("Model")
Job = TypeVar("Job")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A model that was loaded, or that made room for another."""

    model: str
    loaded: bool
    """False where it was put away."""
    waited_s: float = 0.0
    """Seconds that work stood still for it; less than loading takes where it was begun ahead."""


_moved: list[Moved] = []


def take_moved() -> tuple[Moved, ...]:
    """What was loaded and put away in this process since this was last asked."""
    taken = tuple(_moved)
    del _moved[: len(taken)]
    return taken


class Warm(Generic[Model]):
    """Loaded models by name; the least recently used ones go when the next would not fit. Not thread-safe.

    One model may be on its way while another works (``ahead``).
    """

    def __init__(self, budget_gb: float, close: Callable[[Model], None] = lambda _: None) -> None:
        self.budget_gb = budget_gb
        self._close = close
        self._models: OrderedDict[str, tuple[Model, float]] = OrderedDict()
        self._coming: tuple[str, float, Future[Model]] | None = None
        self._loader: ThreadPoolExecutor | None = None

    def get(self, name: str, size_gb: float, load: Callable[[], Model]) -> Model:
        """The model of this name, loaded if it is not warm.

        Raises:
            TooLarge: it would not fit even alone, and nothing is loaded then; or memory ran out while it was loaded.
        """
        if name in self._models:
            self._models.move_to_end(name)
            return self._models[name][0]
        begun = time.perf_counter()
        if (came := self._arrived()) is not None:
            if came[0] == name and came[2].exception() is None:
                return self._keep(name, came[1], came[2].result(), begun)
            del came  # another than was foreseen, or it could not be loaded beside the one that worked
            release()
        if size_gb > self.budget_gb:
            raise TooLarge(
                f"{name} takes about {size_gb:.1f} GB; {self.budget_gb:.1f} GB may be used.",
                remedy="Choose a smaller model, another device, or a machine with more memory.",
            )
        while self._models and self.used_gb() + size_gb > self.budget_gb:
            self._put_away(next(iter(self._models)))
        try:
            model = load()
        except (RuntimeError, MemoryError) as error:
            if not out_of_memory(error):
                raise
        else:
            return self._keep(name, size_gb, model, begun)
        release()  # not before the error has let go of what it held
        raise TooLarge(
            f"{name} does not fit into the memory that is free on the device.",
            remedy="Choose a smaller model or another device, or close other programs.",
        )

    def ahead(self, name: str, size_gb: float, load: Callable[[], Model]) -> bool:
        """Begins to load, in another thread, the model that will be asked for next; says whether it does.

        It does not where that would drive out the model that was asked for last, or where one is on its way already.
        ``load`` must not disturb what the calling thread does meanwhile (random numbers!). A fault is kept for nobody:
        whoever asks for the model loads it again and meets it.
        """
        if name in self._models or self._coming is not None:
            return False
        in_use = next(reversed(self._models), "")
        while self._models and self.used_gb() + size_gb > self.budget_gb:
            oldest = next(iter(self._models))
            if oldest == in_use:
                return False
            self._put_away(oldest)
        if size_gb > self.budget_gb:
            return False
        self._loader = self._loader or ThreadPoolExecutor(1, thread_name_prefix="load")
        self._coming = (name, size_gb, self._loader.submit(load))
        return True

    def _arrived(self) -> tuple[str, float, Future[Model]] | None:
        """What was on its way, once it is here."""
        coming, self._coming = self._coming, None
        if coming is not None:
            coming[2].exception()  # waits
        return coming

    def _keep(self, name: str, size_gb: float, model: Model, begun: float) -> Model:
        self._models[name] = (model, size_gb)
        _moved.append(Moved(model=name, loaded=True, waited_s=time.perf_counter() - begun))
        return model

    def _put_away(self, name: str) -> None:
        self.drop(name)
        _moved.append(Moved(model=name, loaded=False))

    def used_gb(self) -> float:
        """Sum of the sizes that were told when models were loaded, and of the one that is on its way."""
        return sum(size for _, size in self._models.values()) + (self._coming[1] if self._coming else 0.0)

    def names(self) -> tuple[str, ...]:
        """Of warm models, the least recently used first."""
        return tuple(self._models)

    def drop(self, name: str) -> None:
        """Lets go of one model and gives its memory back."""
        model, _ = self._models.pop(name)
        self._close(model)
        del model
        release()

    def close(self) -> None:
        """Lets go of all."""
        came = self._arrived()
        if came is not None and came[2].exception() is None:
            self._models[came[0]] = (came[2].result(), came[1])
        del came
        for name in tuple(self._models):
            self.drop(name)
        if self._loader is not None:
            self._loader.shutdown()
            self._loader = None


def release() -> None:
    """Gives back the memory of objects that nobody holds any more, on the GPU too where torch is loaded."""
    gc.collect()
    torch = sys.modules.get("torch")
    if torch is not None and torch.cuda.is_available():
        torch.cuda.empty_cache()


def exact() -> None:
    """Lets torch calculate convolutions on a GPU in all of float32 and in the same way each time.

    Its default is TF32, with 10 bits instead of 23. Source: PyTorch, notes/cuda, "TensorFloat-32 (TF32) on Ampere".
    """
    torch = sys.modules["torch"]
    torch.backends.cudnn.allow_tf32 = False
    torch.backends.cudnn.deterministic = True


def out_of_memory(error: BaseException) -> bool:
    """Whether an error is a device that ran out of memory (torch, CTranslate2, or Python itself)."""
    return (
        isinstance(error, MemoryError)
        or type(error).__name__ == "OutOfMemoryError"
        or (isinstance(error, RuntimeError) and any(word in str(error).lower() for word in SPENT))
    )


def in_batches(
    jobs: Sequence[Job],
    cost: Callable[[Job], int],
    budget: int,
    run: Callable[[Sequence[Job]], Sequence[Result]],
    most: int = 64,
    alone: Callable[[Job], Result] | None = None,
) -> list[Result]:
    """Results in the order of the jobs, from batches of jobs of like cost.

    Jobs are sorted by cost, and a batch is filled while (its dearest cost × its size) ≤ ``budget`` and its size ≤
    ``most``. A batch that runs out of memory is halved, and so are those that follow.

    Args:
        alone: gives the result of a job that runs out of memory all by itself.

    Raises:
        TooLarge: a single job runs out of memory, and ``alone`` is not given.
    """
    order = sorted(range(len(jobs)), key=lambda i: -cost(jobs[i]))
    results: dict[int, Result] = {}
    at = 0
    while at < len(order):
        dearest = max(1, cost(jobs[order[at]]))
        part = order[at : at + max(1, min(most, budget // dearest))]
        answers: Sequence[Result] = ()
        try:
            answers = run([jobs[i] for i in part])
            spent = False
        except (RuntimeError, MemoryError) as error:
            if not out_of_memory(error):
                raise
            if len(part) == 1 and alone is None:
                raise TooLarge(
                    f"One job alone does not fit into the memory of the device ({dearest:,} units).",
                    remedy="Shorten the line or the shot, choose a smaller model, or another device.",
                ) from error
            spent = True
        if spent:
            release()  # not before the error has let go of what it held
            if len(part) > 1 or alone is None:
                most = len(part) // 2
                continue
            answers = (alone(jobs[part[0]]),)
        if len(answers) != len(part):
            raise RuntimeError(f"{len(answers)} answers to a batch of {len(part)}")
        results.update(zip(part, answers, strict=True))
        at += len(part)
    return [results[i] for i in range(len(jobs))]
