using MeliBot.Patterns;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>What is said beside digits that only a telephone number needs: how to read them, that they are no code, whom to ask for.</summary>
internal static class DigitHints
{
    private const int Near = 70;

    /// <summary>"Sacale las letras", "leelo al revés", "no es un código", "es para que me llames".</summary>
    private static readonly PatternSet Keys = new(
        @"\b(sac|quit|tir|borr|remov|ignor|salt|elimin|omit|desconsider|sin|sem|retir|obvi)[a-z]*( [a-z]+)? (las|los|as|os) (letras|equis|espacios|espacos|puntos|pontos|guiones|hifens|tracos|simbolos|asteriscos|numeros|barras|comas|emojis?|parentesis|ceros|zeros)\b",
        @"\b(al reves|de atras (para|hacia) (adelante|delante)|de tras (para|pra) frente|ao contrario|invertid[oa]s?|dado vuelta)\b",
        @"\b(sum|rest|agreg|pon|som|adicion|coloc|reemplaz|cambi|troc|substitu)[a-z]*( [a-z0-9]+){0,3} (cada (cifra|digito|numero)|adelante|na frente|al principio|no comeco|por (un |um )?[a-z0-9]+ (la|el|a|o) [a-z0-9]+)\b",
        @"\b(junt|uni|jun|arm)[a-z]* (los|todo|todos|os|tudo|las)( [a-z]+){0,2}( numeros| digitos| cifras| junto)\b",
        @"\b(codigo|prefijo|prefixo|caracteristica|ddd) (de|da|do|del) (area|zona|ciudad|cidade|pais|provincia)\b",
        @"\b(no|nao) (es|e|son|sao|era)( (el|un|um|o|ningun|nenhum|de))* (codigo|modelo|precio|preco|referencia|serie|sku|medida|numero de (parte|serie|pieza|modelo))\b",
        @"\b(es|e|son|sao|ahi)( (para|pra))( que| (voce|vc|tu|ti))?( me)? (hables?|llames?|marques?|escribas?|ubiques?|contactes?|encuentres?|agendes?|chamar|ligar|falar|contatar|achar)\b",
        @"\b(entendedor|ya sab(e|es|en) (que|cual|como|para que)( (es|son))?|vos me entendes|tu me entiendes|voce me entende|mentira)\b");

    /// <summary>"Preguntá por Dani", "me ubicás en", "fala com o Beto".</summary>
    private static readonly PatternSet Talk = new(
        @"\b(pregunt|pergunt|ped|pid|pec)[a-z]* (por|pel[oa]) [a-z]+",
        @"\b(habl|fal|cham|trat|comunic)[a-z]* (con|com|por|o|a|la|el) (el |la |o |a )?[a-z]+",
        @"\bme (ubic|encontr|encuentr|marc|llam|habl|escrib|busc|cham|lig|ach|contact|localiz|mand|tim?br|agend|consult|pill|hall)[a-z]*",
        @"\b(ubic|timbr|telefone|agend|anot|apunt|busqu|localic|disc|marc|discal|whatsape)[a-z]*(me|nos|lo|se)\b|\b(anot|apunt|anote|apunte)[a-z]*\b",
        @"\b(cham|lig)[a-z]+ (la|ai|aqui|nesse|neste|no)\b|\b(quedo|fico) (atent|pendient|no aguardo|a la orden|al pendiente|a disposi)",
        @"\b(es|e) (el|o) (mio|meu|nuestro|nosso|de la tienda|da loja|del local)\b|\b(a cualquier hora|a qualquer hora|las 24 horas|ventas directas|vendas diretas|consultas directas)\b");

    public static bool HasKey(string text, DigitRun run) => Keys.First(Around(text, run)) is not null;

    public static bool IsTalked(string text, DigitRun run) => Talk.First(Around(text, run)) is not null;

    private static string Around(string text, DigitRun run) => text[Math.Max(0, run.Start - Near)..Math.Min(text.Length, run.End + Near)];
}
