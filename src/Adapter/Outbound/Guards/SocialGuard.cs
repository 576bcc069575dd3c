using System.Text.RegularExpressions;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Handles and invitations to other networks. "Recibe notificaciones de WhatsApp" says what a watch does, and passes.</summary>
public sealed class SocialGuard() : PatternGuard(
    Name,
    "It points to a social network or messenger; Mercado Libre takes down answers that lead off the platform.",
    @"(^|[\s(:,;])@[a-z_][a-z0-9_.]{2,}\b",
    @"\bw[ ._*-]?h?[ ._*-]?a[ ._*-]?t[ ._*-]?'?s[ ._*-]{0,2}a[ ._*-]?p{1,2}\b",
    @"\b(wasap|wasapp|guasap|watsap|wsp|wpp|wspp|whats|whatssap|zapzap|telegram|instagram|facebook|tik ?tok|messenger|snapchat|linkedin)\b",
    @"\b(por|en|no|pelo|na|via|mi|nuestro|nuestra|meu|nosso|al|del|el|tu|su) (wp|ig|fb|face|insta|zap|wa|wap|twitter|youtube)\b",
    @"\b(nuestras|nossas|mis|las|en|nas|por) redes( sociales| sociais)?\b")
{
    public const string Name = "social";

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex Feature = new(
        @"compatib|notificac|recib|receb|aplicac|aplicativ|\bapps?\b|instala|soport|suport|funciona|descarg|baixar|permite|videollamad|chamadas|llamadas|mensajes de|mensagens d|redes (4g|3g|5g|wifi|wi-fi|lan|inalambricas|electricas)",
        Options);

    private static readonly Regex Invitation = new(
        @"contact|contat|escrib|escrev|\bmand|hablan|hablam|hablem|\bllama(me|nos|r)?\b|segui|siga|siguen|busca|agreg|nuestr|\bmi\b|\bmis\b|\bmeu|noss|\bcham[ae]|\bfal[ea]|adicion|\bpaso\b|\bpasso\b|arregl|coordin|pedid|consult|atend|vend|vent|@|[0-9]{6}",
        Options);

    private protected override bool IsMeant(string text, Match match)
    {
        var sentence = Sentence(text, match).Replace(match.Value, " ", StringComparison.Ordinal);
        return match.Value.Contains('@') || Invitation.IsMatch(sentence) || !Feature.IsMatch(sentence);
    }
}
