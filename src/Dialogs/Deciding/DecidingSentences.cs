using System.Globalization;

namespace MeliBot.Dialogs.Deciding;

/// <summary>Rules and values in words, for reasons and explanations.</summary>
public static class DecidingSentences
{
    /// <summary><c>schedule "night" (deciding.yaml:12:3), until Fri 27 Nov 2026 09:00 in America/Mexico_City</c>.</summary>
    public static string By(RuleOrigin origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        var source = origin.Source is null ? "" : $" ({origin.Source})";
        return origin.Until is { } until ? $"{origin.Name}{source}, until {Local(until, origin.Zone)}" : $"{origin.Name}{source}";
    }

    /// <summary>One line for each value: what holds, who says so, and over whom.</summary>
    public static IReadOnlyList<string> Explain(EffectiveRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        List<string> lines =
        [
            Line("mode", rule.Mode, Word),
            Line("send from", rule.SendFrom, Number),
            Line("notify from", rule.NotifyFrom, Number),
            Line("uncovered", rule.Uncovered, Word),
            Line("negative", rule.Negative, Word),
        ];
        if (rule.Reply is { } reply) lines.Add(Line("fixed reply", reply, fixedReply => fixedReply.Only ? $"\"{fixedReply.Text}\" for everything" : $"\"{fixedReply.Text}\" where the bot has no answer"));
        return lines;
    }

    /// <summary>An instant as the clock of the zone shows it.</summary>
    public static string Local(DateTimeOffset at, string? zone)
    {
        var found = zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : TimeZoneInfo.Utc;
        return string.Create(CultureInfo.InvariantCulture, $"{found.Wall(at):ddd d MMM yyyy HH:mm} in {zone ?? "UTC"}");
    }

    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Line<T>(string name, Setting<T> setting, Func<T, string> say)
    {
        var over = setting.Over.Count == 0 ? "" : $"; over {string.Join(", ", setting.Over.Select(o => $"{say(o.Value)} of {o.By.Name}"))}";
        return $"{name}: {say(setting.Value)}, by {By(setting.By)}{over}";
    }

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
