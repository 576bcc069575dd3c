using System.Collections.Frozen;
using System.Globalization;
using MeliBot.Patterns;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>A greeting at the head of a sentence that goes on ("Hola, sí, hay stock"), a closing at the tail of one ("Es nuevo, saludos").</summary>
internal static class InlineFraming
{
    /// <summary>More than any greeting takes; bounds the look ahead.</summary>
    private const int Longest = 80;

    private const string Hello =
        "(hola|ola|oi|oie|holis?|buenas( tardes| noches)?|buenos? dias?|buen dia|muy buenas( tardes| noches)?|muy buenos dias|bom dia|boa tarde|boa noite|que tal|como (te va|estas|esta|andas|va|vai)|todo bien|tudo bem|tudo bom|hello|hi)";

    private const string Apart = "[ ,!¡¿?.;:-]*";

    /// <summary>With a mark behind it, and maybe a name before the mark.</summary>
    private static readonly LinearPattern Marked = new($"^¡?{Hello}({Apart}{Hello})*( (estimad[oa]s?|amig[oa]s?|vecin[oa]s?|gente|a tod[oa]s|cliente|prezad[oa]s?|[a-z]{{2,20}}))?( [^a-z0-9 ,.:;!-]+)? ?([,:;!-]+|\\.\\.\\.) ");

    /// <summary>Without a mark: only where an answer's word follows.</summary>
    private static readonly LinearPattern Bare = new(
        $"^¡?(hola|ola|buenas tardes|buenas noches|buenos dias|buen dia|bom dia|boa tarde|boa noite)( {Hello})*( amig[oa]| estimad[oa])?( [^a-z0-9 ,.:;!-]+)? (si|sim|no|nao|tenemos|temos|tengo|hay|contamos|el|la|los|las|es|son|esta|estan|o|a|os|as|enviamos|hacemos|viene|vienen|mide|pesa|sale|cuesta|puede|podes|puedes|claro|por supuesto|trae|incluye|le|te|se|lo|este|esta|esse|essa|sirve|serve|gracias) ");

    private static readonly LinearPattern Tail = new(
        @"(, ?| - |; ?|\. ?| )(muchas gracias|gracias|obrigad[oa]|(muchos )?saludos( cordiales)?|saludo|slds|(un )?abra[zc]os?|abs|te esperamos|los esperamos|quedo atent[oa]|quedamos atentos|quedo a disposicion|quedamos a disposicion|estamos a disposicion|ficamos a disposicao|estamos a disposicao"
        + @"|(ante |por )?(cualquier|qualquer) (duda|consulta|duvida)( (a|estamos|quedamos|ficamos|tu|su|disposicion|disposicao|avisanos|avisame|as|ordens|ordenes))*|buen dia|buena tarde|linda tarde|que tengas? (un )?(buen|lindo|excelente) dia|exitos)(,? ?(saludos|gracias|abrazo|obrigad[oa]))?[ .!…]*$");

    private static readonly LinearPattern Unmarked = new("^ (muchas gracias|saludos( cordiales)?|slds|abs)[ .!…]*$");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Ends =
        "gracias obrigado obrigada saludos saludo cordiales slds abrazo abrazos abraco abracos abs esperamos atento atenta atentos atentas disposicion disposicao duda consulta duvida avisanos avisame ordenes ordens dia tarde exitos"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How long the greeting at the sentence's head is, with what parts it from the rest; 0 when there is none.</summary>
    public static int HeadLength(string text, string firstKey)
    {
        if (FirstWord(firstKey) is not ("hola" or "ola" or "oi" or "oie" or "holi" or "holis" or "buenas" or "buenos" or "buen" or "muy" or "bom" or "boa" or "que" or "como" or "todo" or "tudo" or "hello" or "hi")) return 0;
        var head = Fold(text.AsSpan(0, Math.Min(text.Length, Longest)));
        var marked = Marked.Match(head);
        var length = marked.Success ? marked.Length : 0;
        if (length == 0 && Bare.Match(head) is { Success: true } bare) length = head.LastIndexOf(' ', bare.Length - 2) + 1;
        // What is left must say something of its own.
        return length > 0 && length < text.Length && Characters.HasWord(text.AsSpan(length)) ? length : 0;
    }

    /// <summary>Where the closing at the last sentence's tail begins, with the mark before it; -1 when there is none.</summary>
    public static int TailStart(string text, string lastKey)
    {
        if (!Ends.Contains(lastKey.AsSpan(lastKey.LastIndexOf(' ') + 1))) return -1;
        var lastSentence = Sentences.Split(text)[^1].Start.Value;
        var from = Math.Max(lastSentence, text.Length - Longest);
        var tail = Fold(text.AsSpan(from));
        var match = Tail.Match(tail);
        if (!match.Success || (tail[match.Index] == ' ' && match.Value[1] != '-' && !Unmarked.IsMatch(match.Value))) return -1;
        return from + match.Index > lastSentence && Characters.HasWord(text.AsSpan(lastSentence, from + match.Index - lastSentence)) ? from + match.Index : -1;
    }

    /// <summary>A greeting or closing as a sentence of its own.</summary>
    public static string Alone(ReadOnlySpan<char> framing)
    {
        var words = framing.Trim(" ,;:-.").ToString();
        return SentenceEnd.Give(Capital(words.Length > 0 && words[0] == '¡' && !words.Contains('!', StringComparison.Ordinal) ? words + "!" : words));
    }

    /// <summary>With a capital where the sentence now begins.</summary>
    public static string Capital(string text)
    {
        var at = 0;
        while (at < text.Length && text[at] is '¿' or '¡' or '(' or '"' or '«' or '“') at++;
        return at < text.Length && char.IsLower(text[at]) ? string.Concat(text.AsSpan(0, at), char.ToUpper(text[at], CultureInfo.InvariantCulture).ToString(), text.AsSpan(at + 1)) : text;
    }

    private static ReadOnlySpan<char> FirstWord(string key)
    {
        var end = key.AsSpan().IndexOf(' ');
        return end < 0 ? key : key.AsSpan(0, end);
    }

    /// <summary>Lower case without accents, character by character.</summary>
    private static string Fold(ReadOnlySpan<char> text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            var lower = char.ToLowerInvariant(source[i]);
            folded[i] = lower switch
            {
                'á' or 'à' or 'â' or 'ã' => 'a',
                'é' or 'ê' => 'e',
                'í' => 'i',
                'ó' or 'ô' or 'õ' => 'o',
                'ú' or 'ü' => 'u',
                'ç' => 'c',
                _ => lower,
            };
        }
    });
}
