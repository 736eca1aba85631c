"""Portuguese, Spanish and French words with several meanings, by what stands beside them."""

from __future__ import annotations

import pytest

from video.concepts.mentions import mentions


def seen(text: str, language: str) -> set[str]:
    return {m.concept.id for m in mentions(text, language, told=True) if not m.absent}


@pytest.mark.parametrize(
    ("language", "text", "concept", "there"),
    [
        ("pt", "Ela arregaçou as mangas.", "mango", False),
        ("pt", "As mangas caíam maduras do pé.", "mango", True),
        ("pt", "O barco abriu as velas e partiu.", "candle", False),
        ("pt", "Acendeu a vela no barco.", "candle", True),
        ("pt", "O pai foi ao banco levantar dinheiro.", "bench", False),
        ("pt", "O velho sentou-se no banco da praça.", "bench", True),
        ("pt", "Não valia a pena correr.", "feather", False),
        ("pt", "Uma pena caiu do ninho.", "feather", True),
        ("pt", "Era tempo de colher o milho.", "spoon", False),
        ("pt", "A mãe mexia a sopa com uma colher.", "spoon", True),
        ("pt", "Dormia na rede da varanda.", "hammock", True),
        ("pt", "A rede vinha cheia de peixe.", "net", True),
        ("pt", "O pai saía cedo para o mar.", "clothes", False),
        ("pt", "O homem vinha do mar.", "vineyard", False),
        ("pt", "Havia cerca de vinte barcos.", "fence", False),
        ("pt", "Ele se chama Tomé.", "shout", False),
        ("pt", "A fruta estava barata.", "beetle", False),
        ("pt", "A onça vive na mata.", "jungle", True),
        ("pt", "O tio voltou do Peru.", "turkey", False),
        ("pt", "Um gato cinza dormia.", "ash", False),
        ("pt", "Entrou no quarto.", "bedroom", True),
        ("pt", "O quarto filho nasceu.", "bedroom", False),
        ("pt", "Ela guarda as moedas.", "soldier", False),
        ("pt", "A gente não dormia.", "people", False),
        ("pt", "Muita gente dançava.", "people", True),
        ("pt", "Tinha olhos de águia.", "eagle", False),
        ("pt", "O Zé Carvalho pescava.", "tree", False),
        ("pt", "O colar de contas brilhava.", "necklace", True),
        ("es", "El barco desplegó las velas.", "candle", False),
        ("es", "Escribió su nombre en una hoja.", "leaf", False),
        ("es", "Escribió su nombre en una hoja.", "paper", True),
        ("es", "Se llama Tomás.", "shout", False),
        ("es", "Le traje pan.", "clothes", False),
        ("es", "Traje agua del pozo.", "clothes", False),
        ("es", "Nada en la casa se movía.", "swim", False),
        ("es", "El pato nada en el estanque.", "swim", True),
        ("es", "La niña abrazó a la muñeca.", "doll", True),
        ("es", "El reloj en la muñeca.", "doll", False),
        ("es", "Tiró un canto al agua.", "sing", False),
        ("es", "El canto del gallo despertó al pueblo.", "sing", True),
        ("es", "Juan casa con María.", "house", False),
        ("es", "El alcalde Ríos saludó.", "river", False),
        ("es", "La madre Tierra dormía.", "earth", True),
        ("es", "Doña Torres barría.", "tower", False),
        ("es", "Vivía en la plaza de las Flores.", "flower", False),
        ("es", "Jugaban en la plaza de los naranjos.", "orange_tree", True),
        ("pt", "Subiram a serra da Estrela.", "star", False),
        ("es", "Ella planta un árbol.", "plant", True),
        ("es", "Hirvió una sopa de pollo.", "hen", False),
        ("es", "Lloraba lágrimas de cocodrilo.", "crocodile", False),
        ("es", "Plantaron la tienda junto al río.", "tent", True),
        ("fr", "La voile blanche disparut à l'horizon.", "scarf", False),
        ("fr", "La mariée portait un long voile.", "sail", False),
        ("fr", "Elle dormait dans son lit.", "bed", True),
        ("fr", "Elle lit une lettre.", "read", True),
        ("fr", "Il est tombé.", "fall", True),
        ("fr", "Les feuilles sont tombées.", "gravestone", False),
        ("fr", "Ferme la fenêtre !", "farm", False),
        ("fr", "Il donna une pièce au mendiant.", "coin", True),
        ("fr", "Le vieux Pierre riait.", "stone", False),
        ("fr", "Il lança une pierre.", "stone", True),
        ("fr", "Elle mordit dans la pêche.", "peach", True),
        ("fr", "Il allait à la pêche.", "peach", False),
        ("fr", "La vague cassa.", "sea", True),
        ("fr", "D'un air vague.", "sea", False),
        ("fr", "Il avait une faim de loup.", "wolf", False),
        ("fr", "Madame Fontaine riait.", "fountain", False),
        ("fr", "Au milieu de la Grande Forêt.", "forest", True),
    ],
)  # fmt: skip
def test_a_word_means_what_its_neighbours_say(language: str, text: str, concept: str, there: bool) -> None:
    assert (concept in seen(text, language)) == there
