using System.Globalization;
using System.Text.RegularExpressions;

namespace MeliBot.Simulator;

/// <param name="Subgroup"><c>DP</c> for contact data, <c>LINKS</c> for links, or what the caller said.</param>
internal sealed record Infraction(long Id, DateTimeOffset At, long UserId, string ItemId, long QuestionId, string SiteId, string Subgroup, string Matched);

/// <summary>Reads what was published and takes down what gives contact data away.</summary>
internal sealed partial class ModerationDesk(WorldCore core)
{
    private readonly List<Infraction> _infractions = [];
    private long _nextInfraction = 1_378_710_001;

    public IReadOnlyList<Infraction> Infractions
    {
        get
        {
            lock (core.Gate) return [.. _infractions];
        }
    }

    public void Watch(string text, Action<string> ban)
    {
        if (Reason(text) is not { } reason) return;
        core.After(core.Options.Moderation.After, () => ban(reason.Subgroup));
    }

    public void Record(WorldQuestion question, long userId, string text, string reason)
    {
        var matched = Reason(text)?.Matched ?? text;
        lock (core.Gate)
        {
            _infractions.Add(new(_nextInfraction++, core.Now, userId, question.ItemId, question.Id, question.ItemId[..3], reason, matched));
        }
    }

    public static (string Subgroup, string Matched)? Reason(string text)
    {
        if (Mail().Match(text) is { Success: true } mail) return ("DP", mail.Value);
        if (Link().Match(text) is { Success: true } link) return ("LINKS", link.Value);
        if (Handle().Match(text) is { Success: true } handle) return ("DP", handle.Value);
        foreach (Match number in Number().Matches(text))
        {
            // A price or a measure has fewer digits than a telephone.
            if (number.Value.Count(char.IsAsciiDigit) >= 8) return ("DP", number.Value.Trim());
        }

        return null;
    }

    public static string InfractionId(Infraction infraction) => infraction.Id.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"https?://\S+|www\.\S+|\b[\w-]+\.(?:com|net|org|shop|store)(?:\.\w{2})?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.\w+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<!\w)@[\w.]{3,}|\b(?:whats\s?app|wsp|telegram|instagram)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Handle();

    // A code with letters, such as a parcel's, is none.
    [GeneratedRegex(@"(?<![A-Za-z\d])\+?\d[\d\s().-]{6,}\d(?![A-Za-z\d])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
