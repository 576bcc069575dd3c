using System.Text.RegularExpressions;
using MeliBot.Patterns;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Insults and foul words of the region in both languages. Words that are also things ("burro de planchar", "forro polar") count only when they are aimed at somebody.</summary>
public sealed class InsultGuard() : PatternGuard(
    Name,
    GuardReasons.Insult,
    [@"\b(pelotud[a-z]*|bolude[a-z]+|[hw]ue[bv]ad[a-z]+|boludo?s?|boluda|boludazo|idiotas?|idiotez|imbecil(es)?|estupid[a-z]*|est.?pido|tarad[oa]s?|mierda|merda|put[oa]s?|putit[oa]|reputa|hdp|hdmp|hijueputa|jueputa|hijoputa|fdp|pqp|vtnc|vsf|ctm|csm|"
    + @"conchetumare|conchatumare|conchasumadre|culia[od]?s?|culiad[oa]|qliao|we[oa]n(es)?|huevon[a]?|guevon|aweon[a-z]*|pendej[oa]s?|cabron[a-z]*|chinga(r|tu|da|do|te)?|chingad[a-z]+|verga|culero?s?|malparid[oa]s?|gonorreas?|"
    + @"maric[ao]s?|maricon(es)?|mogolic[oa]s?|carajo|caralho|foder|foda|fodase|arrombad[oa]s?|otari[oa]s?|babaca[s]?|cuzao|viado|vagabund[oa]s?|desgracad[oa]s?|merdas?|bosta|escroto|cretin[oa]s?|"
    + @"sorete|garca|cagon(a)?|cojud[oa]|hijo ?de ?(mil )?put[ao]s?|filh[oa]s? da put[ao]s?|mamaguevo|mamahuevo)\b",
    @"\b(la )?concha (de )?(tu|la|su|sua)( [a-z]+)? (madre|hermana|lora)\b|\b(tu|sua) (vieja|puta)\b|\b(que te pario)\b",
    @"\b(and(a|ate|ar)|vete|vayan?se|vai|va|anda)( (a|ala|al|a la|tomar|te|se|pra))* (cagar|cag[a-z]+|carajo|merda|mierda|cu|foder|fuder|verga|chucha|diablo|chingada|puta)\b|\btomar no c(u)?\b|\bfoda-se\b",
    @"\b(hinchar|romper|hinchando|rompiendo|hinches|rompas|encher|enchendo)( [a-z]+)? (las |los |o |a )?(bolas|pelotas|huevos|kinotos|saco|paciencia)\b|\b(h[ .]?d[ .]?p|f[ .]?d[ .]?p|h[ .]d[ .]m[ .]?p)\b|\b(no )?(jodas|jodan|jodes|joder|jode|jodido)\b|\bno (me |nos )?(rompas|rompan|hinches|hinchen)\b|\b(rompe|hincha)(pelotas|huevos|bolas|bola)\b|\blas pelotas (llenas|hinchadas|por el piso)\b|(^|[.,!?¡] ?|\b(un|y|por|hasta|de) )las pelotas ?([.,!?]|$)|\bchup(a|ame|ala|amela)( [a-z]+){0,2} (huevo|huevos|pija|pico|verga)\b|\bcerra (el orto|la boca)\b|\bcala a boca\b",
    @"\b(anda|vayan|vaya|ve)( vos)? a (laburar|trabajar|estudiar|banarte|freir)\b",
    @"\bno mames\b|\bpinche [a-z]+|\bque mamada\b|\bmuert[oa]s? de hambre\b|\bmorite\b|\bmuerete\b|\b(lista de )?rat(a|as) (como|inmunda|de mierda)\b|\bporra[,!]",
    $@"\b(sos|eres|sois|es usted|usted es|voce e|vc e|tu e|seu|sua|pedazo de|flor de|manga de|maldit[oa]|bando de|nao seja|no seas?|gente|gentuza|tipo|tipa|cliente|clientes|persona|pessoa|comprador|publico)( (re|tan|muy|un|una|um|uma|mas|mais|bien|medio|todos?|unos|unas|tao|muito))* {Mean}\b",
    $@"\b(que )?(pregunta|pergunta|consulta|duda)s?( (mas|tan|muy|mais|tao|re|de))* {Mean}\b|\b(que) {Mean}( (sos|eres|es|voce|vc))\b",
    @"\b(tacan[oa]|miserable|ignorante|analfabet[oa]|imprestavel|trouxa)( (miserable|humano|infeliz|de mierda))? ?([?!.,]|$)",
    @"(^|[.,!?] ?|\bes usted |\bsos |\bvoce e )(ignorante|analfabet[oa]|burr[oa]|trouxa)([?!.,]|$)",
    @"\b(no sab(es|e|en)|sab(es|e)|nao sabe|aprend(e|a|an)( usted)? a|aprendan a) (leer|ler)\b",
    $@"(^|[.,!?] ?)(que|seu|sua|so|vaya|menudo|pero que|mas que) ({Mean}|animal|asno|jumento|mula|anta)( [a-z]+)?([,.!?]|$)",
    $@"\b(ignorantes|brutos|burros|analfabetos|inutiles|imbeciles|tontos|bestias)([.!]|$)|\bno sea[sn]?( (tan|tan|tao|un|uma?))* {Mean}\b|\bmas {Mean} que\b",
    @"\b(no|nao) (ves|lees|leiste|lee|le|viste|ve|leu|viu) (que|el|la|o|a|lo que|bien)\b[a-z0-9 ]{0,30}(\?|dice|diz|esta|publicad)|\b(essa|esa) (gente|gentinha|raza|raca|gentuza) (de|do|da|del|es|e|so|solo|siempre|no|nao)\b|\bpor eso (tu|su|ese) pais\b|\basi (te|les|le|estan) va( [a-z]+)?[.!]",
    $@"\b(que|vaya|menuda|menudo) (mulher|mujer|senora|senor|tipo|tipa|cliente|gente|homem|hombre|viej[oa]|cara) (mas |tan |mais |tao )?({Mean}|molest[oa]|dens[oa]|histeric[oa]|loc[oa]|louc[oa]|dificil)\b|\b(va|vai|anda|ve|vaya) (a )?(procurar|buscar) (o )?que (fazer|hacer)\b|\bcon esa (cabeza|cara|mentalidad|educacion)\b|\bcom essa (cabeca|cara)\b",
    @"\b(pedazo|flor|manga|bando|tremend[oa]|soberan[oa]) de (animal(es)?|asnos?|ineptos?|inutil(es)?|alcornoque|bruto|bestia|burro|ignorante|atorrante|tonto|idiota|sinverguenza|maleducad[oa]|ridicul[oa])\b",
    .. Discrimination.Patterns, .. Abuse.Patterns, .. Belittling.Patterns])
{
    public const string Name = "insult";

    private const string Mean =
        "(gil(es)?|gila|chat[oa]s?|salame|burr[oa]s?|brut[oa]s?|ignorantes?|inutil(es)?|ridicul[oa]s?|payas[oa]s?|palhac[oa]s?|ladron(es|a)?|ladrao|ratas?|basura|lixo|trouxas?|bestias?|besta|forr[oa]s?|cieg[oa]s?|ceg[oa]s?|"
        + "sord[oa]|surd[oa]|tont[oa]s?|bob[oa]s?|chantas?|estafador(es|a)?|analfabet[oa]s?|tacan[oa]s?|miserables?|pobreton|insoportables?|retrasad[oa]|pesad[oa]|vag[oa]|cara dura|caradura|sinverguenza|sem vergonha|malandro|"
        + "corno|cornud[oa]|nac[oa]|mamon(a|es)?|muerto de hambre|morto de fome|pao duro|mao de vaca|mala leche|idiota)";

    private const int LongestTitle = 60;

    /// <summary>So far back it is looked which marks open and which close.</summary>
    private const int Before = 400;

    private static readonly LinearPattern Aimed = new(@"\b(vos|sos|usted|voce|vc|eres|tu|seu|sua|su)\b");

    private static readonly LinearPattern Work = new(@"\b(libro|livro|novela|romance|pelicula|filme|dvd|cd|vinilo|disco|album|cancion|tapa (dura|blanda)|autor|dostoievski|comic|obra|comedia|personajes?|cuento|traduccion|traducao|capa (dura|comum|mole)|edicion|edicao|editora|editorial|tomo|ensayo|teatro|juguete|brinquedo|peluche|pelucia|disfraz|fantasia|ninos|chicos|criancas|hijo|hijos|nene|filho|jugando|planchar|impermeable|polar)\b");

    /// <summary>Foul whatever the sentence is about.</summary>
    private static readonly LinearPattern Foul = new("pelotud|bolud|mierda|merda|put[ao]|hdp|hij[ou]|filh[oa] da|concha|cagar|carajo|culia|we[oa]n|pendej|ching|malpar|gonorr|maric|caralho|foder|foda|arromb|cuzao|hambre|orto");

    /// <summary>"No es una pregunta tonta."</summary>
    private static readonly LinearPattern Courtesy = new(@"\b(no (es|hay|existen?)|nao (e|existe)|ninguna|nenhuma|nunca (es|e)|no fue)( (una|la|uma|las))* $");

    /// <summary>"Pregunta tonta no hay", "qué tonto soy".</summary>
    private static readonly LinearPattern NoSuch = new("^ (aqui |aca )?(no|nao|nunca) (hay|ha|existen?|tem)( |[.,!]|$)|^,? (soy|fui|estuve|sou|(de |por )?mi parte|(o |la |el |a )?(mia|mio|meu|minha))( |[.,!]|$)");

    /// <summary>Who wears glasses isn't told to.</summary>
    private static readonly LinearPattern Wearer = new(@"\b(quem|quien|quienes|que|si|se|cuando|quando) usan?( [a-z]+){0,2} (lentes|anteojos|oculos|gafas)");

    /// <summary>"Rodeados de idiotas": some words in quotation marks are a book's or a film's.</summary>
    private static bool IsTitle(string text, Match match)
    {
        var open = text.LastIndexOfAny(QuotationMarks.All, match.Index, Math.Min(match.Index + 1, LongestTitle));
        var end = match.Index + match.Length;
        var close = end < text.Length ? text.IndexOfAny(QuotationMarks.All, end, Math.Min(text.Length - end, LongestTitle)) : -1;
        return open >= 0 && close > 0 && text.AsSpan(Math.Max(0, open - Before), Math.Min(open, Before) + 1).CountAny(QuotationMarks.All) % 2 == 1 && text.AsSpan(open + 1, close - open - 1).Contains(' ') && !Foul.IsMatch(match.Value) && !Aimed.IsMatch(text[(open + 1)..close]);
    }

    private protected override bool IsMeant(string text, Match match) => !IsTitle(text, match) && !(Courtesy.IsMatch(text[Math.Max(0, match.Index - 30)..match.Index]) && match.Value.StartsWith('p')) && !IsDenied(text, match.Index + match.Length) && !Wearer.IsMatch(text[Math.Max(0, match.Index - 12)..(match.Index + match.Length)]) && (Foul.IsMatch(match.Value) || !Work.IsMatch(Clause.Sentence(text, match)));

    private static bool IsDenied(string text, int end) => NoSuch.IsMatch(text[end..Math.Min(text.Length, end + 30)]);
}
