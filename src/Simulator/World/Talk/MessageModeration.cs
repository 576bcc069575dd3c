using System.Text.RegularExpressions;

namespace MeliBot.Simulator;

/// <summary>Reads messages as the platform's moderation does, and says for which of its reasons one is rejected.</summary>
internal static partial class MessageModeration
{
    public static string? Reason(string text)
    {
        if (Shortener().IsMatch(text)) return "LINK_SHORT_URL";
        if (Social().IsMatch(text)) return "SOCIAL_NETWORK_LINK";
        if (Payment().IsMatch(text)) return "LINK_MERCADOPAGO";
        if (Paypal().IsMatch(text)) return "ML_LINKS_PAYPAL";
        if (Claim().IsMatch(text)) return "EVASION_CLAIM_SELLER";
        if (Insult().IsMatch(text)) return "OUT_OF_PLACE_LANGUAGE";
        return ModerationDesk.Reason(text) is { Subgroup: "DP" } ? "PERSONAL_DATA" : null;
    }

    [GeneratedRegex(@"\b(?:bit\.ly|bl\.ink|polr\.me|rebrand\.ly|t2m\.io|tinyurl\.com|zpr\.io|yourls\.org)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shortener();

    [GeneratedRegex(@"\b(?:instagram|facebook|tiktok|whatsapp|wa\.me|t\.me|telegram)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Social();

    [GeneratedRegex(@"\b(?:mercadopago\.com\S*|mpago\.la\S*|link\.mercadopago\S*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Payment();

    [GeneratedRegex(@"\bpaypal\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Paypal();

    [GeneratedRegex(@"\b(?:no\s+abr\w+|n[aã]o\s+abr\w+|sin\s+abrir|sem\s+abrir)\s+(?:un\s+|el\s+|uma\s+|a\s+)?(?:reclamo|reclama[cç][aã]o|media[cç][ií]\w+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Claim();

    [GeneratedRegex(@"\b(?:idiota|imb[eé]cil|est[uú]pid[oa]|pelotud\w+|ot[aá]rio)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Insult();
}
