using System.Text.RegularExpressions;
using MeliBot.Patterns;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>What stands around a match, within bounds that keep the guards linear.</summary>
internal static class Clause
{
    private const int Most = 400;
    private const int Near = 90;

    private const string Contact = "(telefonos?|telefones?|celulares|celular|mails?|emails?|e-mails?|correos?|whatsapp|direccion|direcciones|enderecos?|instagram|facebook|redes|datos|dados|contactos?|contatos?|numeros?|links?|enlaces|de|sociales|ni|o|y|e|ou|nem)";

    /// <summary>"No podemos pasar …", "não vendemos …": who says that he doesn't do it isn't doing it.</summary>
    private static readonly LinearPattern Refusal = new(
        @"\b((no|nao|tampoco|nunca|jamas|ya no)( (se|nos|le|te|les|es|esta|sera|e|lhe|lo|la))* "
        + "(podemos|puedo|puede|pode|posso|podem|hacemos|hago|vend(emos|o)|realizamos|trabaj(amos|o)|trabalh(amos|o)|compart(imos|o)|pas(amos|o)|passamos|d(amos|oy)|brindamos|recib(imos|o)|receb(emos|o)|acept(amos|o)|aceit(amos|o)|negoci(amos|o)|comercializamos|coordinamos|combinamos|"
        + "atendemos|entreg(amos|o)|manejamos|tenemos|tengo|temos|tenho|concretamos|operamos|fazemos|faco|permite[n]?|permitimos|permitid[oa]s?|enviamos|ofrecemos|informamos|fornecemos|hay|ha|existen?|contamos|disponemos|"
        + @"disponible|aplica|usamos|responsabilizamos|recomendamos|corresponde|debes|pague|compre|compres|pagues)|ni|nem|ningun[ao]?|nenhum[a]?|prohib[a-z]+|proib[a-z]+)\b[^.!?;:,]*"
        + $@"(, ?{Contact}( {Contact})*)*,?( (ni|o|y|e|ou|nem|u))* ?$");

    /// <summary>"No dejes tu teléfono", "não uso WhatsApp": of what is named at once, not of what the sentence goes on with.</summary>
    private static readonly LinearPattern Dont = new(@"\b(no|nao) (uso|da (pra|para)|(dejes?|dejen|deixe|escribas?|coloque|ponga|pongas|publiques?|passe|pases)( (tu|su|seu|sua|el|o|ningun|nenhum))?)( [a-z]+){1,3} ?$");

    /// <summary>"Después … no está disponible".</summary>
    private static readonly LinearPattern RefusalBehind = new("^( [a-z]+){0,3} (no|nao) (esta|estan|lo|los|la|las|se|hay|aplica|tenemos|hacemos|e|temos|fazemos|es posible|corresponde)\\b|^( eu| yo| aqui| aca)? (no|nao) (hago|faco|vendo|trabajo|trabalho|acepto|aceito|puedo|posso|negocio)([.,!]|$)");

    private static readonly LinearPattern Unfounded = new(@"\bno (hay|tenemos|existen?) (problema|drama|inconveniente)|\b(compres|pagues|compre|pague) (por )?(aca|aqui|ahora)\b|\bsi no\b|\blo que no\b|\b(no|nao|ni|nunca|tampoco)\b[a-z ,]{0,80}\b(pero|sino|porem|salvo|excepto|a menos|a no ser)\b|\bni bien\b|\bse nao\b");

    /// <summary>The sentence around a match.</summary>
    public static string Sentence(string text, Match match)
    {
        var from = Start(text, match.Index, Most);
        var to = match.Index + match.Length;
        while (to < text.Length && to - match.Index < Most && !Ends(text, to)) to++;
        return text[from..to];
    }

    /// <summary>Whether what leads to the match, or goes on from it, refuses it.</summary>
    public static bool IsRefused(string text, Match match)
    {
        var start = Start(text, match.Index, Near);
        var end = match.Index + match.Length;
        var said = text[start..end];
        if (Unfounded.IsMatch(said)) return false;
        return Refusal.IsMatch(said) || Dont.IsMatch(said) || Refusal.IsMatch(text[start..match.Index]) || RefusalBehind.IsMatch(text[end..Math.Min(text.Length, end + Near)]);
    }

    private static int Start(string text, int index, int most)
    {
        var from = index;
        while (from > 0 && index - from < most && !Ends(text, from - 1)) from--;
        return from;
    }

    private static bool Ends(string text, int i) => text[i] is '!' or '?' || (text[i] == '.' && (i + 1 >= text.Length || text[i + 1] == ' '));
}
