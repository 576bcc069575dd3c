using System.Collections.Frozen;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>
/// Sentences that only greet, thank or take leave, or are a bare yes or no; told by their <see cref="SentenceKey"/>: how it begins, and that every word of it is one that such sentences are made of.
/// </summary>
internal static class Phrases
{
    private const int LongestKey = 200;
    private const int MostWords = 30;
    private const int LongestSignature = 3;

    private static readonly WordSet GreetingHeads = new("hola ola oi oie oii holi holis alo hello hi buenas bienvenido bienvenida bienvenidos bienvenidas benvindo bemvindo estimado estimada estimados estimadas prezado prezada prezados");

    private static readonly WordSet GreetingPairs = new(
        "buen-dia buenos-dias buena-tarde buena-noche bom-dia boa-tarde boa-noite muy-buenas muy-buenos muy-buen que-tal como-estas como-esta como-va como-te como-andas como-vai como-estan todo-bien tudo-bem tudo-bom bem-vindo bem-vinda bem-vindos ben-vindo espero-estes espero-este espero-que un-gusto");

    private static readonly WordSet GreetingWords = new(
        "hola ola oi oie oii holi holis alo hello hi buenas buenos buen buena bienvenido bienvenida bienvenidos bienvenidas benvindo bemvindo bem ben vindo vinda vindos dia dias tarde tardes noche noches muy bom boa noite noites que tal como te va vas estas esta andas vai estan usted "
        + "todo bien tudo espero estes este esteja esten com voce vc un gusto saludarte prazer a nuestra tienda nossa loja estimado estimada estimados estimadas prezado prezada prezados querido querida amigo amiga amigos vecino vecina gente todos todas senor senora sr sra cliente comprador lindo linda feliz y e por alla ahi");

    private static readonly WordSet ThanksHeads = new("gracias obrigado obrigada obrigados agradecemos agradezco agradeco agradecido");

    private static readonly WordSet ThanksPairs = new("muchas-gracias mil-gracias muchisimas-gracias muito-obrigado muito-obrigada te-agradecemos te-agradezco le-agradecemos desde-ya");

    private static readonly WordSet ThanksWords = new(
        "muchas mil muchisimas muito gracias obrigado obrigada obrigados agradecemos agradezco agradeco agradecido te le desde ya por pelo pela a de su tu la el o sua seu vuestra nos haberte haber haberse hacer consulta consultas contacto contato contactarnos contactarte contactar "
        + "contactarse mensaje mensagem interes interesse interesarte escribir escribirnos preguntar pregunta pergunta comunicarte comunicarse comunicado contactado visita visitarnos preferirnos preferencia elegirnos confianza confiar confianca tiempo compra entrar em en perguntar contatar esperar espera "
        + "paciencia con nosotros antemao antemano nuevo vos ti usted voce nuestro nuestra nuestros nossos nosso nossa producto productos produto produtos anuncio publicacion tienda loja este esta nuevamente e y por");

    private static readonly WordSet ClosingHeads = new(
        "chau adios tchau saludos saludo slds slts sds cordiales abrazo abrazos abraco abracos abs att atte cordialmente atentamente atenciosamente exitos bendiciones aguardamos");

    private static readonly WordSet ClosingPairs = new(
        "un-saludo un-cordial un-abrazo un-gran um-abraco um-grande um-forte muchos-saludos te-mando te-mandamos reciba-un te-esperamos los-esperamos lo-esperamos le-esperamos esperamos-tu esperamos-su que-tengas que-tenga que-tengan que-pases que-pase tenha-um tenha-uma buena-jornada linda-jornada "
        + "buen-dia linda-tarde buena-tarde buena-noche buen-fin lindo-dia lindo-fin feliz-dia hasta-luego hasta-pronto ate-logo ate-mais ate-breve nos-vemos boas-compras boa-compra boas-vendas buena-compra bom-dia boa-tarde boa-noite boa-semana desde-ya");

    /// <summary>They take leave only with one of the words below.</summary>
    private static readonly WordSet OpenHeads = new(
        "quedamos quedo quedando estamos estoy ficamos fico seguimos sigo ante cualquier qualquer alguna otra outra por para si se caso espero esperamos a aguardo");

    private static readonly WordSet OpenWords = new(
        "atento atenta atentos atentas disposicion disposicao ordenes ordens ayudarte ayudarle servirte ajudar duda dudas duvida duvidas consulta consultas coisa cosa pregunta preguntas pergunta perguntas inquietud aguardo pendiente pendientes");

    private static readonly WordSet ClosingWords = new(
        "chau adios tchau saludos saludo slds slts sds cordiales cordial abrazo abrazos abraco abracos abs att atte cordialmente atentamente atenciosamente exitos bendiciones un una um uma gran grande forte fuerte muchos te mando mandamos reciba esperamos los lo le la tu su sua compra oferta visita pedido que tengas tenga tengan "
        + "pases pase tenha otimo otima bom boa excelente hermoso hermosa bonito lindo linda buen buena feliz muy dia fin de semana finde jornada tarde noche noite hasta luego pronto ate logo mais breve nos vemos boas compras vendas y e quedamos quedo quedando estamos estoy ficamos fico seguimos sigo siempre sempre "
        + "aqui aca por para a as ante cualquier qualquer alguna algum alguma otra outra si se caso tenes tienes tiver tenha duda dudas duvida duvidas consulta consultas cosa coisa pregunta preguntas pergunta perguntas inquietud adicional mas puedas surja le me este medio no dudes dude en preguntar consultar "
        + "consultarnos preguntarnos preguntanos disposicion disposicao ordenes ordens ayudarte ayudarle servirte ajudar avisanos avisame avisa avise consultanos consultame escribinos escribenos pregunte chame so chamar perguntar es atento atenta atentos atentas nuevas entera total completa inteira pendiente "
        + "pendientes aguardo aguardamos espero respuesta sus suas tus las nosotros con gusto todos equipo equipe desde ya");

    private static readonly WordSet Signing = new("saludos atte att abs atentamente abrazos abrazo abracos abraco cordialmente atenciosamente");

    private static readonly WordSet GreetingStarts = WordSet.StartsOf(GreetingHeads, GreetingPairs);

    private static readonly WordSet ThanksStarts = WordSet.StartsOf(ThanksHeads, ThanksPairs);

    private static readonly WordSet ClosingStarts = WordSet.StartsOf(ThanksHeads, ThanksPairs, ClosingHeads, ClosingPairs, OpenHeads);

    public static bool IsGreeting(string key)
    {
        if (!GreetingStarts.ContainsFirst(key) || !Words.TryRead(key, out var words)) return false;
        if (!GreetingHeads.Contains(words[0]) && !GreetingPairs.ContainsPair(words)) return false;
        for (var i = 0; i < words.Count; i++)
        {
            if (GreetingWords.Contains(words[i]) || (i > 0 && HasDigit(words[i])) || IsEmoji(words[i])) continue;
            // "Hola, gracias por tu consulta": it greets and thanks.
            return i > 0 && words.From(i) is var rest && IsThanks(rest);
        }

        return true;
    }

    public static bool IsThanks(string key) => ThanksStarts.ContainsFirst(key) && Words.TryRead(key, out var words) && IsThanks(words);

    public static bool IsClosing(string key)
    {
        if (!ClosingStarts.ContainsFirst(key) || !Words.TryRead(key, out var words)) return false;
        var thanks = StartsThanks(words);
        var open = OpenHeads.Contains(words[0]);
        if (!thanks && !open && !ClosingHeads.Contains(words[0]) && !ClosingPairs.ContainsPair(words)) return false;
        var said = !open || ClosingPairs.ContainsPair(words);
        for (var i = 0; i < words.Count; i++)
        {
            said |= OpenWords.Contains(words[i]);
            if (ClosingWords.Contains(words[i]) || IsEmoji(words[i]) || (thanks && ThanksWords.Contains(words[i]))) continue;
            // "Saludos, Tienda Pepe"
            return said && i > 0 && Signing.Contains(words[i - 1]) && words.Count - i <= LongestSignature;
        }

        return said;
    }

    /// <summary>A bare answer means something else each time it is given.</summary>
    public static bool IsBareAnswer(string key) => key is "si" or "no" or "sim" or "nao" or "claro" or "ok";

    private static bool StartsThanks(Words words) => ThanksHeads.Contains(words[0]) || ThanksPairs.ContainsPair(words);

    private static bool IsThanks(Words words)
    {
        if (!StartsThanks(words)) return false;
        for (var i = 0; i < words.Count; i++)
        {
            if (!ThanksWords.Contains(words[i]) && !IsEmoji(words[i])) return false;
        }

        return true;
    }

    private static bool HasDigit(ReadOnlySpan<char> word) => word.IndexOfAnyInRange('0', '9') >= 0 && char.IsLetter(word[0]);

    private static bool IsEmoji(ReadOnlySpan<char> word) => !char.IsAsciiLetterOrDigit(word[0]) && !char.IsLetterOrDigit(word[0]) && word[0] is not ('$' or '%' or '#' or '@' or '&' or '+' or '=' or '<' or '>' or '-');

    /// <summary>The words of a key.</summary>
    private readonly ref struct Words(ReadOnlySpan<char> key, ReadOnlySpan<Range> ranges)
    {
        private readonly ReadOnlySpan<char> _key = key;
        private readonly ReadOnlySpan<Range> _ranges = ranges;

        public int Count => _ranges.Length;

        public ReadOnlySpan<char> this[int index] => _key[_ranges[index]];

        public Words From(int index) => new(_key, _ranges[index..]);

        public ReadOnlySpan<char> Pair(Span<char> buffer)
        {
            var first = this[0];
            var second = this[1];
            if (first.Length + second.Length + 1 > buffer.Length) return [];
            first.CopyTo(buffer);
            buffer[first.Length] = '-';
            second.CopyTo(buffer[(first.Length + 1)..]);
            return buffer[..(first.Length + second.Length + 1)];
        }

        public static bool TryRead(string key, out Words words)
        {
            words = default;
            if (key.Length is 0 or > LongestKey) return false;
            var ranges = new Range[MostWords + 1];
            var count = key.AsSpan().Split(ranges, ' ', StringSplitOptions.RemoveEmptyEntries);
            if (count is 0 or > MostWords) return false;
            words = new(key, ranges.AsSpan(0, count));
            return true;
        }
    }

    private sealed class WordSet
    {
        private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

        public WordSet(string words)
            : this(words.Split(' '))
        {
        }

        private WordSet(IEnumerable<string> words) => _words = words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        public static WordSet StartsOf(params WordSet[] sets) => new(sets.SelectMany(set => set._words.Set).Select(word => word.Split('-')[0]));

        public bool ContainsFirst(ReadOnlySpan<char> key)
        {
            var end = key.IndexOf(' ');
            return _words.Contains(end < 0 ? key : key[..end]);
        }

        public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);

        public bool ContainsPair(Words words)
        {
            if (words.Count < 2) return false;
            Span<char> buffer = stackalloc char[32];
            return words.Pair(buffer) is { Length: > 0 } pair && _words.Contains(pair);
        }
    }
}
