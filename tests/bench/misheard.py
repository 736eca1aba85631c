"""How much of each voice of espeak and Festival Whisper base mishears, line by line.

Run in the environment ``neural``: ``python -m tests.bench.misheard``. Prints ``speech/data/misheard.tsv``; takes
twelve minutes on two cores.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from speech.cer import errors
from speech.engine import ListenJob, SpeakJob, Spoken, Transcript
from speech.engines.espeak import Engine as Espeak
from speech.engines.faster_whisper import Engine as Ear
from speech.engines.festival import Engine as Festival
from tests.weights import real_whisper_base

LINES = {
    "en-US": """The old woman wove a bridge of thread.
Every morning the children walked to school along the river.
It rained for seven days and the well was full again.
Why do you cry, my child?
The fox looked at the moon in the water.""",
    "es": """La vieja tejía un puente de hilo.
Cada mañana los niños iban a la escuela por el río.
Llovió siete días y el pozo se llenó otra vez.
¿Por qué lloras, hija mía?
La zorra miró la luna en el agua.""",
    "fr": """La vieille femme tissait un pont de fil.
Chaque matin, les enfants allaient à l'école le long de la rivière.
Il a plu sept jours et le puits était de nouveau plein.
Pourquoi pleures-tu, mon enfant ?
Le renard regarda la lune dans l'eau.""",
    "it": """La vecchia tesseva un ponte di filo.
Ogni mattina i bambini andavano a scuola lungo il fiume.
Piovve sette giorni e il pozzo fu di nuovo pieno.
Perché piangi, figlia mia?
La volpe guardò la luna nell'acqua.""",
    "pt": """A velha tecia uma ponte de fio.
Todas as manhãs as crianças iam à escola junto ao rio.
Choveu sete dias e o poço ficou cheio outra vez.
Por que choras, minha filha?
A raposa olhou para a lua na água.""",
    "ca": """La vella teixia un pont de fil.
Cada matí els nens anaven a l'escola vora el riu.
Va ploure set dies i el pou es va tornar a omplir.
Per què plores, filla meva?
La guineu va mirar la lluna a l'aigua.""",
}


def main() -> None:
    """Prints one row for each voice."""
    espeak, festival = Espeak(), Festival()
    print("engine\tvoice\tcer\tlines")
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        if why := real_whisper_base(root):
            sys.exit(f"Whisper base {why}")
        ear = Ear(root)
        for voice_id, text in LINES.items():
            tag, lines = voice_id.partition("-")[0], text.splitlines()
            mine = [v for v in espeak.voices() if v.id.partition("+")[0] == voice_id]
            mouths = [(espeak, v) for v in mine] + [(festival, v) for v in festival.voices(voice_id)]
            for mouth, voice in mouths:
                jobs: list[ListenJob] = []
                for n, line in enumerate(lines):
                    job = SpeakJob(line=f"{n}", text=line, language=tag, voice=voice.id, folder=place)
                    (spoken,) = mouth.speak((job,))
                    assert isinstance(spoken, Spoken), spoken
                    ear_id = f"faster-whisper-base:{tag}"
                    jobs.append(ListenJob(line=f"{n}", ear=ear_id, sound=spoken.path, language=tag))
                told = [a for a in ear.listen(tuple(jobs)) if isinstance(a, Transcript)]
                rates = [min(1.0, errors(line, t.text).rate) for line, t in zip(lines, told, strict=True)]
                print(voice.engine, voice.id, f"{statistics.mean(rates):.2f}", len(rates), sep="\t", flush=True)


if __name__ == "__main__":
    main()
