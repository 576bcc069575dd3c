using System.Text.RegularExpressions;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>Sentences that only greet, only take leave, or are a bare yes or no; matched on their <see cref="SentenceKey"/>.</summary>
internal static class Phrases
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex Greeting = new(
        "^((hola|ola|oi|holis?|alo|buenas|buenos? dias?|buen dia|buenas tardes|buenas noches|muy buenas|muy buenos dias|bom dia|boa tarde|boa noite|"
        + "que tal|como (estas|esta|andas|va|vai|estan)|todo bien|tudo bem|tudo bom|bienvenid[oa]s?|be[mn] ?vind[oa]s?|hello|hi)"
        + "( (estimad[oa]s?|amig[oa]s?|vecin[oa]s?|gente|a todos|senora?|senor|sra?|cliente|[a-z]*[0-9][a-z0-9]*))? ?)+$",
        Options);

    private static readonly Regex Closing = new(
        "^(((muchas |mil |muchisimas |muito )?(gracias|obrigad[oa]s?|agradecemos)( (por|pel[oa])( (su|tu|la|el|o|a|sua|seu))? "
        + "(consulta|contacto|contato|contactarnos|mensaje|mensagem|interes|interesse|escribir|escribirnos|preguntar|pregunta|pergunta|comunicarte|comunicarse|visita|preferirnos|preferencia))?|"
        + "(muchos |cordiales )?saludos( cordiales)?|un saludo( cordial)?|(un |um )?(gran )?abra[zc]os?|abs|cordialmente|atentamente|atte|atenciosamente|att|"
        + "(quedamos|estamos|quedo|ficamos|seguimos) (a|as|para) (tu |su |sua |las )?(disposicion|disposicao|ordenes|entera disposicion|ayudarte|ayudarle|te ajudar)|"
        + "(ante |por )?(cualquier|qualquer) (duda|consulta|duvida|cosa|coisa)( (estamos|quedamos|ficamos) (a|as|para) (tu |su |sua |las )?(disposicion|disposicao|ordenes|ayudarte))?( (avisanos|avisame|consultanos|nos avise))?|"
        + "que tengas? (un )?(muy )?(buen|lindo|excelente|hermoso) (dia|fin de semana)|tenha um (otimo|bom|excelente) dia|"
        + "te esperamos|los esperamos|esperamos (tu|su|sua) compra|(buena|linda) jornada) ?)+$",
        Options);

    public static bool IsGreeting(string key) => key.Length <= 80 && Greeting.IsMatch(key);

    public static bool IsClosing(string key) => key.Length <= 160 && Closing.IsMatch(key);

    /// <summary>A bare answer means something else each time it is given.</summary>
    public static bool IsBareAnswer(string key) => key is "si" or "no" or "sim" or "nao" or "claro" or "ok";
}
