"""Pure. Whether a turn is in Spanish, of which we understand dangers, a yes and a no."""

from __future__ import annotations

from dialog_brain.understanding.language.words import Speech, wordset

SPANISH = wordset(
    "hola buenas buenos tardes noches necesito necesitamos quiero queremos quisiera tengo tenemos tiene tienen "
    "funciona funcionan sirve enciende prende ayuda ayudar ayúdeme ayudeme favor acondicionado calefacción calefaccion "
    "calentador fuga tubería tuberia entiendo entendemos hablo hablamos habla hablan comprendo inglés español espanol "
    "gracias señor señora puede puedo pueden podría está están estoy qué cómo cuándo dónde cuánto pero porque roto "
    "rota dañó daño descompuso descompuesto técnico tecnico plomero mañana usted ustedes alguien dirección direccion "
    "teléfono llamo llamar caliente frío hace estamos vivo vivimos disculpe perdón también ahorita hable"
)
"""Words that hardly anybody says in English, and hardly a street is named after."""
_SMALL = wordset(
    "mi mis un una el la los las de del en y e se me le lo su sus para por con que es no si sí al hay ya desde ayer "
    "hoy esta este esto nos a o yo muy más mas bien casa agua aire día días dia dias número nombre soy son como muchas "
    "mucho todo nada cuando donde"
)


def is_spanish(speech: Speech) -> bool:
    """Whether two words in three are Spanish, and one of them nothing else."""
    words = speech.words
    if SPANISH.isdisjoint(words):
        return False
    spanish = sum(word in SPANISH or word in _SMALL for word in words)
    return spanish > 1 and 3 * spanish >= 2 * len(words)
