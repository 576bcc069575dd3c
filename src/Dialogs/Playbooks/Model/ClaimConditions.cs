using System.Globalization;

namespace MeliBot.Dialogs.Playbooks;

/// <summary>By what of a claim a dialog begins, the strongest first: of two dialogs that name equally many, the one that names the stronger goes first.</summary>
public enum ClaimKey
{
    Events,
    Left,
    Action,
    MustAct,
    Reputation,
    Triage,
    Group,
    Stage,
    Type,
}

/// <summary>What a dialog on claims asks of a claim before it begins.</summary>
/// <param name="Named">By key, the values of which one must hold; a key that isn't here may be anything. <see cref="ClaimKey.Left"/> stands in <paramref name="Left"/>.</param>
public sealed record ClaimConditions(IReadOnlyDictionary<ClaimKey, IReadOnlyList<string>> Named, TimeLeft? Left)
{
    public static readonly ClaimConditions None = new(new Dictionary<ClaimKey, IReadOnlyList<string>>(), null);

    public bool Names(ClaimKey key) => key == ClaimKey.Left ? Left is not null : Named.ContainsKey(key);

    /// <summary>As it is written in the file.</summary>
    public static string Word(ClaimKey key) => key == ClaimKey.MustAct ? "must_act" : key.ToString().ToLowerInvariant();
}

/// <summary>How much time a claim must have left: <c>under 24h</c>, <c>over 2d</c> or <c>passed</c>.</summary>
/// <param name="Under">Less than this, also once it is over.</param>
/// <param name="Over">This or more.</param>
/// <param name="Passed">None: it is over.</param>
public sealed record TimeLeft(TimeSpan? Under, TimeSpan? Over, bool Passed)
{
    public bool Holds(TimeSpan left) => Passed ? left <= TimeSpan.Zero : Under is { } under ? left < under : left >= Over;

    /// <summary>Smaller is narrower.</summary>
    internal double Width => Passed ? 0 : Under is { } under ? under.TotalHours : 1_000_000 - Over!.Value.TotalHours;

    /// <summary>Null for what isn't one.</summary>
    public static TimeLeft? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["passed"] => new TimeLeft(null, null, true),
            ["under", var span] when Span(span) is { } under => new TimeLeft(under, null, false),
            ["over", var span] when Span(span) is { } over => new TimeLeft(null, over, false),
            _ => null,
        };
    }

    /// <summary><c>30m</c>, <c>24h</c>, <c>2d</c>; null for what isn't one, or is none at all.</summary>
    public static TimeSpan? Span(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 10_000) return null;
        return text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(number),
            _ => null,
        };
    }

    public override string ToString() => Passed ? "passed" : Under is { } under ? $"under {Written(under)}" : $"over {Written(Over!.Value)}";

    /// <summary>As it is written in the file.</summary>
    public static string Written(TimeSpan span) =>
        span.TotalHours % 24 == 0 ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays}d") : span.TotalMinutes % 60 == 0 ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours}h") : string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes}m");
}
